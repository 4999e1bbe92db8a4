// What this tool keeps in the browser, and files to keep elsewhere.
//
// sessionStorage "builder"      the form as it stands, until the tab is closed
// localStorage "builder"        the same for longer, where the reader ticked "keep"
// sessionStorage "memory-only"  "1" where the reader ticked "keep nothing"

import { fill } from "./fill.js";
import { find } from "./find.js";
import { saveFile } from "./save-file.js";

const KEY = "builder";
const MEMORY_ONLY = "memory-only";
const MOST_BYTES = 20_000; // far more than any file of ours; what is longer is cut, and then refused by scoring

/** @typedef {import("./builder.js").Draft} Draft */

/**
 * @param {{
 *   client: import("./scoring-client.js").ScoringClient,
 *   announce: (text: string) => void,
 *   draft: () => Draft,
 *   formNow: () => object,
 *   restore: (draft: Draft) => Promise<void>,
 *   startOver: () => Promise<void>,
 * }} tool
 */
export function setUpDevice({ client, announce, draft, formNow, restore, startOver }) {
  const section = find(".device");
  const keepBox = /** @type {HTMLInputElement} */ (find("[name=keep-on-device]"));
  const memoryBox = /** @type {HTMLInputElement} */ (find("[name=memory-only]"));
  const refused = find("[data-when-refused]");
  const file = /** @type {HTMLInputElement} */ (find("#import-file"));
  const trouble = find("#import-trouble");
  const preview = find("#import-preview");
  const dialog = /** @type {HTMLDialogElement} */ (find("#erase"));
  /** @type {Draft | undefined} */
  let offered;

  /** Use the browser's storage; it may refuse. @param {() => void} use */
  function attempt(use) {
    try {
      use();
      refused.hidden = true;
    } catch {
      refused.hidden = false;
    }
  }

  /** Keep the form where the reader wants it kept, and nowhere else. */
  function keep() {
    attempt(() => {
      localStorage.removeItem(KEY);
      sessionStorage.removeItem(KEY);
      if (memoryBox.checked) sessionStorage.setItem(MEMORY_ONLY, "1");
      else sessionStorage.removeItem(MEMORY_ONLY);
      const now = draft();
      if (memoryBox.checked || now.entries.length === 0) return;
      (keepBox.checked ? localStorage : sessionStorage).setItem(KEY, JSON.stringify(now));
    });
  }

  /** What was kept, if it has the form of a draft. @param {string | null} text @returns {Draft | undefined} */
  function read(text) {
    try {
      const { entries, another } = JSON.parse(text ?? "");
      const pairs = entries.filter((/** @type {unknown} */ entry) => Array.isArray(entry));
      return { entries: pairs, another: typeof another === "object" ? another : {} };
    } catch {
      return undefined;
    }
  }

  /** Put back what was kept. */
  function open() {
    attempt(() => {
      memoryBox.checked = sessionStorage.getItem(MEMORY_ONLY) === "1";
      const kept = localStorage.getItem(KEY);
      keepBox.checked = kept !== null;
      const found = read(kept ?? sessionStorage.getItem(KEY));
      if (found) restore(found);
    });
  }

  /** @param {string} text */
  function tell(text) {
    trouble.textContent = text;
    trouble.hidden = !text;
  }

  function dropFile() {
    preview.hidden = true;
    offered = undefined;
    file.value = "";
  }

  async function saveAnswers() {
    const answer = await client.ask({ do: "export", ...formNow() });
    saveFile(answer.result.file, new Blob([answer.result.text], { type: "application/json" }));
    announce(find("[data-do=export-json]").dataset.done ?? "");
  }

  async function openFile() {
    const chosen = file.files?.[0];
    if (!chosen) return;
    const text = await chosen.slice(0, MOST_BYTES).text();
    const answer = await client.ask({ do: "import-preview", text, ...formNow() });
    tell(answer.ok ? "" : answer.issues.map((/** @type {any} */ issue) => `${issue.text} ${issue.allowed}`).join(" "));
    preview.hidden = !answer.ok;
    if (!answer.ok) return;
    offered = answer.result;
    fill(preview, answer.result);
    preview.focus();
  }

  async function eraseAll() {
    for (const storage of [() => localStorage.clear(), () => sessionStorage.clear()]) attempt(storage);
    keepBox.checked = memoryBox.checked = false;
    dropFile();
    await startOver();
    announce(find("button[value=yes]", dialog).dataset.done ?? "");
  }

  keepBox.addEventListener("change", () => {
    if (keepBox.checked) memoryBox.checked = false;
    keep();
  });
  memoryBox.addEventListener("change", () => {
    if (memoryBox.checked) keepBox.checked = false;
    keep();
  });
  find("[data-do=export-json]").addEventListener("click", saveAnswers);
  find("[data-do=import-json]").addEventListener("click", () => file.click());
  file.addEventListener("change", openFile);
  find("[data-do=use-file]").addEventListener("click", async ({ target }) => {
    if (offered) await restore(offered);
    dropFile();
    announce(/** @type {HTMLElement} */ (target).dataset.done ?? "");
    find("#result").focus();
  });
  find("[data-do=drop-file]").addEventListener("click", () => {
    dropFile();
    find("[data-do=import-json]").focus();
  });
  find("[data-do=erase]").addEventListener("click", () => dialog.showModal());
  dialog.addEventListener("close", () => {
    if (dialog.returnValue === "yes") eraseAll();
    dialog.returnValue = "";
    section.querySelector("button")?.focus();
  });

  return { keep, open };
}
