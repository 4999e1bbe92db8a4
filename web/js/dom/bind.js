// Puts display data from `scoring` into the page, as text only.
//
// data-text="a.b"  the element's text
// data-fill="a.b"  the value of a field or button
// data-if="a.b"    the element shows only where there is something; with "!a.b" only where there is nothing
// data-each="a.b"  the element's <template> is repeated for every item of the list; names inside are the item's
// data-pick="a.b"  the list names, by data-slug, which children of the <template> are shown, in its order

/** @param {any} data @param {string} name */
const look = (data, name) => (name ? name.split(".").reduce((value, part) => value?.[part], data) : data);

/** @param {any} value */
const isThere = (value) => (Array.isArray(value) ? value.length > 0 : Boolean(value));

/** @param {any} data @param {string} condition */
const isMet = (data, condition) =>
  condition.startsWith("!") ? !isThere(look(data, condition.slice(1))) : isThere(look(data, condition));

/** @param {Element} list @param {Node[]} items */
function replaceItems(list, items) {
  const template = list.querySelector("template");
  list.replaceChildren(...(template ? [template] : []), ...items);
}

/**
 * Fill everything below `root`.
 * @param {ParentNode} root
 * @param {any} data
 */
export function bind(root, data) {
  /** @param {string} attribute */
  const own = (attribute) =>
    /** @type {HTMLElement[]} */ ([...root.querySelectorAll(`[${attribute}]`)]).filter(
      (element) => !element.parentElement?.closest("[data-each]"),
    );
  for (const element of own("data-text")) {
    const text = look(data, element.dataset.text ?? "") ?? "";
    if (element.textContent !== text) element.textContent = text;
  }
  for (const element of own("data-fill")) element.setAttribute("value", look(data, element.dataset.fill ?? "") ?? "");
  for (const element of own("data-if")) element.hidden = !isMet(data, element.dataset.if ?? "");
  for (const list of own("data-each")) {
    const template = list.querySelector("template");
    const items = look(data, list.dataset.each ?? "") ?? [];
    if (template) replaceItems(list, items.map((/** @type {any} */ item) => repeat(template, item)));
  }
  for (const list of own("data-pick")) {
    const choices = list.querySelector("template")?.content;
    const slugs = look(data, list.dataset.pick ?? "") ?? [];
    const itemOf = (/** @type {string} */ slug) => choices?.querySelector(`[data-slug="${CSS.escape(slug)}"]`);
    replaceItems(list, slugs.map(itemOf).filter(Boolean).map((/** @type {Element} */ item) => item.cloneNode(true)));
  }
}

/** @param {HTMLTemplateElement} template @param {any} item */
function repeat(template, item) {
  const copy = /** @type {DocumentFragment} */ (template.content.cloneNode(true));
  bind(copy, item);
  return copy;
}
