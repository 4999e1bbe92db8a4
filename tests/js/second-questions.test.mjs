// Only the second questions that are asked are shown; their words are there to be told.

import assert from "node:assert/strict";
import { test } from "node:test";
import { showSecondQuestions } from "../../web/js/builder/second-questions.js";

const question = (second, ...parts) => ({
  dataset: { second },
  hidden: true,
  querySelector: () => ({ childNodes: parts.map((textContent) => ({ textContent })) }),
});

test("questions come, stay, and go", () => {
  const [one, two] = [question("a", "More", " A?\n"), question("b", "\n", "More", " B?")];
  const form = { querySelectorAll: () => [one, two] };
  assert.deepEqual(showSecondQuestions(form, ["b"]), ["More. B?"]);
  assert.deepEqual([one.hidden, two.hidden], [true, false]);
  assert.deepEqual(showSecondQuestions(form, ["b", "a"]), ["More. A?", "More. B?"]);
  assert.deepEqual(showSecondQuestions(form, ["a"]), ["More. A?"]);
  assert.deepEqual([one.hidden, two.hidden], [false, true]);
  assert.deepEqual(showSecondQuestions(form, ["unknown"]), []);
  assert.deepEqual([one.hidden, two.hidden], [true, true]);
});
