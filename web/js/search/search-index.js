// Finds entries by words: MiniSearch, fed with the entries that the build wrote.

import { idleMoment } from "../platform/idle.js";
import { isUnspaced, tokenize } from "./tokenize.js";

/** @typedef {{id: number, kind: string, place: string, title: string, text: string, address: string, lang?: string}} Entry */
/** @typedef {{entry: Entry, terms: Set<string>}} Found An entry, and those of its terms that fit. */
/** @typedef {{found: Found[], loose: boolean}} Answer `loose`: no entry has all words, these have half of them. */
/** @typedef {(query: string) => Answer} Search */

const LIBRARY = "../libraries/minisearch/index.js";
const AT_A_TIME = 40; // entries between two breaths of the page
const LATEST = 500; // milliseconds that a busy page may put off the start

/** @param {string} text */
const termsOf = (text) => tokenize(text).map(({ term }) => term);

/** Reading comes before looking up. @type {Record<string, number>} */
const PREFERENCE = { chapter: 2, page: 1.5, move: 1, source: 0.7 };

/** The end of a word may be missing: of the one that is being typed, and of others that are not very short. */
const isPrefix = (/** @type {string} */ term, /** @type {number} */ index, /** @type {string[]} */ terms) =>
  term.length > 3 || isUnspaced(term) || index === terms.length - 1;

/** One letter may be wrong in a long word, two in a very long one. @param {string} term */
const mistakes = (term) => (term.length > 4 ? 0.15 : false);

/**
 * Load the library and the entries and build the index, when the page has time.
 * @param {string} address Of the entries.
 * @returns {Promise<Search>}
 */
export async function loadSearch(address) {
  const [{ default: MiniSearch }, entries] = await Promise.all([loadLibrary(), loadEntries(address)]);
  await idleMoment(LATEST);
  return buildSearch(MiniSearch, entries);
}

/**
 * @param {typeof import("minisearch").default} MiniSearch
 * @param {Entry[]} entries
 * @returns {Promise<Search>}
 */
export async function buildSearch(MiniSearch, entries) {
  const index = new MiniSearch({
    fields: ["title", "place", "text"],
    tokenize: termsOf,
    processTerm: (term) => term,
    searchOptions: {
      prefix: isPrefix,
      fuzzy: mistakes,
      boost: { title: 3, place: 1.5 },
      boostDocument: (id) => PREFERENCE[entries[id].kind] ?? 1,
    },
  });
  await index.addAllAsync(entries, { chunkSize: AT_A_TIME });
  return (query) => {
    const strict = index.search(query, { combineWith: "AND" });
    const half = termsOf(query).length / 2;
    const results = strict.length ? strict : index.search(query).filter((one) => one.queryTerms.length >= half);
    const found = results.map(({ id, terms }) => ({ entry: entries[id], terms: new Set(terms) }));
    return { found, loose: !strict.length };
  };
}

/** @returns {Promise<typeof import("minisearch")>} */
const loadLibrary = () => import(new URL(LIBRARY, import.meta.url).href);

/** @param {string} address @returns {Promise<Entry[]>} */
async function loadEntries(address) {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return readEntries(await response.json());
}

/** @param {any[][]} rows As the build writes them. @returns {Entry[]} */
export const readEntries = (rows) =>
  rows.map(([kind, place, title, text, link, lang], id) => ({ id, kind, place, title, text, address: link, lang }));
