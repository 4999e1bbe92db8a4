// The passphrase: sealing what is kept and backup files, unlocking, and locking again after a while.

import { query } from "../dom/query.js";
import { saveFile } from "../platform/save-file.js";
import { today } from "../platform/today.js";
import { loadLock } from "../kept/load-lock.js";

/** @typedef {import("../kept/kept-text.js").KeptText} KeptText */

const MINUTE = 60_000; // milliseconds

/** @param {string} form @param {string} name */
const field = (form, name) => /** @type {HTMLInputElement} */ (query(`${form} [name="${name}"]`));

/**
 * @param {(text: string) => void} announce
 * @param {KeptText} kept
 * @returns {() => void} To be called when the state may be another one.
 */
export function setUpPassphrase(announce, kept) {
  const details = query(".passphrase");
  const words = field("#passphrase", "passphrase");
  const unlock = query("#unlock");
  details.hidden = !globalThis.isSecureContext;

  function show() {
    unlock.hidden = kept.state !== "locked";
    query(".is-sealed").hidden = !kept.isSealed || kept.state === "locked";
  }

  /** @param {HTMLElement} button */
  function done(button) {
    words.value = "";
    show();
    announce(button.dataset.done ?? "");
  }

  helpToWrite(words);
  query("#passphrase").addEventListener("submit", async (event) => {
    event.preventDefault();
    const { newLock } = await loadLock();
    if (words.value && (await kept.setLock(await newLock(words.value)))) done(query("#passphrase button:not([type])"));
  });
  query("[data-do=sealed-backup]").addEventListener("click", async () => {
    if (!words.value) return words.focus();
    const { sealFile } = await loadLock();
    const sealed = await sealFile(kept.text, words.value);
    saveFile(`weekly-review-${today()}.json.age`, new Blob([/** @type {BlobPart} */ (sealed)], { type: "application/octet-stream" }));
    done(query("[data-do=sealed-backup]"));
  });
  query("[data-do=unseal]").addEventListener("click", async () => {
    if (await kept.setLock(undefined)) done(query("[data-do=unseal]"));
  });
  query("[data-do=lock]").addEventListener("click", () => kept.lock());
  setUpUnlock(kept);
  lockAfterAWhile(kept);
  show();
  return show;
}

/** Say that it is short, and show it where that is wanted. @param {HTMLInputElement} words */
function helpToWrite(words) {
  words.addEventListener("input", () => {
    const note = query("#passphrase .note");
    note.hidden = words.value === "" || words.value.length >= Number(note.dataset.least);
    note.textContent = note.hidden ? "" : (note.dataset.weak ?? "");
  });
  field("#passphrase", "show-passphrase").addEventListener("change", ({ target }) => {
    words.type = /** @type {HTMLInputElement} */ (target).checked ? "text" : "password";
  });
}

/** @param {KeptText} kept */
function setUpUnlock(kept) {
  const form = query("#unlock");
  const input = field("#unlock", "passphrase");
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const { openLock } = await loadLock();
    const isRight = await kept.unlock((key) => openLock(key, input.value));
    tellWrong(form, isRight);
    if (isRight) query("#main").focus({ preventScroll: true });
    else input.focus();
    input.value = "";
  });
}

/** Lock it where nothing was pressed for as long as the reader chose. @param {KeptText} kept */
function lockAfterAWhile(kept) {
  const after = /** @type {HTMLSelectElement} */ (query("[name=lock-after]"));
  let last = Date.now();
  for (const type of ["pointerdown", "keydown"]) addEventListener(type, () => (last = Date.now()));
  setInterval(() => {
    const limit = Number(after.value) * MINUTE;
    if (limit && Date.now() - last >= limit) kept.lock();
  }, MINUTE / 4);
}

/** @param {Element} form @param {boolean} isRight */
export function tellWrong(form, isRight) {
  const note = query(".note", form);
  note.hidden = isRight;
  note.textContent = isRight ? "" : (note.dataset.wrong ?? "");
}
