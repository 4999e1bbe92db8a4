// The part of a text that a result shows.

import assert from "node:assert/strict";
import { test } from "node:test";
import { excerpt } from "../../web/js/search/excerpt.js";

const MOST = 220 + "… ".length + " …".length;
const FILLER = "Say good morning at the counter. ";
const around = (before, words, after) => `${FILLER.repeat(before)}${words} ${FILLER.repeat(after)}`.trim();

test("a short text is shown whole", () => {
  for (const text of ["", "Soup.", "x".repeat(220)]) assert.equal(excerpt(text, new Set(["soup"])), text);
});

test("without a fitting word the beginning is shown, and cut between words", () => {
  const shown = excerpt(around(20, "", 0), new Set(["zebra"]));
  assert.match(shown, /^Say good .*\w …$/);
  assert.ok(shown.length <= MOST);
});

test("in the middle both ends are open, and the word has words before it", () => {
  const shown = excerpt(around(10, "A zebra.", 10), new Set(["zebra"]));
  assert.match(shown, /^… \w.* A zebra\. .*\w …$/);
  assert.ok(shown.indexOf("zebra") > 30 && shown.indexOf("zebra") < 70, shown);
  assert.ok(shown.length <= MOST);
});

test("at the end nothing is left out after it", () => {
  const text = around(20, "Then sit.", 0);
  const shown = excerpt(text, new Set(["sit"]));
  assert.match(shown, /^… .* Then sit\.$/);
});

test("a word near the beginning leaves the beginning", () => {
  assert.match(excerpt(around(1, "A zebra.", 10), new Set(["zebra"])), /^Say good .* A zebra\. .* …$/);
});

test("the place with the most different words wins, the first of equal ones", () => {
  const text = [around(0, "Soup, soup, soup, soup.", 10), around(0, "Bread and soup.", 10), "Bread, soup."].join(" ");
  assert.match(excerpt(text, new Set(["soup", "bread"])), /Bread and soup\./);
  assert.match(excerpt(text, new Set(["soup"])), /^Soup, soup/);
});

test("words are compared as the search compares them", () => {
  assert.match(excerpt(around(10, "Au CAFÉ.", 10), new Set(["cafe"])), /Au CAFÉ\./);
});

test("a text without a place to cut is cut all the same", () => {
  assert.equal(excerpt("x".repeat(500), new Set()), `${"x".repeat(220)} …`);
});

test("a text without spaces is cut between its words", () => {
  const text = `${"我们的邻居每天喝咖啡。".repeat(20)}社区地图。${"我们的邻居每天喝咖啡。".repeat(20)}`;
  const shown = excerpt(text, new Set(["地图"]));
  assert.match(shown, /^… (我们|的|邻居|每天|喝|咖啡).*社区地图。.*(我们|的|邻居|每天|喝|咖啡) …$/);
  assert.ok(shown.length <= MOST);
});
