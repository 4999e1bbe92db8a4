// What the search finds, with the library that the site ships.

import assert from "node:assert/strict";
import { before, test } from "node:test";
import MiniSearch from "minisearch";
import { buildSearch } from "../../web/js/search/search-index.js";

const ENTRIES = [
  { kind: "chapter", place: "Weak Ties", title: "A café on the corner", text: "Good morning at the counter." },
  { kind: "chapter", place: "Hosting", title: "A smaller pot", text: "Soup for four neighbors. Don’t bake a cake." },
  { kind: "move", place: "Invitations", title: "Name a bench.", text: "“The bench at four, with soup?”" },
  { kind: "source", place: "Person, A. (2019)", title: "A study of resumes", text: "The cafe was a lab." },
  { kind: "page", place: "Safety", title: "Where help is", text: "Zebra crossing, l’été." },
  { kind: "chapter", place: "邻居", title: "弱关系", text: "我们的邻居每天早上一起喝咖啡。" },
  { kind: "chapter", place: "الجيران", title: "قهوة الصباح", text: "قل صباح الخير لجارك في المقهى." },
].map((entry, id) => Object.assign(entry, { id, address: `${id}.html` }));

let search;
const titles = (query) => search(query).found.map(({ entry }) => entry.title);

before(async () => {
  search = await buildSearch(MiniSearch, ENTRIES);
});

for (const query of ["cafe", "CAFÉ", "café", "cafe\u0301"]) {
  test(`accents and capitals make no difference: ${query}`, () => {
    assert.deepEqual(titles(query), ["A café on the corner", "A study of resumes"]);
  });
}

for (const query of ["ete", "ETÉ", "l'été"]) {
  test(`no accent is taken for a slip: ${query}`, () => assert.deepEqual(titles(query), ["Where help is"]));
}

for (const [query, title] of [
  ["résumés", "A study of resumes"],
  ["dont", "A smaller pot"],
  ["don't", "A smaller pot"],
  ["neighbours", "A smaller pot"],
  ["neigh", "A smaller pot"],
  ["person 2019", "A study of resumes"],
  ["weak ties", "A café on the corner"],
  ["咖啡", "弱关系"],
  ["邻居喝咖啡", "弱关系"],
  ["جيران", "قهوة الصباح"],
  ["القهوة", "قهوة الصباح"],
]) {
  test(`words are found by their start, with a slip and by their place: ${query}`, () => {
    assert.deepEqual(titles(query), [title]);
  });
}

test("a short word must be right, and only the last one may be a beginning", () => {
  assert.deepEqual(titles("soap"), []);
  assert.deepEqual(titles("so"), ["A smaller pot", "Name a bench."]);
  assert.deepEqual(search("so bench").found.map(({ entry }) => entry.title), ["Name a bench."]);
  assert.equal(search("so bench").loose, true);
});

test("the terms of an entry that fit are told, for the marks", () => {
  const { found, loose } = search("bench soup");
  assert.equal(loose, false);
  assert.deepEqual(found.map(({ terms }) => terms), [new Set(["bench", "soup"])]);
});

test("where no entry has all words, those with half of them come", () => {
  const { found, loose } = search("zebra qqqq");
  assert.deepEqual([found.map(({ entry }) => entry.title), loose], [["Where help is"], true]);
  assert.deepEqual(search("zebra qqqq xxxx").found, []);
});

test("reading comes before looking up", () => {
  assert.deepEqual(search("soup").found.map(({ entry }) => entry.kind), ["chapter", "move"]);
});

test("nothing is found by nothing", () => {
  for (const query of ["", "  ", "?!"]) assert.deepEqual(search(query).found, []);
});
