// The answers as a file: saved, and opened with a look at what it would change.

import { bind } from "../dom/bind.js";
import { query } from "../dom/query.js";
import { saveFile } from "../platform/save-file.js";
import { askAndTell } from "../python/ask.js";

const MOST_BYTES = 6_000; // more than any file of ours; what is longer is cut, and then refused by scoring
const CONTROLS = /[^\P{Cc}\s]/gu; // in no file of ours; JSON would write each as six characters

/** @import { Answer, FormRequest, Request } from "../../types/scoring" */
/**
 * @typedef {{
 *   client: import("../python/scoring-client.js").ScoringClient,
 *   announce: (text: string) => void,
 *   formNow: () => FormRequest,
 *   restore: (saved: import("../python/saved-form.js").SavedForm) => Promise<void>,
 * }} Tool
 */

/**
 * Ask Python; what it refuses is told beside the buttons.
 * @template {Request} R
 * @param {Tool} tool
 * @param {R} request
 * @returns {Promise<Answer<R>>}
 */
async function askHere({ client }, request) {
  const trouble = query("#import-trouble");
  const answer = await askAndTell(client, request, trouble);
  trouble.hidden = answer.ok;
  return answer;
}

/** @param {Tool} tool */
export function setUpExport(tool) {
  const button = query("[data-do=export-json]");
  button.addEventListener("click", async () => {
    const answer = await askHere(tool, { do: "export", ...tool.formNow() });
    if (!answer.ok) return;
    saveFile(answer.result.file, new Blob([answer.result.text], { type: "application/json" }));
    tool.announce(button.dataset.done ?? "");
  });
}

/** @param {Tool} tool @returns {{drop: () => void}} */
export function setUpImport(tool) {
  const open = query("[data-do=import-json]");
  const use = query("[data-do=use-file]");
  const file = /** @type {HTMLInputElement} */ (query("#import-file"));
  const preview = query("#import-preview");
  /** @type {import("../python/saved-form.js").SavedForm | undefined} */
  let offered;

  function drop() {
    preview.hidden = query("#import-trouble").hidden = true;
    offered = undefined;
    file.value = "";
  }

  open.addEventListener("click", () => file.click());
  file.addEventListener("change", async () => {
    const text = (await file.files?.[0]?.slice(0, MOST_BYTES).text())?.replaceAll(CONTROLS, "\uFFFD");
    if (text === undefined) return;
    drop(); // an earlier one; and the same file, mended, can be chosen again
    const answer = await askHere(tool, { do: "import-preview", text, ...tool.formNow() });
    if (!answer.ok) return;
    offered = answer.result;
    bind(preview, answer.result);
    preview.hidden = false;
    preview.focus();
    tool.announce(answer.result.said);
  });
  use.addEventListener("click", async () => {
    const saved = offered;
    drop();
    if (saved) await tool.restore(saved);
    tool.announce(use.dataset.done ?? "");
    query("#result").focus();
  });
  query("[data-do=drop-file]").addEventListener("click", () => {
    drop();
    open.focus();
  });

  return { drop };
}
