// Aids to reading: the scheme, the current chapter, what a reference leads to, and copying.

const root = document.documentElement;

/** Next choice after each one: the system's, light, dark. */
const NEXT_THEME = /** @type {Record<string, string>} */ ({ "": "light", light: "dark", dark: "" });

/** @param {HTMLElement} button */
function addThemes(button) {
  const show = () => {
    const theme = root.dataset.theme;
    button.textContent = theme ? `${theme[0].toUpperCase()}${theme.slice(1)} colours` : "System colours";
  };
  button.hidden = false;
  button.addEventListener("click", () => {
    const theme = NEXT_THEME[root.dataset.theme ?? ""];
    if (theme) root.dataset.theme = theme;
    else delete root.dataset.theme;
    try {
      localStorage.setItem("theme", theme);
    } catch {
      // It then lasts as long as the page is open.
    }
    show();
  });
  show();
}

/** @param {HTMLElement} menu a nav that links to the chapters */
function followChapters(menu) {
  const links = [...menu.querySelectorAll("a")];
  const [here] = all(".here", menu);
  const details = /** @type {HTMLDetailsElement} */ (menu.querySelector("details"));
  /** @param {Element} chapter */
  function mark(chapter) {
    for (const link of links) {
      const now = link.hash === `#${chapter.getAttribute("aria-labelledby")}`;
      link.ariaCurrent = now ? "true" : null;
      if (now) here.textContent = link.textContent;
    }
  }
  // The chapter that crosses a line a third down the window.
  const line = new IntersectionObserver(
    (entries) => entries.forEach((entry) => entry.isIntersecting && mark(entry.target)),
    { rootMargin: "-33% 0px -66.9%" },
  );
  all("section.chapter").forEach((chapter) => line.observe(chapter));
  menu.addEventListener("click", (event) => {
    if (event.target instanceof HTMLAnchorElement) details.open = false;
  });
  menu.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !details.open) return;
    details.open = false;
    details.querySelector("summary")?.focus();
  });
}

/** Links to what is short enough to be shown where the link stands; of a number, its row on this page. */
const REFERENCES = 'a[href^="#source-"], a[href^="#term-"], a.claim';

/** @param {Element} target */
function gist(target) {
  const shown = target.localName === "dt" ? target.nextElementSibling : target;
  if (!(shown instanceof HTMLTableRowElement)) return shown?.cloneNode(true).childNodes ?? [];
  const heads = shown.closest("table")?.tHead?.rows[0].cells ?? [];
  return [...shown.cells].map((cell, place) => make("p", {}, `${heads[place].textContent}: `, ...cell.cloneNode(true).childNodes));
}

function addTips() {
  const tip = make("div", { id: "tip", role: "tooltip", hidden: true });
  /** @type {HTMLAnchorElement | null} */
  let owner = null;
  let timer = 0;

  function hide() {
    clearTimeout(timer);
    owner?.removeAttribute("aria-describedby");
    owner = null;
    tip.hidden = true;
  }

  /** @param {HTMLAnchorElement} link */
  function show(link) {
    clearTimeout(timer);
    const target = document.getElementById(link.hash.slice(1));
    if (link === owner || !target) return;
    hide();
    owner = link;
    tip.replaceChildren(...gist(target));
    tip.hidden = false;
    link.setAttribute("aria-describedby", "tip");
    const place = link.getBoundingClientRect();
    const below = place.bottom + tip.offsetHeight + 8 < innerHeight;
    tip.style.left = `${Math.max(8, Math.min(place.left, root.clientWidth - tip.offsetWidth - 8))}px`;
    tip.style.top = `${below ? place.bottom + 4 : Math.max(8, place.top - tip.offsetHeight - 4)}px`;
  }

  /** @param {Event} event */
  function enter(event) {
    const link = event.target instanceof Element ? event.target.closest("a") : null;
    if (link?.matches(REFERENCES) && !tip.contains(link)) {
      clearTimeout(timer);
      timer = setTimeout(() => show(link), event.type === "focusin" ? 0 : 250);
    } else if (event.target instanceof Node && tip.contains(event.target)) clearTimeout(timer);
    else leave();
  }

  function leave() {
    clearTimeout(timer);
    timer = setTimeout(hide, 300);
  }

  document.body.append(tip);
  addEventListener("pointerover", enter);
  addEventListener("focusin", enter);
  addEventListener("focusout", leave);
  addEventListener("scroll", hide, { passive: true });
  addEventListener("keydown", (event) => {
    if (event.key === "Escape") hide();
  });
}

/** @param {HTMLElement} passage */
function addCopying(passage) {
  const status = makeStatus();
  const button = makeButton("Copy", async () => {
    try {
      await navigator.clipboard.writeText(`${passage.textContent}`);
      status.textContent = "Copied.";
    } catch {
      getSelection()?.selectAllChildren(passage);
      status.textContent = "Marked; copy it with your keyboard.";
    }
  });
  button.ariaLabel = `Copy ${passage.dataset.copy}`;
  passage.after(make("p", { className: "figure-actions" }, button, status));
}

const theme = document.getElementById("theme");
if (theme) addThemes(theme);
const menu = document.getElementById("menu");
if (menu) followChapters(menu);
addTips();
whenNear(all("[data-copy]"), addCopying);
