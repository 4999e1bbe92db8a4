// Draws what was found: a list of links, each with the words around the place that fits. Text only.

import { excerpt } from "./excerpt.js";
import { tokenize } from "./tokenize.js";

/** @typedef {import("./search-index.js").Found} Found */

const WHOLE = "move"; // entries of this kind stand nowhere else, so they are shown whole

/**
 * Show results in the place of older ones.
 * @param {HTMLElement} list Has the <template> of a result, and the words for each kind in its data.
 * @param {Found[]} found
 */
export function drawResults(list, found) {
  const template = /** @type {HTMLTemplateElement} */ (list.querySelector("template"));
  list.replaceChildren(template, ...found.map((one) => drawResult(template, list.dataset, one)));
}

/** @param {HTMLTemplateElement} template @param {DOMStringMap} kinds @param {Found} found */
function drawResult(template, kinds, { entry, terms }) {
  const result = /** @type {DocumentFragment} */ (template.content.cloneNode(true));
  const [kind, link, text] = [".search-kind", "a", ".search-text"].map((selector) => result.querySelector(selector));
  const place = entry.place === entry.title ? "" : ` · ${entry.place}`;
  if (kind) kind.textContent = `${kinds[entry.kind]}${place}`;
  link?.setAttribute("href", entry.address);
  for (const part of [link, text]) if (entry.lang) part?.setAttribute("lang", entry.lang);
  link?.replaceChildren(...highlight(entry.title, terms));
  text?.replaceChildren(...highlight(entry.kind === WHOLE ? entry.text : excerpt(entry.text, terms), terms));
  return result;
}

/** A text as nodes, with a mark around every word that fits. @param {string} text @param {Set<string>} terms */
function highlight(text, terms) {
  /** @type {(string | Node)[]} */
  const nodes = [];
  let done = 0;
  for (const { start, end, term } of tokenize(text)) {
    if (!terms.has(term)) continue;
    const mark = document.createElement("mark");
    mark.textContent = text.slice(start, end);
    nodes.push(text.slice(done, start), mark);
    done = end;
  }
  return [...nodes, text.slice(done)];
}
