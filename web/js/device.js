// What this tool keeps in the browser, and files to keep elsewhere.
//
// sessionStorage "builder"      the form as it stands, until the tab is closed
// localStorage "builder"        the same for longer, where the reader ticked "keep"
// sessionStorage "memory-only"  "1" where the reader ticked "keep nothing"

import { reasons, without } from "./answers.js";
import { fill } from "./fill.js";
import { find } from "./find.js";
import { saveFile } from "./save-file.js";

const KEY = "builder";
const MEMORY_ONLY = "memory-only";
const MOST_BYTES = 6_000; // more than any file of ours; what is longer is cut, and then refused by scoring
const CONTROLS = /[^\P{Cc}\s]/gu; // in no file of ours; JSON would write each as six characters

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

  /** Keep the form where the reader wants it kept. What another tab keeps on the device is let be. */
  function keep() {
    attempt(() => {
      if (memoryBox.checked) return;
      const storage = keepBox.checked ? localStorage : sessionStorage;
      const now = draft();
      // An empty draft on the device still says that the reader wants answers kept there.
      if (keepBox.checked || now.entries.length > 0) storage.setItem(KEY, JSON.stringify(now));
      else storage.removeItem(KEY);
    });
  }

  /** Where to keep was chosen anew: what was kept elsewhere goes. */
  function keepAnew() {
    attempt(() => {
      localStorage.removeItem(KEY);
      sessionStorage.removeItem(KEY);
      if (memoryBox.checked) sessionStorage.setItem(MEMORY_ONLY, "1");
      else sessionStorage.removeItem(MEMORY_ONLY);
    });
    keep();
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
    /** @type {string | null} */
    let kept = null;
    attempt(() => {
      memoryBox.checked = sessionStorage.getItem(MEMORY_ONLY) === "1";
      kept = sessionStorage.getItem(KEY);
    });
    attempt(() => {
      const longer = localStorage.getItem(KEY);
      keepBox.checked = longer !== null;
      kept = longer ?? kept;
    });
    const found = read(kept);
    if (found) restore(found);
    else if (!keepBox.checked) keep(); // shows whether the tab's own storage works
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

  /** Ask Python; what it refuses is told, and that it is not there. @param {object} request */
  async function ask(request) {
    const answer = await client.ask(request).catch(() => without(section.dataset.failed));
    tell(answer.ok ? "" : reasons(answer));
    return answer;
  }

  async function saveAnswers() {
    const answer = await ask({ do: "export", ...formNow() });
    if (!answer.ok) return;
    saveFile(answer.result.file, new Blob([answer.result.text], { type: "application/json" }));
    announce(find("[data-do=export-json]").dataset.done ?? "");
  }

  async function openFile() {
    const chosen = file.files?.[0];
    if (!chosen) return;
    const text = (await chosen.slice(0, MOST_BYTES).text()).replace(CONTROLS, "\uFFFD");
    dropFile(); // an earlier one; and the same file, mended, can be chosen again
    const answer = await ask({ do: "import-preview", text, ...formNow() });
    if (!answer.ok) return;
    offered = answer.result;
    fill(preview, answer.result);
    preview.hidden = false;
    preview.focus();
    announce(answer.result.said);
  }

  async function eraseAll() {
    for (const storage of [() => localStorage.clear(), () => sessionStorage.clear()]) attempt(storage);
    keepBox.checked = memoryBox.checked = false;
    dropFile();
    tell("");
    await startOver();
    announce(find("button[value=yes]", dialog).dataset.done ?? "");
  }

  keepBox.addEventListener("change", () => {
    if (keepBox.checked) memoryBox.checked = false;
    keepAnew();
  });
  memoryBox.addEventListener("change", () => {
    if (memoryBox.checked) keepBox.checked = false;
    keepAnew();
  });
  addEventListener("storage", ({ key, newValue }) => {
    const isErased = key === null || (key === KEY && newValue === null);
    if (isErased) keepBox.checked = false; // another tab erased it; this one must not put it back
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
    find("[data-do=erase]").focus();
  });

  return { keep, open };
}
