// Draws what was found: a list of links, each with the words around the place that fits. Text only.

import { wordsOf } from "./fold.js";

/** @typedef {import("./search-index.js").Found} Found */

const LONGEST = 220; // characters of a text that is shown in part
const BEFORE = 60; // characters before the first word that fits
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
function drawResult(template, kinds, { entry, words }) {
  const result = /** @type {DocumentFragment} */ (template.content.cloneNode(true));
  const [kind, link, text] = [".search-kind", "a", ".search-text"].map((selector) => result.querySelector(selector));
  const place = entry.place === entry.title ? "" : ` · ${entry.place}`;
  if (kind) kind.textContent = `${kinds[entry.kind]}${place}`;
  link?.setAttribute("href", entry.address);
  link?.replaceChildren(...marked(entry.title, words));
  text?.replaceChildren(...marked(entry.kind === WHOLE ? entry.text : excerpt(entry.text, words), words));
  return result;
}

/**
 * The part of a text in which the most words fit, the first where several are equal.
 * @param {string} text
 * @param {Set<string>} words
 */
function excerpt(text, words) {
  if (text.length <= LONGEST) return text;
  const all = wordsOf(text);
  const fitting = all.filter((word) => words.has(word.folded));
  let [first, most] = [0, 0];
  for (const { start } of fitting) {
    const inside = fitting.filter((word) => word.start >= start && word.end <= start + LONGEST - BEFORE);
    const different = new Set(inside.map((word) => word.folded)).size;
    if (different > most) [first, most] = [start, different];
  }
  const from = first > BEFORE ? (all.find((word) => word.start >= first - BEFORE)?.start ?? 0) : 0;
  const rest = text.length <= from + LONGEST;
  const to = rest ? text.length : (all.findLast((word) => word.end <= from + LONGEST)?.end ?? from + LONGEST);
  return `${from ? "… " : ""}${text.slice(from, to)}${to < text.length ? " …" : ""}`;
}

/** A text as nodes, with a mark around every word that fits. @param {string} text @param {Set<string>} words */
function marked(text, words) {
  /** @type {(string | Node)[]} */
  const nodes = [];
  let done = 0;
  for (const { start, end, folded } of wordsOf(text)) {
    if (!words.has(folded)) continue;
    const mark = document.createElement("mark");
    mark.textContent = text.slice(start, end);
    nodes.push(text.slice(done, start), mark);
    done = end;
  }
  return [...nodes, text.slice(done)];
}
