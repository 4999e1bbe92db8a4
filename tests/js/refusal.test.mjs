// What Python refuses, as one text.

import assert from "node:assert/strict";
import { test } from "node:test";
import { noAnswer, reasonsOf } from "../../web/js/python/refusal.js";

test("reasons stand with what is allowed, one after the other", () => {
  const issues = [
    { text: "This is too long.", allowed: "At most 3." },
    { text: "No such day.", allowed: "" },
  ];
  assert.equal(reasonsOf({ issues }), "This is too long. At most 3. No such day.");
});

test("without Python the page's own words are the reason", () => {
  assert.equal(noAnswer("This needs Python.").ok, false);
  assert.equal(reasonsOf(noAnswer("This needs Python.")), "This needs Python.");
  assert.equal(reasonsOf(noAnswer(undefined)), "");
});
