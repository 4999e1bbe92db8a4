// Three presses of Shift alone count, and nothing that a writer or a player does with Shift.

import assert from "node:assert/strict";
import { test } from "node:test";
import { LIMIT, ShiftPresses } from "../../web/js/dom/shift-presses.js";

/** Numbers that look like chance and are the same in every run. @param {number} seed */
function chance(seed) {
  let last = seed;
  return (below) => {
    last = (last * 1103515245 + 12345) % 2147483648;
    return last % below;
  };
}

/** How many presses count after a row of events: "s" is Shift alone, "S" Shift with a letter, "x" another key. */
function counted(events, presses = new ShiftPresses()) {
  let count = 0;
  for (const [event, time] of events) {
    if (event !== "x") presses.down();
    if (event !== "s") presses.interrupt();
    if (event !== "x") count = presses.up(time);
    else count = 0;
  }
  return count;
}

test("three presses within the time count three", () => {
  assert.equal(counted([["s", 0], ["s", 2400], ["s", LIMIT - 1]]), 3);
});

test("the third press counts two where the first is too old", () => {
  assert.equal(counted([["s", 0], ["s", 2500], ["s", LIMIT]]), 2);
});

test("Shift that is let go without having been pressed here counts nothing", () => {
  assert.equal(new ShiftPresses().up(0), 0);
});

test("whatever came before, the count is that of presses alone, in a row, within the time", () => {
  for (let seed = 1; seed <= 500; seed += 1) {
    const next = chance(seed);
    let time = 0;
    const events = Array.from({ length: 1 + next(12) }, () => ["ssssSx"[next(6)], (time += next(2600))]);
    const sinceOther = events.slice(events.findLastIndex(([event]) => event !== "s") + 1);
    const wanted = sinceOther.filter(([, then]) => time - then < LIMIT).length;
    assert.equal(counted(events), wanted, JSON.stringify(events));
  }
});
