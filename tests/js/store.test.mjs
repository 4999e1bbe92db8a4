// What a tool keeps where, what moves, what other tabs do to it, and what a browser that refuses does.

import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { channel, comeBack, device, hear, kept, otherTab, startAnew, tab } from "./fake-browser.mjs";

const { keepErasesOnExit, keepLeft, keepTheme } = await import("../../web/js/platform/storage.js");
const { Store, mayHold } = await import("../../web/js/platform/store.js");

const KEY = "builder /site/";
const RESULT = "builder-result /site/";
const SCORE = "builder-card-score /site/";
const MEMORY_ONLY = { "memory-only /site/": "1" };
let main;
let shown;
let takenOver;
let forgotten;

/** A store, opened, as of a page that has just been loaded. */
function opened() {
  const store = new Store("builder", {
    current: () => main,
    isOwn: (text) => /^(form|theirs|mine|empty)/.test(text),
    takeOver: (text) => takenOver.push(text),
    forget: () => Promise.resolve(forgotten++),
  });
  const found = store.open();
  store.listen(() => shown.push([store.place, store.isRefused]));
  return { store, found };
}

beforeEach(() => {
  startAnew();
  main = { text: "form 1", isEmpty: false };
  shown = [];
  takenOver = [];
  forgotten = 0;
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
  assert.deepEqual(kept(), { tab: MEMORY_ONLY, device: {} });
});

test("in memory only means that nothing is kept, in later pages of the tab either", () => {
  const { store } = opened();
  store.keep();
  store.keepBeside("result", "64");
  store.moveTo("memory");
  store.keep();
  store.keepBeside("result", "64");
  assert.deepEqual(kept(), { tab: MEMORY_ONLY, device: {} });
  assert.equal(opened().store.place, "memory");
  store.moveTo("tab");
  assert.deepEqual(kept(), { tab: { [KEY]: "form 1" }, device: {} });
});

test("a tab that keeps nothing lets be what another keeps on the device", () => {
  tab.texts.set("memory-only /site/", "1");
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
  otherTab({ key: "theme /site/" });
  assert.equal(store.place, "device");
  device.texts.clear();
  otherTab({ key: KEY });
  store.keep();
  assert.deepEqual([store.place, kept().device], ["tab", {}]);
  store.moveTo("device");
  device.texts.clear();
  store.keep(); // the browser has yet to tell
  assert.deepEqual([store.place, kept().device], ["tab", {}]);
});

test("what another tab kept later is taken over, told or not, and never written over", () => {
  const { store } = opened();
  store.moveTo("device");
  device.texts.set(KEY, "form 2");
  otherTab({ key: KEY });
  assert.deepEqual(takenOver, ["form 2"]);
  device.texts.set(KEY, "form 3");
  store.keep();
  assert.deepEqual([takenOver, kept().device], [["form 2", "form 3"], { [KEY]: "form 3" }]);
  main = { text: "form 4", isEmpty: false };
  store.keep();
  assert.deepEqual(kept().device, { [KEY]: "form 4" });
});

test("a page that the browser kept catches up: what was erased is gone, what is newer is taken over", () => {
  const { store } = opened();
  store.keep();
  comeBack();
  assert.deepEqual([forgotten, kept().tab], [0, { [KEY]: "form 1" }]);
  tab.texts.clear();
  comeBack();
  assert.equal(forgotten, 1);
  store.moveTo("device");
  device.texts.set(KEY, "form 2");
  comeBack();
  assert.deepEqual([forgotten, takenOver], [1, ["form 2"]]);
});

test("what is not ours is no wish, is not shown, and stays as it is until the reader wants ours there", () => {
  const foreign = '{"blocks":[1,2]}';
  device.texts.set(KEY, foreign);
  const { store, found } = opened();
  assert.deepEqual([store.place, found], ["tab", ""]);
  store.keep();
  store.moveTo("memory");
  store.moveTo("tab");
  assert.deepEqual(kept(), { tab: { [KEY]: "form 1" }, device: { [KEY]: foreign } });
  store.moveTo("device");
  assert.deepEqual(kept(), { tab: {}, device: { [KEY]: "form 1" } });
  device.texts.set(KEY, foreign);
  store.keep();
  assert.deepEqual([store.place, kept().device], ["tab", { [KEY]: foreign }]);
});

test("what is not ours in the tab stays as well, and the page is told that nothing is kept", () => {
  tab.texts.set(KEY, "foreign");
  const { store, found } = opened();
  assert.equal(found, "");
  store.keep();
  assert.deepEqual([store.isRefused, kept().tab], [true, { [KEY]: "foreign" }]);
});

test("to keep nothing is for all tabs, and so is its end", () => {
  const { store } = opened();
  store.moveTo("memory");
  store.moveTo("tab");
  assert.deepEqual(channel.told, ["nothing", "something"]);
  hear("nothing");
  store.keep();
  assert.deepEqual([store.place, kept()], ["memory", { tab: MEMORY_ONLY, device: {} }]);
  hear("asks");
  assert.deepEqual(channel.told.at(-1), "nothing");
  hear("something");
  assert.deepEqual([store.place, kept()], ["tab", { tab: { [KEY]: "form 1" }, device: {} }]);
});

test("a tab that is told to keep nothing leaves what is on the device, and writes no more there", () => {
  const { store } = opened();
  store.moveTo("device");
  hear("nothing");
  main = { text: "form 2", isEmpty: false };
  store.keep();
  assert.deepEqual(kept(), { tab: MEMORY_ONLY, device: { [KEY]: "form 1" } });
});

test("what another tab erases is gone from this one as well", () => {
  const { store } = opened();
  store.keep();
  hear("erased");
  assert.deepEqual([store.place, forgotten, kept().tab], ["tab", 1, {}]);
});

test("erasing takes every name of the site, and no other", () => {
  const { store } = opened();
  store.moveTo("device");
  store.keepBeside("result", "64");
  keepTheme("dark");
  keepErasesOnExit(true);
  keepLeft(true);
  device.texts.set("somebody else's", "1");
  tab.texts.set("memory-only /site/", "1");
  store.eraseAll();
  assert.deepEqual(kept(), { tab: {}, device: { "somebody else's": "1" } });
  assert.equal(store.place, "tab");
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
  assert.equal(mayHold("builder", "result", [""]), false);
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
  assert.equal(mayHold("builder", "result", ["edition", "2026-11-23"]), false);
  tab.texts.set(RESULT, "edition of 2026-11-22");
  assert.equal(mayHold("builder", "result", ["edition", "2026-11-23"]), false);
  device.texts.set(RESULT, "edition of 2026-11-23");
  assert.equal(mayHold("builder", "result", ["edition", "2026-11-23"]), true);
});
