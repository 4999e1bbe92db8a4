// The answers as a file: saved, and opened with a look at what it would change.

import { reasons, without } from "../python/answers.js";
import { fill } from "../dom/fill.js";
import { find } from "../dom/find.js";
import { saveFile } from "../platform/save-file.js";

const MOST_BYTES = 6_000; // more than any file of ours; what is longer is cut, and then refused by scoring
const CONTROLS = /[^\P{Cc}\s]/gu; // in no file of ours; JSON would write each as six characters

/**
 * @typedef {{
 *   client: import("../python/scoring-client.js").ScoringClient,
 *   announce: (text: string) => void,
 *   formNow: () => object,
 *   restore: (draft: import("./draft.js").Draft) => Promise<void>,
 * }} Tool
 */

/** Ask Python; what it refuses is told, and that it is not there. @param {Tool} tool @param {object} request */
async function ask({ client }, request) {
  const trouble = find("#import-trouble");
  const answer = await client.ask(request).catch(() => without(find(".device").dataset.failed));
  trouble.textContent = answer.ok ? "" : reasons(answer);
  trouble.hidden = answer.ok;
  return answer;
}

/** @param {Tool} tool */
export function setUpSaving(tool) {
  const button = find("[data-do=export-json]");
  button.addEventListener("click", async () => {
    const answer = await ask(tool, { do: "export", ...tool.formNow() });
    if (!answer.ok) return;
    saveFile(answer.result.file, new Blob([answer.result.text], { type: "application/json" }));
    tool.announce(button.dataset.done ?? "");
  });
}

/** @param {Tool} tool @returns {{drop: () => void}} */
export function setUpOpening(tool) {
  const open = find("[data-do=import-json]");
  const use = find("[data-do=use-file]");
  const file = /** @type {HTMLInputElement} */ (find("#import-file"));
  const preview = find("#import-preview");
  /** @type {import("./draft.js").Draft | undefined} */
  let offered;

  function drop() {
    preview.hidden = find("#import-trouble").hidden = true;
    offered = undefined;
    file.value = "";
  }

  open.addEventListener("click", () => file.click());
  file.addEventListener("change", async () => {
    const text = (await file.files?.[0]?.slice(0, MOST_BYTES).text())?.replace(CONTROLS, "\uFFFD");
    if (text === undefined) return;
    drop(); // an earlier one; and the same file, mended, can be chosen again
    const answer = await ask(tool, { do: "import-preview", text, ...tool.formNow() });
    if (!answer.ok) return;
    offered = answer.result;
    fill(preview, answer.result);
    preview.hidden = false;
    preview.focus();
    tool.announce(answer.result.said);
  });
  use.addEventListener("click", async () => {
    const draft = offered;
    drop();
    if (draft) await tool.restore(draft);
    tool.announce(use.dataset.done ?? "");
    find("#result").focus();
  });
  find("[data-do=drop-file]").addEventListener("click", () => {
    drop();
    open.focus();
  });

  return { drop };
}
