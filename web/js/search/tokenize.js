// Words as the search compares them: without case, accents and apostrophes, so that "Café" and "cafe" are one term.
// A short end belongs to its word, as in "don't"; before a longer part a new word starts, as in "l'amour".

import { normalize } from "./normalize.js";

const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:['’]\p{L}{1,2}(?![\p{L}\p{N}\p{M}]))?/gu;

/** Scripts that put no spaces between words. */
const UNSPACED = String.raw`\p{sc=Han}\p{sc=Hira}\p{sc=Kana}ー\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}`;
const IS_UNSPACED = new RegExp(`^[${UNSPACED}]`, "u");
const RUNS = new RegExp(String.raw`[${UNSPACED}][${UNSPACED}\p{M}]*|[^${UNSPACED}]+`, "gu");

/** The browser knows words of these scripts; one without that knowledge takes each letter for a word. */
const segmenter = "Segmenter" in Intl ? new Intl.Segmenter(undefined, { granularity: "word" }) : undefined;

/**
 * A word by its place in a text, and what it is compared by.
 * @typedef {{start: number, end: number, term: string}} Token
 */

/** @param {string} letters @param {number} start @returns {[number, string][]} */
function segments(letters, start) {
  if (segmenter) return [...segmenter.segment(letters)].map(({ index, segment }) => [start + index, segment]);
  return [...letters.matchAll(/./gsu)].map(({ index, 0: letter }) => [start + index, letter]);
}

/** @param {string} word @param {number} start @returns {[number, string][]} */
function parts(word, start) {
  const runs = [...word.matchAll(RUNS)];
  return runs.flatMap(({ index, 0: run }) => (isUnspaced(run) ? segments(run, start + index) : [[start + index, run]]));
}

/** Whether a term is of a script without spaces, where hardly a word is long. @param {string} term */
export const isUnspaced = (term) => IS_UNSPACED.test(term);

/**
 * @param {string} text
 * @returns {Token[]}
 */
export function tokenize(text) {
  const found = [...text.matchAll(WORD)].flatMap(({ index, 0: word }) => parts(word, index));
  return found.map(([start, word]) => ({ start, end: start + word.length, term: normalize(word) }));
}
