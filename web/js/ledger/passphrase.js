// The passphrase: sealing what is kept and backup files, unlocking, and locking again after a while.

import { query } from "../dom/query.js";
import { saveFile } from "../platform/save-file.js";
import { today } from "../platform/today.js";
import { isPossible, Lock } from "../kept/lock.js";
import { sealedFile } from "../kept/sealing.js";

/** @typedef {import("../kept/kept-text.js").KeptText} KeptText */

const MINUTE = 60_000; // milliseconds

/** @param {string} form @param {string} name */
const field = (form, name) => /** @type {HTMLInputElement} */ (query(`${form} [name="${name}"]`));

/**
 * @param {(text: string) => void} announce
 * @param {KeptText} kept
 * @param {() => void} saved To be called when all is sealed anew, or is plain again.
 * @returns {() => void} To be called when the state may be another one.
 */
export function setUpPassphrase(announce, kept, saved) {
  const details = query(".passphrase");
  const words = field("#passphrase", "passphrase");
  details.hidden = !isPossible();

  function show() {
    query(".ledger").toggleAttribute("data-sealed", kept.isSealed);
    query("#unlock").hidden = kept.state !== "locked";
    query(".is-sealed").hidden = !kept.isSealed || kept.state === "locked";
  }

  /** @param {import("../kept/sealing.js").Held | undefined} held @param {HTMLElement} button */
  async function seal(held, button) {
    if (!(await kept.setLock(held))) return;
    done(button);
    saved();
  }

  /** @param {HTMLElement} button */
  function done(button) {
    words.value = "";
    show();
    announce(button.dataset.done ?? "");
  }

  helpToWrite(words);
  query("#passphrase").addEventListener("submit", (event) => {
    event.preventDefault();
    const button = query("#passphrase button:not([type])");
    if (words.value) orTell(async () => seal(await Lock.make(words.value), button));
    else words.focus();
  });
  query("[data-do=sealed-backup]").addEventListener("click", () => {
    if (words.value) orTell(() => saveSealed(query("[data-do=sealed-backup]")));
    else words.focus();
  });

  /** @param {HTMLElement} button */
  async function saveSealed(button) {
    const { name, content } = sealedFile(`weekly-review-${today()}.json`, await Lock.sealFile(kept.text, words.value));
    saveFile(name, content);
    done(button);
  }
  query("[data-do=unseal]").addEventListener("click", ({ currentTarget }) => seal(undefined, /** @type {HTMLElement} */ (currentTarget)));
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
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    orTell(async () => {
      const isRight = await kept.unlock((key) => Lock.take(key, input.value));
      tellWrong(form, isRight);
      if (isRight) query("#main").focus({ preventScroll: true });
      else input.focus();
      input.value = "";
    });
  });
}

/** Do what needs the script that seals; where that cannot be had, say so. @param {() => Promise<void>} act */
export async function orTell(act) {
  const errors = query("#errors");
  try {
    errors.textContent = "";
    await act();
  } catch {
    errors.textContent = query(".passphrase").dataset.failed ?? "";
  }
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
