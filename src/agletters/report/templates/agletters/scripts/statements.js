// Filters for lists of statements, which stand whole without them.

/** What can be filtered: the data attribute and its name for readers. */
const FILTERS = { side: "Side", speaker: "Speaker", letter: "Letter", frames: "Frame" };

/** @param {HTMLElement} item @param {string} name */
const valuesOf = (item, name) => (item.dataset[name] ?? "").split("; ").filter(Boolean);

/** @param {HTMLElement} block a section with an ordered list of statements */
function addFilters(block) {
  const items = all("li.statement", block);
  const status = makeStatus();

  const selects = Object.entries(FILTERS).map(([name, label]) => {
    const select = make("select", { name, ariaLabel: label }, new Option("all", ""));
    for (const value of new Set(items.flatMap((item) => valuesOf(item, name)))) {
      select.append(new Option(value === "AG" ? "attorneys general" : value, value));
    }
    select.addEventListener("change", show);
    return select;
  });

  function show() {
    for (const item of items) {
      item.hidden = !selects.every((select) => !select.value || valuesOf(item, select.name).includes(select.value));
    }
    status.textContent = `${items.filter((item) => !item.hidden).length} of ${items.length} statements shown`;
  }

  function showAll() {
    for (const select of selects) select.value = "";
    show();
  }

  const labels = selects.map((select) => make("label", {}, `${select.ariaLabel}`, select));
  block.prepend(
    make("fieldset", { className: "filters" }, make("legend", { textContent: "Show only" }), ...labels, makeButton("Show all", showAll), make("p", {}, status)),
  );
  show();

  // A link to a statement that is filtered away brings the whole list back.
  addEventListener("hashchange", () => {
    const target = document.getElementById(location.hash.slice(1));
    if (!target?.hidden || !items.includes(target)) return;
    showAll();
    target.scrollIntoView();
  });
}

whenNear(all(".statements-block:has(li[data-frames])"), addFilters);
