// What this site keeps in the browser: texts, under the names that stand here and under no others; and what the reader
// chose for the whole site. All open pages follow: what one erases is gone everywhere, and where one is to keep
// nothing, none does.

import { ownName } from "./own-name.js";
import { hear, tell } from "./tabs.js";

/** The fields of each tool, by their names in the storage. The first is the main one: without it no other is kept. */
export const FIELDS = {
  builder: { form: ownName("builder"), result: ownName("builder-result"), score: ownName("builder-card-score") },
};
/** A choice of the reader and not of one form: it stays when the form changes. */
export const LASTING = FIELDS.builder.score;
export const DATABASE = ownName("community-os"); // web/js/ledger/kept-text.js
const MEMORY_ONLY = ownName("memory-only"); // in the tab, "1": the reader wants nothing kept
const THEME = ownName("theme"); // site_builder/core/policy.py reads it before the page is drawn
const EXIT = ownName("exit"); // on the device, "erase": leaving at once erases as well
const LEFT = ownName("left"); // in the tab, "1": a page was left at once, and Back is not to show it

/** All names, of the site and of every tool. */
const OWN_NAMES = [...Object.values(FIELDS).flatMap((fields) => Object.values(fields)), MEMORY_ONLY, THEME, EXIT, LEFT];

/**
 * Keep the reader's choice of a theme on the device. Throws where the browser refuses.
 * @param {string} choice Empty where the theme is that of the system.
 */
export function keepTheme(choice) {
  setOrRemove(localStorage, THEME, choice);
}

/**
 * Delete everything that this site keeps here, of all tools and in all tabs, as far as the browser lets us. The
 * database goes last, and goes even if the page is left before.
 * @returns {Promise<boolean>} Whether the database is gone.
 */
export function eraseKept() {
  for (const name of OWN_NAMES) {
    attempt(() => localStorage.removeItem(name));
    attempt(() => sessionStorage.removeItem(name));
  }
  tell("erased");
  return deleteDatabase();
}

/** Open connections close themselves when they are asked to. */
const deleteDatabase = () =>
  new Promise((resolve) => {
    const isAsked = attempt(() => {
      const request = indexedDB.deleteDatabase(DATABASE);
      request.addEventListener("success", () => resolve(true));
      for (const failure of ["error", "blocked"]) request.addEventListener(failure, () => resolve(false));
    });
    if (!isAsked) resolve(true); // where there can be none
  });

/** Whether there is a ledger, sealed or not; a browser that lists no databases says no. */
export async function hasDatabase() {
  try {
    return (await indexedDB.databases()).some(({ name }) => name === DATABASE);
  } catch {
    return false;
  }
}

/** Whether the reader wants nothing kept, in this tab or in another one that is open. */
export const wantsNothing = () => holds(() => sessionStorage, MEMORY_ONLY, "1");

/** The reader chose so: it holds for every open page. @param {boolean} nothing */
export function keepNothing(nothing) {
  noteNothing(nothing);
  tell(nothing ? "nothing" : "something");
}

/** @param {boolean} nothing */
function noteNothing(nothing) {
  attempt(() => setOrRemove(sessionStorage, MEMORY_ONLY, nothing ? "1" : ""));
}

/** Whether the reader wants leaving at once to erase as well. */
export const erasesOnExit = () => holds(() => localStorage, EXIT, "erase");

/** Keep what the reader wants of leaving at once, unless nothing is to be kept. @param {boolean} erases */
export function keepErasesOnExit(erases) {
  if (!wantsNothing()) attempt(() => setOrRemove(localStorage, EXIT, erases ? "erase" : ""));
}

/** Whether a page was left at once in this tab. */
export const wasLeft = () => holds(() => sessionStorage, LEFT, "1");

/** @param {boolean} left */
export function keepLeft(left) {
  attempt(() => setOrRemove(sessionStorage, LEFT, left ? "1" : ""));
}

/**
 * Whether a storage holds this text; one that the browser refuses holds nothing.
 * @param {() => Storage} storage
 * @param {string} name
 * @param {string} text
 */
function holds(storage, name, text) {
  let isHeld = false;
  attempt(() => (isHeld = storage().getItem(name) === text));
  return isHeld;
}

/** Keep a text, or nothing where it is empty. @param {Storage} storage @param {string} name @param {string} text */
function setOrRemove(storage, name, text) {
  if (text) storage.setItem(name, text);
  else storage.removeItem(name);
}

/** Use the browser's storage, which may refuse. @param {() => void} use */
export function attempt(use) {
  try {
    use();
    return true;
  } catch {
    return false;
  }
}

hear((word) => {
  if (word === "erased") for (const name of OWN_NAMES) attempt(() => sessionStorage.removeItem(name));
  if (word === "nothing" || word === "something") noteNothing(word === "nothing");
  if (word === "asks" && wantsNothing()) tell("nothing");
});
tell(wantsNothing() ? "nothing" : "asks");
