// Search and sorting for tables, which stand whole without them.

/** Tables with fewer rows are seen at a glance. */
const SEARCHABLE_ROWS = 10;

/** @param {HTMLTableRowElement} row @param {number} column */
const cellText = (row, column) => (row.cells[column]?.textContent ?? "").trim();

/** @param {HTMLTableElement} table a table with one header row */
function addSearchAndSorting(table) {
  const body = table.tBodies[0];
  const rows = [...body.rows];
  const headers = [...(table.tHead?.rows[0].cells ?? [])];
  const search = make("input", { type: "search" });
  const status = makeStatus();

  function show() {
    const words = search.value.toLowerCase().split(/\s+/);
    for (const row of rows) {
      const text = `${row.textContent}`.toLowerCase();
      row.hidden = !words.every((word) => text.includes(word));
    }
    status.textContent = `${rows.filter((row) => !row.hidden).length} of ${rows.length} rows shown`;
  }

  search.addEventListener("input", show);
  const label = make("label", {}, "Search this table", search);
  table.closest(".scroll")?.before(make("div", { className: "table-search" }, label, status));
  show();

  for (const [column, header] of headers.entries()) {
    const button = makeButton("", () => {
      const ascending = header.ariaSort !== "ascending";
      for (const other of headers) other.ariaSort = null;
      header.ariaSort = ascending ? "ascending" : "descending";
      const { compare } = new Intl.Collator("en", { numeric: true });
      const sorted = [...body.rows].sort((a, b) => compare(cellText(a, column), cellText(b, column)));
      body.append(...(ascending ? sorted : sorted.reverse()));
    });
    button.append(...header.childNodes);
    header.append(button);
  }
}

whenNear(
  all(".table-block table:not(.codes)").filter((table) => table instanceof HTMLTableElement && table.tBodies[0].rows.length >= SEARCHABLE_ROWS),
  (table) => addSearchAndSorting(/** @type {HTMLTableElement} */ (table)),
);
