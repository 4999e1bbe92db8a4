// The day where the reader is.

import assert from "node:assert/strict";
import { afterEach, mock, test } from "node:test";
import { today } from "../../web/js/platform/today.js";

function at(...moment) {
  mock.timers.enable({ apis: ["Date"], now: new Date(...moment).getTime() });
}

afterEach(() => mock.timers.reset());

test("the day is the local one, from its first minute to its last", () => {
  at(2026, 0, 5, 0, 0, 0);
  assert.equal(today(), "2026-01-05");
  mock.timers.reset();
  at(2026, 0, 5, 23, 59, 59);
  assert.equal(today(), "2026-01-05");
});

test("days ahead go over the ends of months and years", () => {
  at(2026, 11, 31, 12);
  assert.deepEqual([today(1), today(365)], ["2027-01-01", "2027-12-31"]);
  mock.timers.reset();
  at(2028, 1, 28, 12);
  assert.deepEqual([today(1), today(2)], ["2028-02-29", "2028-03-01"]);
});
