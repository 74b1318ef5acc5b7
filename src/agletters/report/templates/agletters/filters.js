// Filters for lists of statements. Without this script the lists stand whole.
"use strict";

/** What can be filtered: the data attribute and its name for readers. */
const FILTERS = { side: "Side", speaker: "Speaker", letter: "Letter", frames: "Frame" };

/**
 * @param {HTMLElement} item
 * @param {string} name
 * @returns {string[]} the item's values under a filter
 */
const valuesOf = (item, name) => (item.dataset[name] ?? "").split("; ").filter(Boolean);

/**
 * @param {string} name
 * @param {HTMLElement[]} items
 * @param {() => void} changed
 * @returns {HTMLSelectElement}
 */
function makeSelect(name, items, changed) {
  const select = document.createElement("select");
  select.append(new Option("all", ""));
  const values = new Set(items.flatMap((item) => valuesOf(item, name)));
  for (const value of values) select.append(new Option(value === "AG" ? "attorneys general" : value, value));
  select.name = name;
  select.addEventListener("change", changed);
  return select;
}

/** @param {HTMLElement} block a section with an ordered list of statements */
function addFilters(block) {
  /** @type {HTMLElement[]} */
  const items = [...block.querySelectorAll("li.statement")];
  const form = document.createElement("fieldset");
  const legend = document.createElement("legend");
  const status = document.createElement("p");
  const reset = document.createElement("button");
  const selects = Object.keys(FILTERS).map((name) => makeSelect(name, items, show));

  function show() {
    for (const item of items) {
      item.hidden = !selects.every((select) => !select.value || valuesOf(item, select.name).includes(select.value));
    }
    const shown = items.filter((item) => !item.hidden).length;
    status.textContent = `${shown} of ${items.length} statements shown`;
  }

  function showAll() {
    for (const select of selects) select.value = "";
    show();
  }

  form.className = "filters";
  legend.textContent = "Show only";
  form.append(legend);
  for (const select of selects) {
    const label = document.createElement("label");
    label.append(FILTERS[select.name], select);
    form.append(label);
  }
  reset.type = "button";
  reset.textContent = "Show all";
  reset.addEventListener("click", showAll);
  status.setAttribute("role", "status");
  form.append(reset, status);
  block.prepend(form);
  show();

  // A link to a statement that is filtered away brings the whole list back.
  window.addEventListener("hashchange", () => {
    const target = document.getElementById(location.hash.slice(1));
    if (target instanceof HTMLElement && target.hidden && items.includes(target)) {
      showAll();
      target.scrollIntoView();
    }
  });
}

for (const block of document.querySelectorAll(".statements-block")) {
  if (block.querySelector("li[data-frames]")) addFilters(/** @type {HTMLElement} */ (block));
}
