// What is kept of the reader's choices for the whole site, and what a browser that refuses does to it.

import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { device, kept, startAnew, tab } from "./fake-browser.mjs";

const { eraseKept, erasesOnExit, keepErasesOnExit, keepLeft, keepTheme, wasLeft } = await import("../../web/js/platform/storage.js");

beforeEach(startAnew);

test("a theme that is none is not kept", () => {
  keepTheme("dark");
  keepTheme("");
  assert.deepEqual(kept().device, {});
});

test("whether leaving erases is kept on the device, and that a page was left in the tab", () => {
  assert.deepEqual([erasesOnExit(), wasLeft()], [false, false]);
  keepErasesOnExit(true);
  keepLeft(true);
  assert.deepEqual([erasesOnExit(), wasLeft()], [true, true]);
  assert.deepEqual(kept(), { tab: { "left /site/": "1" }, device: { "exit /site/": "erase" } });
  keepErasesOnExit(false);
  keepLeft(false);
  assert.deepEqual(kept(), { tab: {}, device: {} });
});

test("where nothing is to be kept, the choice of leaving is not kept either", () => {
  tab.texts.set("memory-only /site/", "1");
  keepErasesOnExit(true);
  assert.deepEqual(kept().device, {});
});

test("leaving erases without a store, and takes what the browser lets it take", () => {
  keepLeft(true);
  device.refusal = "refused";
  eraseKept();
  assert.deepEqual(kept().tab, {});
  tab.refusal = "refused";
  for (const use of [eraseKept, erasesOnExit, () => keepErasesOnExit(true), wasLeft, () => keepLeft(true)]) {
    assert.doesNotThrow(use);
  }
});
