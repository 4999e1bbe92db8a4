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

test("where no spaces part words, the words are found", () => {
  assert.deepEqual(terms("我们的邻居每天喝咖啡。"), ["我们", "的", "邻居", "每天", "喝", "咖啡"]);
  assert.deepEqual(terms("隣人とコーヒーを飲む"), ["隣人", "と", "コーヒー", "を", "飲む"]);
  assert.deepEqual(terms("เพื่อนบ้านดื่มกาแฟ"), ["เพื่อน", "บ้าน", "ดื่ม", "กาแฟ"]);
  assert.deepEqual(terms("用AI的社区map2"), ["用", "ai", "的", "社区", "map2"]);
});

test("marks that are letters stay, as those of Thai, Hindi and Japanese", () => {
  assert.deepEqual(terms("की का"), ["की", "का"]);
  assert.deepEqual(terms("がか"), terms("か\u3099か"));
  assert.notDeepEqual(terms("が"), terms("か"));
  assert.notDeepEqual(terms("ปา"), terms("ป่า"));
});

test("an Arabic word is found without its article, its signs and what stretches it", () => {
  for (const word of ["جيران", "الجيران", "والجيران", "للجيران", "الجِيرَان", "الجيـــران"]) {
    assert.deepEqual(terms(word), ["جيران"], word);
  }
  assert.deepEqual(terms("أحمد إحسان آداب"), ["احمد", "احسان", "اداب"]);
  assert.deepEqual(terms("مدرسة مستشفى"), ["مدرسه", "مستشفي"]);
  assert.deepEqual(terms("یک"), terms("يك"));
  assert.deepEqual(terms("١٤ ۱۴"), ["14", "14"]);
  assert.deepEqual(terms("ال الي"), ["ال", "الي"]);
});

test("Hebrew words are found with and without their points", () => {
  assert.deepEqual(terms("שָׁלוֹם"), terms("שלום"));
});

test("places are those of the text in every script", () => {
  const text = "一、邻居；ال\u0640جار";
  assert.deepEqual(tokenize(text).map(({ start, end }) => text.slice(start, end)), ["一", "邻居", "ال\u0640جار"]);
});
