// Find your state: a search field for the list of offices. Without it the list stands whole,
// and the browser opens the entry that a link leads to.
{
  /**
   * @param {HTMLElement} item an entry of the list
   * @param {string} query in lower case
   * @returns {number} how it fits: 3 by its code, 2 by its name, 1 by a holder, 0 not
   */
  function fit(item, query) {
    const [name, ...holders] = [...item.querySelectorAll("h4, dd > strong")].map((part) => part.textContent.toLowerCase());
    if (item.querySelector("dl")?.id.toLowerCase() === `office-${query}`) return 3;
    if (name.startsWith(query)) return 2;
    const words = [name, ...holders].join(" ").split(/\s+/);
    return query.split(/\s+/).every((part) => words.some((word) => word.startsWith(part))) ? 1 : 0;
  }

  /** @param {HTMLElement} list */
  function addSearch(list) {
    /** @type {NodeListOf<HTMLDetailsElement>} */
    const items = list.querySelectorAll("details.office");
    const bar = document.createElement("div");
    const label = document.createElement("label");
    const search = document.createElement("input");
    const status = document.createElement("p");
    const query = () => search.value.trim().toLowerCase();

    function show() {
      let found = 0;
      for (const item of items) found += Number(!(item.hidden = !fit(item, query())));
      status.textContent = query() && `${found || "No"} ${found === 1 ? "office" : "offices"} found`;
    }

    function openTarget() {
      const item = document.getElementById(location.hash.slice(1))?.closest("details");
      if (!item?.matches(".office")) return;
      search.value = "";
      show();
      item.open = true;
      item.scrollIntoView();
    }

    search.addEventListener("keydown", (event) => {
      const [best] = [...items].sort((a, b) => fit(b, query()) - fit(a, query()));
      if (event.key !== "Enter" || !query() || !fit(best, query())) return;
      location.hash = best.querySelector("dl")?.id ?? "";
      openTarget();
      best.querySelector("summary")?.focus();
    });
    bar.className = "office-search";
    label.htmlFor = search.id = "office-search";
    label.textContent = "Find a state by name, code or attorney general";
    search.type = "search";
    search.addEventListener("input", show);
    status.setAttribute("role", "status");
    bar.append(label, search, status);
    list.prepend(bar);
    addEventListener("hashchange", openTarget);
    openTarget();
  }

  whenNear(all("section.offices"), addSearch);
}
