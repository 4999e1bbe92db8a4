// The ledger as files: tables that are saved, a backup that is brought in after a look, and what goes wrong.

import { bind } from "../dom/bind.js";
import { query } from "../dom/query.js";
import { saveFile } from "../platform/save-file.js";
import { today } from "../platform/today.js";
import { askAndTell } from "../python/ask.js";
import { python } from "../python/start.js";
import { isSealed, Lock } from "../kept/lock.js";
import { orTell, tellWrong } from "./passphrase.js";

const MOST_BYTES = 6_000_000; // more than any ledger of ours; what is longer is cut, and then refused by scoring

/** @typedef {import("../kept/kept-text.js").KeptText} KeptText */

/** @param {(text: string) => void} announce @param {KeptText} kept */
export function setUpTables(announce, kept) {
  for (const button of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-do=export-csv]"))) {
    button.addEventListener("click", async () => {
      const as = /** @type {"people"} */ (button.dataset.as);
      const answer = await askAndTell(python, { do: "ledger-file", text: kept.text, as, today: today() }, query("#errors"));
      if (!answer.ok) return;
      saveFile(answer.result.file, new Blob([answer.result.text], { type: "text/csv" }));
      announce(button.dataset.done ?? "");
    });
  }
}

/**
 * @param {{
 *   announce: (text: string) => void,
 *   kept: KeptText,
 *   page: {bringIn: (file: string) => Promise<boolean>},
 * }} tool
 */
export function setUpOpen({ announce, kept, page }) {
  const open = query("[data-do=import-json]");
  const use = query("[data-do=use-backup]");
  const file = /** @type {HTMLInputElement} */ (query("#import-file"));
  const preview = query(".ledger-import");
  const copies = /** @type {HTMLDetailsElement} */ (query(".copies"));
  let text = "";

  /** @param {string} wanted */
  async function look(wanted) {
    text = wanted;
    preview.hidden = true;
    const answer = await askAndTell(python, { do: "ledger-import", text: kept.text, file: text }, query("#errors"));
    if (!answer.ok) return;
    bind(preview, answer.result);
    preview.hidden = false;
    query(".import-said", preview).focus();
  }

  open.addEventListener("click", () => file.click());
  setUpChosen(file, look);
  use.addEventListener("click", async () => {
    preview.hidden = true;
    if (await page.bringIn(text)) announce(use.dataset.done ?? "");
    open.focus();
  });
  query("[data-do=drop-backup]").addEventListener("click", () => {
    preview.hidden = true;
    open.focus();
  });
  copies.addEventListener("toggle", () => copies.open && showCopies(copies, kept, look));
}

/**
 * Read the file that was chosen; one that is sealed asks for its passphrase.
 * @param {HTMLInputElement} file
 * @param {(text: string) => Promise<void>} look
 */
function setUpChosen(file, look) {
  const sealed = query("#sealed-file");
  const words = /** @type {HTMLInputElement} */ (query("input", sealed));
  let bytes = new Uint8Array();

  file.addEventListener("change", async () => {
    const chosen = file.files?.[0]?.slice(0, MOST_BYTES);
    bytes = new Uint8Array((await chosen?.arrayBuffer()) ?? []);
    file.value = ""; // the same file, mended, can be chosen again
    sealed.hidden = !isSealed(bytes);
    if (sealed.hidden) await look(new TextDecoder().decode(bytes));
    else words.focus();
  });
  sealed.addEventListener("submit", (event) => {
    event.preventDefault();
    orTell(async () => {
      const opened = await Lock.openFile(bytes, words.value);
      words.value = "";
      tellWrong(sealed, opened !== undefined);
      sealed.hidden = opened !== undefined;
      if (opened !== undefined) await look(opened);
    });
  });
}

/**
 * List what was set aside: a look at one shows what of it is not there any more.
 * @param {HTMLElement} copies
 * @param {KeptText} kept
 * @param {(text: string) => void} look
 */
async function showCopies(copies, kept, look) {
  const { content } = /** @type {HTMLTemplateElement} */ (query("template", copies));
  const items = [...(await kept.snapshots()), ...(await kept.aside())].map(({ day, text }) => {
    const item = /** @type {DocumentFragment} */ (content.cloneNode(true));
    query("span", item).textContent = day;
    query("[data-do=copy-use]", item).addEventListener("click", () => look(text));
    query("[data-do=copy-save]", item).addEventListener("click", () => save(text, day));
    return item;
  });
  query("ul", copies).replaceChildren(...items);
}

/** @param {string} text @param {string} day */
const save = (text, day) => saveFile(`weekly-review-${day}.json`, new Blob([text], { type: "application/json" }));

/** What to do with a ledger that cannot be read. @param {KeptText} kept */
export function setUpRescue(kept) {
  const unreadable = () => kept.unreadable || kept.text;
  query("[data-do=rescue]").addEventListener("click", () => save(unreadable(), today()));
  query("[data-do=begin-anew]").addEventListener("click", () => kept.setAside(unreadable()));
}
