// What Python answered to a tool's form, kept beside it: a second visit shows it until Python has started.

import { mayHold } from "../platform/store.js";

/** @typedef {import("../platform/store.js").Store} Store */

const FIELD = "result";
const MOST = 50_000; // characters, five times what a result has; a longer text is none of ours, and slow to show

/**
 * @param {Store} store
 * @param {string} asked The request, and all else that the answer hangs on.
 * @param {object} view
 */
export function keepResult(store, asked, view) {
  store.keepBeside(FIELD, JSON.stringify({ asked, view }));
}

/**
 * What was kept as the answer to exactly this.
 * @param {Store} store
 * @param {string} asked
 * @returns {unknown} Anyone may have written it.
 */
export function resultOf(store, asked) {
  try {
    const text = store.beside(FIELD);
    if (text.length > MOST) return undefined;
    const kept = JSON.parse(text);
    return kept.asked === asked ? kept.view : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Whether a tool has a result that may still be right.
 * @param {import("../platform/store.js").Tool} tool
 * @param {string[]} marks Edition and day, which its request names.
 */
export const mayHaveResult = (tool, marks) => mayHold(tool, FIELD, marks);
