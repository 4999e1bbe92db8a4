// Lines and type size of a text in a drawing. Each character is half a type size wide here.

import assert from "node:assert/strict";
import { test } from "node:test";
import { layOut } from "../../web/js/dom/text-layout.js";

const measure = (text) => text.length / 2;
const ROOM = { size: 20, width: 200, most: 3, height: Infinity, pitch: undefined };

/** All lines within the width, and no word lost. */
function check(text, room, { size, lines }) {
  assert.equal(lines.join(" "), text);
  assert.ok(lines.length <= room.most, `${lines.length} lines`);
  for (const line of lines) assert.ok(measure(line) * size <= room.width, `${line} at ${size}`);
}

test("a short text keeps the largest size on one line", () => {
  assert.deepEqual(layOut("Soup at four", ROOM, measure), { size: 20, lines: ["Soup at four"], pitch: 22 });
});

test("no text has no lines", () => {
  assert.deepEqual(layOut("", ROOM, measure).lines, []);
});

test("lines are of about the same length", () => {
  const { size, lines } = layOut("One two three four five six", ROOM, measure);
  assert.deepEqual([size, lines], [20, ["One two three", "four five six"]]);
});

test("a line less is worth a somewhat smaller size", () => {
  const { size, lines } = layOut("One two three four fiv", ROOM, measure);
  assert.deepEqual(lines, ["One two three four fiv"]);
  assert.ok(size > 0.84 * ROOM.size && size < ROOM.size);
});

test("the size goes down until the lines are few enough", () => {
  const text = "One of your neighbors has a bench and another one has soup for all of you on Friday";
  for (const most of [1, 2, 3, 4]) {
    const room = { ...ROOM, most };
    const laid = layOut(text, room, measure);
    check(text, room, laid);
    assert.ok(laid.size < 20 || most === 4);
  }
});

test("the size goes down until the lines are low enough", () => {
  const text = "One of your neighbors has a bench and soup";
  const room = { ...ROOM, height: 30 };
  const laid = layOut(text, room, measure);
  check(text, room, laid);
  assert.ok(laid.lines.length * laid.pitch <= 30);
});

test("a word that is wider than the room makes the type smaller, not the word shorter", () => {
  const laid = layOut("Neighborhoodledgers", { ...ROOM, width: 100 }, measure);
  check("Neighborhoodledgers", { ...ROOM, width: 100 }, laid);
  assert.ok(laid.size < 11);
});

test("a word that fits in no size ends the search", () => {
  const { size, lines } = layOut("x".repeat(10_000), ROOM, measure);
  assert.deepEqual([lines.length, size < 1], [1, true]);
});

test("on ruled lines the pitch stays, and the lines are not balanced", () => {
  const text = "One two three four five six seven eig ninety, ten one";
  const { size, lines, pitch } = layOut(text, { ...ROOM, pitch: 30 }, measure);
  assert.deepEqual([size, pitch], [20, 30]);
  assert.deepEqual(lines, ["One two three four", "five six seven eig", "ninety, ten one"]);
});

test("on ruled lines a last line of one word is worth a somewhat smaller size", () => {
  const { size, lines } = layOut("One two three four fi", { ...ROOM, pitch: 30 }, measure);
  assert.deepEqual(lines, ["One two three four fi"]);
  assert.ok(size < 20 && size > 20 * 0.84);
});
