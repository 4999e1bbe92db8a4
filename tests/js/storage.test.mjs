// What is kept where, what moves, and what a browser that refuses does to it.

import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";

/** Storage as browsers have it; with `refusal` it throws that at any use. */
class FakeStorage {
  refusal = "";
  full = false;
  texts = new Map();

  getItem(name) {
    this.#check(false);
    return this.texts.get(name) ?? null;
  }

  setItem(name, text) {
    this.#check(this.full);
    this.texts.set(name, String(text));
  }

  removeItem(name) {
    this.#check(false);
    this.texts.delete(name);
  }

  #check(isFull) {
    if (this.refusal || isFull) throw new DOMException(this.refusal || "full", "QuotaExceededError");
  }
}

const KEY = "builder";
const RESULT = "builder-result";
const SCORE = "builder-card-score";
let tab;
let device;
let otherTab; // what the browser tells of another tab
let main;
let shown;

function define(name, value) {
  Object.defineProperty(globalThis, name, { configurable: true, writable: true, value });
}

define("addEventListener", (_, listener) => {
  otherTab = listener;
});

const { Store, eraseKept, erasesOnExit, keepErasesOnExit, keepLeft, keepTheme, mayHold, wasLeft } = await import("../../web/js/platform/storage.js");

const kept = () => ({ tab: Object.fromEntries(tab.texts), device: Object.fromEntries(device.texts) });

/** A store, opened, as of a page that has just been loaded. */
function opened() {
  const store = new Store(KEY, () => main);
  const found = store.open();
  store.listen(() => shown.push([store.place, store.isRefused]));
  return { store, found };
}

beforeEach(() => {
  [tab, device] = [new FakeStorage(), new FakeStorage()];
  define("sessionStorage", tab);
  define("localStorage", device);
  main = { text: "form 1", isEmpty: false };
  shown = [];
});

test("at first things are kept until the tab is closed", () => {
  const { store, found } = opened();
  assert.equal(found, "");
  store.keep();
  store.keepBeside("result", "64");
  assert.deepEqual(kept(), { tab: { [KEY]: "form 1", [RESULT]: "64" }, device: {} });
  assert.deepEqual([opened().found, opened().store.beside("result")], ["form 1", "64"]);
});

test("what was kept beside an earlier form goes with it", () => {
  const { store } = opened();
  store.keep();
  store.keepBeside("result", "64");
  main = { text: "form 2", isEmpty: false };
  store.keep();
  assert.deepEqual(kept().tab, { [KEY]: "form 2" });
});

test("an empty form is kept nowhere but on the device, where it says what the reader wants", () => {
  const { store } = opened();
  store.keep();
  main = { text: "empty", isEmpty: true };
  store.keep();
  assert.deepEqual(kept(), { tab: {}, device: {} });
  store.moveTo("device");
  assert.deepEqual(kept(), { tab: {}, device: { [KEY]: "empty" } });
  assert.equal(opened().store.place, "device");
});

test("nothing is kept beside an empty form, or beside another one than was kept", () => {
  const { store } = opened();
  store.keep();
  main = { text: "form 2", isEmpty: false };
  store.keepBeside("result", "64");
  main = { text: "form 1", isEmpty: true };
  store.keepBeside("result", "64");
  assert.deepEqual(kept().tab, { [KEY]: "form 1" });
});

test("all fields move where the reader wants them, and back", () => {
  const { store } = opened();
  store.keep();
  store.keepBeside("result", "64");
  const both = { [KEY]: "form 1", [RESULT]: "64" };
  store.moveTo("device");
  assert.deepEqual(kept(), { tab: {}, device: both });
  store.moveTo("tab");
  assert.deepEqual(kept(), { tab: both, device: {} });
});

test("a choice stays when the form changes, moves with it, and is not kept in memory only", () => {
  const { store } = opened();
  store.keep();
  store.remember("score", "1");
  main = { text: "form 2", isEmpty: false };
  store.keep();
  assert.deepEqual(kept().tab, { [KEY]: "form 2", [SCORE]: "1" });
  store.moveTo("device");
  assert.deepEqual(kept(), { tab: {}, device: { [KEY]: "form 2", [SCORE]: "1" } });
  store.moveTo("memory");
  store.remember("score", "1");
  assert.deepEqual(kept(), { tab: { "memory-only": "1" }, device: {} });
});

test("in memory only means that nothing is kept, in later pages of the tab either", () => {
  const { store } = opened();
  store.keep();
  store.keepBeside("result", "64");
  store.moveTo("memory");
  store.keep();
  store.keepBeside("result", "64");
  assert.deepEqual(kept(), { tab: { "memory-only": "1" }, device: {} });
  assert.equal(opened().store.place, "memory");
  store.moveTo("tab");
  assert.deepEqual(kept(), { tab: { [KEY]: "form 1" }, device: {} });
});

test("a tab that keeps nothing lets be what another keeps on the device", () => {
  tab.texts.set("memory-only", "1");
  device.texts.set(KEY, "theirs");
  const { store, found } = opened();
  assert.deepEqual([store.place, found], ["memory", "theirs"]);
  store.keep();
  assert.equal(device.texts.get(KEY), "theirs");
});

test("what is on the device goes before what is in the tab", () => {
  tab.texts.set(KEY, "mine");
  device.texts.set(KEY, "theirs");
  const { store, found } = opened();
  assert.deepEqual([store.place, found], ["device", "theirs"]);
});

test("what another tab erased is not put back on the device", () => {
  const { store } = opened();
  store.moveTo("device");
  otherTab({ key: "theme", newValue: null });
  otherTab({ key: KEY, newValue: "form 3" });
  assert.equal(store.place, "device");
  device.texts.clear();
  otherTab({ key: KEY, newValue: null });
  store.keep();
  assert.deepEqual([store.place, kept().device], ["tab", {}]);
  store.moveTo("device");
  otherTab({ key: null, newValue: null });
  assert.equal(store.place, "tab");
});

test("a change of another tab does not end memory only", () => {
  const { store } = opened();
  store.moveTo("memory");
  otherTab({ key: KEY, newValue: null });
  assert.equal(store.place, "memory");
});

test("erasing takes every name of the site, and no other", () => {
  const { store } = opened();
  store.moveTo("device");
  store.keepBeside("result", "64");
  keepTheme("dark");
  keepErasesOnExit(true);
  keepLeft(true);
  device.texts.set("somebody else's", "1");
  tab.texts.set("memory-only", "1");
  store.eraseAll();
  assert.deepEqual(kept(), { tab: {}, device: { "somebody else's": "1" } });
  assert.equal(store.place, "tab");
});

test("a theme that is none is not kept", () => {
  keepTheme("dark");
  keepTheme("");
  assert.deepEqual(kept().device, {});
});

test("where both are refused the page is told, and nothing throws", () => {
  tab.refusal = device.refusal = "refused";
  const { store, found } = opened();
  assert.equal(found, "");
  assert.deepEqual(shown.at(-1), ["tab", true]);
  for (const [place, isTold] of [["device", true], ["memory", false], ["tab", true]]) {
    store.moveTo(place);
    assert.deepEqual(shown.at(-1), [place, isTold]); // where nothing is to be kept, nothing is missing
  }
  store.keepBeside("result", "64");
  assert.equal(store.beside("result"), "");
  store.eraseAll();
  assert.equal(store.isRefused, true);
  assert.equal(mayHold(KEY, "result", [""]), false);
});

test("where only the longer storage is refused nothing is told until the reader wants it", () => {
  device.refusal = "refused";
  const { store } = opened();
  store.keep();
  assert.deepEqual(shown.at(-1), ["tab", false]);
  store.moveTo("device");
  assert.deepEqual(shown.at(-1), ["device", true]);
});

test("the page is told when there is room again", () => {
  const { store } = opened();
  tab.full = true;
  store.keep();
  assert.equal(store.isRefused, true);
  tab.full = false;
  store.keep();
  assert.deepEqual([store.isRefused, kept().tab], [false, { [KEY]: "form 1" }]);
});

test("a field that finds no room is left out, and the page is not told", () => {
  const { store } = opened();
  store.keep();
  tab.full = true;
  store.keepBeside("result", "64");
  assert.deepEqual([store.isRefused, kept().tab], [false, { [KEY]: "form 1" }]);
});

test("whether a field may hold something is known before there is a store", () => {
  assert.equal(mayHold(KEY, "result", ["edition", "2026-11-23"]), false);
  tab.texts.set(RESULT, "edition of 2026-11-22");
  assert.equal(mayHold(KEY, "result", ["edition", "2026-11-23"]), false);
  device.texts.set(RESULT, "edition of 2026-11-23");
  assert.equal(mayHold(KEY, "result", ["edition", "2026-11-23"]), true);
});

test("whether leaving erases is kept on the device, and that a page was left in the tab", () => {
  assert.deepEqual([erasesOnExit(), wasLeft()], [false, false]);
  keepErasesOnExit(true);
  keepLeft(true);
  assert.deepEqual([erasesOnExit(), wasLeft()], [true, true]);
  assert.deepEqual(kept(), { tab: { left: "1" }, device: { exit: "erase" } });
  keepErasesOnExit(false);
  keepLeft(false);
  assert.deepEqual(kept(), { tab: {}, device: {} });
});

test("where nothing is to be kept, the choice of leaving is not kept either", () => {
  tab.texts.set("memory-only", "1");
  keepErasesOnExit(true);
  assert.deepEqual(kept().device, {});
});

test("leaving erases without a store, and takes what the browser lets it take", () => {
  const { store } = opened();
  store.keep();
  device.refusal = "refused";
  eraseKept();
  assert.deepEqual(kept().tab, {});
  tab.refusal = "refused";
  for (const use of [eraseKept, erasesOnExit, () => keepErasesOnExit(true), wasLeft, () => keepLeft(true)]) {
    assert.doesNotThrow(use);
  }
});
