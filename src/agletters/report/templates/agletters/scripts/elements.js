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

/**
 * Do what can wait, without keeping the reader waiting: each task on its own.
 * @param {() => void} task
 */
const later = (task) => void setTimeout(task);

/** A place for messages that are read out. */
const makeStatus = () => make("span", { role: "status" });
