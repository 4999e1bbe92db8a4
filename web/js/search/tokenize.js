// Words as the search compares them: without case, accents and apostrophes, so that "Café" and "cafe" are one term.
// A short end belongs to its word, as in "don't"; before a longer part a new word starts, as in "l'amour".

const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:['’]\p{L}{1,2}(?![\p{L}\p{N}\p{M}]))?/gu;
const MARKS = /[\p{M}'’]/gu;

/** Letters that no standard form takes apart. @type {Record<string, string>} */
const LETTERS = { ß: "ss", æ: "ae", œ: "oe", ø: "o", ł: "l", đ: "d", ı: "i" };

/**
 * A word by its place in a text, and what it is compared by.
 * @typedef {{start: number, end: number, term: string}} Token
 */

/** @param {string} word */
function normalize(word) {
  const plain = word.normalize("NFKD").toLowerCase().replaceAll(MARKS, "");
  return plain.replaceAll(/[ßæœøłđı]/g, (letter) => LETTERS[letter]);
}

/**
 * @param {string} text
 * @returns {Token[]}
 */
export function tokenize(text) {
  const found = [...text.matchAll(WORD)];
  return found.map(({ index, 0: word }) => ({ start: index, end: index + word.length, term: normalize(word) }));
}
