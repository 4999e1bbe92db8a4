// A word from one open page of this site to all others in this browser. It carries no text of the reader's.

import { ownName } from "./own-name.js";

/**
 * erased: everything that is kept was erased.
 * nothing: the reader wants nothing kept; something: again, the reader lets it be kept.
 * asks: a page was opened, and asks whether the reader wants nothing kept.
 * changed: a document in the database was changed.
 * @typedef {"erased" | "nothing" | "something" | "asks" | "changed"} Word
 */

/** Some browsers refuse it together with the storage; then each page is alone. */
function open() {
  try {
    return new BroadcastChannel(ownName("community-os"));
  } catch {
    return undefined;
  }
}

const channel = open();

/** @param {Word} word */
export const tell = (word) => channel?.postMessage(word);

/** @param {(word: Word) => void} listener Called in the order in which listeners were added. */
export const hear = (listener) => channel?.addEventListener("message", ({ data }) => listener(data));
