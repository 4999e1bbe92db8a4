// The words of a text as the search compares them.

import assert from "node:assert/strict";
import { test } from "node:test";
import { tokenize } from "../../web/js/search/tokenize.js";

const terms = (text) => tokenize(text).map(({ term }) => term);

test("case, accents and their two ways of writing make no difference", () => {
  for (const word of ["cafe", "CAFÉ", "café", "cafe\u0301"]) assert.deepEqual(terms(word), ["cafe"]);
});

test("letters that no standard form takes apart are written out", () => {
  assert.deepEqual(terms("Straße Cœur Ærø Łódź Đorđe"), ["strasse", "coeur", "aero", "lodz", "dorde"]);
  assert.deepEqual(terms("ﬁne Ⅳ"), ["fine", "iv"]);
});

test("a short end belongs to its word, before a longer part a new word starts", () => {
  assert.deepEqual(terms("don't don’t we’re"), ["dont", "dont", "were"]);
  assert.deepEqual(terms("l'amour l’été"), ["l", "amour", "l", "ete"]);
  assert.deepEqual(terms("neighbors' o'clock"), ["neighbors", "o", "clock"]);
});

test("digits are words, marks and signs are not", () => {
  assert.deepEqual(terms("Person, A. (2019): 14 days — “soup”!"), ["person", "a", "2019", "14", "days", "soup"]);
  for (const text of ["", "   ", "?!", "\u0301", "'", "—"]) assert.deepEqual(terms(text), []);
});

test("places are those of the text, however its letters are written", () => {
  const text = "A cafe\u0301, “don’t”.";
  const found = tokenize(text).map(({ start, end }) => text.slice(start, end));
  assert.deepEqual(found, ["A", "cafe\u0301", "don’t"]);
});

test("letters outside the first plane are whole", () => {
  assert.deepEqual(tokenize("a 𝒃c"), [
    { start: 0, end: 1, term: "a" },
    { start: 2, end: 5, term: "bc" },
  ]);
});
