// A kept form is opened whoever wrote it.

import assert from "node:assert/strict";
import { test } from "node:test";
import { parseForm } from "../../web/js/python/saved-form.js";

test("what was kept comes back", () => {
  const form = { entries: [["answers.a", "2"], ["capacity", "b"]], another: { invitation: 1 } };
  assert.deepEqual(parseForm(JSON.stringify(form)), form);
});

test("the move that was promised, the days and the choices come back", () => {
  const before = { entries: [["answers.a", "1"]], counted: "2026-10-31" };
  const kept = { promised: { move: "wave", day: "2026-11-30" }, counted: "2026-11-28", before, all: true, goOn: true };
  const form = { entries: [["answers.a", "2"]], another: {}, ...kept };
  assert.deepEqual(parseForm(JSON.stringify(form)), form);
});

test("what is of another kind is left out", () => {
  const kept = { promised: { move: 1 }, counted: 2, before: { counted: null, entries: [] }, all: "yes", goOn: 1 };
  const form = { entries: [], another: {} };
  assert.deepEqual(parseForm(JSON.stringify({ ...form, ...kept })), form);
});

test("an empty form is a form", () => {
  assert.deepEqual(parseForm('{"entries": [], "another": {}}'), { entries: [], another: {} });
});

const ENTRIES = [1, ["a", 1], [{ toString: 1 }, "x"], null, ["a"], ["a", "b", "c"]];

for (const text of [
  "", "no JSON", "[]", "{}", "null", "1", '{"entries": 1}', '{"another": {}}', '{"entries": []}', '{"blocks": [1, 2]}',
  ...ENTRIES.map((entry) => JSON.stringify({ entries: [entry, ["b", "2"]], another: {} })),
  ...[null, 1, []].map((another) => JSON.stringify({ entries: [], another })),
]) {
  test(`what is no form is none: ${text}`, () => assert.equal(parseForm(text), undefined));
}
