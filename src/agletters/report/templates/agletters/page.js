// Filters for lists of statements; search and sorting for tables. Without this script
// lists and tables stand whole.
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

/** Tables with fewer rows are seen at a glance. */
const SEARCHABLE_ROWS = 10;

/**
 * @param {HTMLTableRowElement} row
 * @param {number} column
 */
const cellText = (row, column) => (row.cells[column]?.textContent ?? "").trim();

/**
 * @param {HTMLTableSectionElement} body
 * @param {number} column
 * @param {boolean} ascending
 */
function sortRows(body, column, ascending) {
  const compare = new Intl.Collator("en", { numeric: true }).compare;
  const rows = [...body.rows].sort((a, b) => compare(cellText(a, column), cellText(b, column)));
  body.append(...(ascending ? rows : rows.reverse()));
}

/** @param {HTMLTableElement} table a table with one header row */
function addSearchAndSorting(table) {
  const body = table.tBodies[0];
  const rows = [...body.rows];
  const headers = [...table.tHead.rows[0].cells];
  const bar = document.createElement("div");
  const label = document.createElement("label");
  const search = document.createElement("input");
  const status = document.createElement("p");

  function show() {
    const words = search.value.toLowerCase().split(/\s+/);
    for (const row of rows) {
      const text = row.textContent.toLowerCase();
      row.hidden = !words.every((word) => text.includes(word));
    }
    status.textContent = `${rows.filter((row) => !row.hidden).length} of ${rows.length} rows shown`;
  }

  bar.className = "table-search";
  search.type = "search";
  search.addEventListener("input", show);
  label.append("Search this table", search);
  status.setAttribute("role", "status");
  bar.append(label, status);
  table.closest(".scroll").before(bar);
  show();

  headers.forEach((header, column) => {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...header.childNodes);
    header.append(button);
    button.addEventListener("click", () => {
      const ascending = header.getAttribute("aria-sort") !== "ascending";
      for (const other of headers) other.removeAttribute("aria-sort");
      header.setAttribute("aria-sort", ascending ? "ascending" : "descending");
      sortRows(body, column, ascending);
    });
  });
}

for (const table of document.querySelectorAll(".table-block table:not(.codes)")) {
  if (table instanceof HTMLTableElement && table.tBodies[0].rows.length >= SEARCHABLE_ROWS) addSearchAndSorting(table);
}

for (const block of document.querySelectorAll(".statements-block")) {
  if (block.querySelector("li[data-frames]")) addFilters(/** @type {HTMLElement} */ (block));
}
