// A kept form is opened whoever wrote it.

import assert from "node:assert/strict";
import { test } from "node:test";
import { parseForm } from "../../web/js/builder/saved-form.js";

test("what was kept comes back", () => {
  const form = { entries: [["answers.a", "2"], ["capacity", "b"]], another: { invitation: 1 } };
  assert.deepEqual(parseForm(JSON.stringify(form)), form);
});

test("an empty form is a form", () => {
  assert.deepEqual(parseForm('{"entries": [], "another": {}}'), { entries: [], another: {} });
});

for (const text of ["", "no JSON", "[]", "{}", "null", "1", '{"entries": 1}', '{"another": {}}']) {
  test(`what is no form is none: ${text}`, () => assert.equal(parseForm(text), undefined));
}

test("entries that are no texts are left out", () => {
  const kept = { entries: [1, ["a", 1], [{ toString: 1 }, "x"], null, ["b", "2"]] };
  assert.deepEqual(parseForm(JSON.stringify(kept)), { entries: [["b", "2"]], another: {} });
});
