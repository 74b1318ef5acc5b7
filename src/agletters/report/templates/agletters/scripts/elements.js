// What the other scripts share; the build puts all of them into one block, this one first.

/**
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Partial<HTMLElementTagNameMap[Tag]>} [properties]
 * @param {(Node | string)[]} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
function make(tag, properties = {}, ...children) {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
}

/** @param {string} selector @param {ParentNode} [within] @returns {HTMLElement[]} */
const all = (selector, within = document) => [...within.querySelectorAll(selector)].filter((element) => element instanceof HTMLElement);

/** @param {string} text @param {() => void} pressed */
function makeButton(text, pressed) {
  const button = make("button", { type: "button", textContent: text });
  button.addEventListener("click", pressed);
  return button;
}

/** @type {Map<Element, (element: HTMLElement) => void>} */
const waiting = new Map();

const nearby = new IntersectionObserver(
  (entries) => {
    for (const { isIntersecting, target } of entries) {
      if (!isIntersecting || !(target instanceof HTMLElement)) continue;
      nearby.unobserve(target);
      waiting.get(target)?.(target);
    }
  },
  { rootMargin: "100%" },
);

/**
 * Do something with each element once the reader comes within a window's height of it. Controls
 * far away would keep the browser busy: it lays out the place of each field for its autofill.
 * @param {HTMLElement[]} elements
 * @param {(element: HTMLElement) => void} task
 */
function whenNear(elements, task) {
  for (const element of elements) {
    waiting.set(element, task);
    nearby.observe(element);
  }
}

/** A place for messages that are read out. */
const makeStatus = () => make("span", { role: "status" });
