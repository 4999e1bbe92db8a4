// At most one text a second is told, and who asked hears when theirs was.

import assert from "node:assert/strict";
import { afterEach, beforeEach, mock, test } from "node:test";
import { announcer } from "../../web/js/dom/live-region.js";

beforeEach(() => mock.timers.enable({ apis: ["setTimeout"] }));
afterEach(() => mock.timers.reset());

test("of texts that come at once the last one is told, and only then", () => {
  const region = { textContent: "" };
  const announce = announcer(region);
  const told = [];
  announce("one", () => told.push("one"));
  mock.timers.tick(900);
  announce("two", () => told.push("two"));
  mock.timers.tick(900);
  assert.deepEqual([region.textContent, told], ["", []]);
  mock.timers.tick(100);
  assert.deepEqual([region.textContent, told], ["two", ["two"]]);
  announce("three");
  mock.timers.tick(1000);
  assert.deepEqual([region.textContent, told], ["three", ["two"]]);
});
