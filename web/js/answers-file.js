// The answers as a file: saved, and opened with a look at what it would change.

import { fill } from "./fill.js";
import { find } from "./find.js";
import { saveFile } from "./save-file.js";

const MOST_BYTES = 20_000; // far more than any file of ours; what is longer is cut, and scoring refuses it

/**
 * @typedef {{
 *   client: import("./scoring-client.js").ScoringClient,
 *   announce: (text: string) => void,
 *   formNow: () => object,
 *   restore: (draft: import("./draft.js").Draft) => Promise<void>,
 * }} Tool
 */

/** @param {Tool} tool */
export function setUpSaving({ client, announce, formNow }) {
  const button = find("[data-do=export-json]");
  button.addEventListener("click", async () => {
    const answer = await client.ask({ do: "export", ...formNow() });
    saveFile(answer.result.file, new Blob([answer.result.text], { type: "application/json" }));
    announce(button.dataset.done ?? "");
  });
}

/** @param {Tool} tool @returns {{drop: () => void}} */
export function setUpOpening({ client, announce, formNow, restore }) {
  const open = find("[data-do=import-json]");
  const use = find("[data-do=use-file]");
  const file = /** @type {HTMLInputElement} */ (find("#import-file"));
  const trouble = find("#import-trouble");
  const preview = find("#import-preview");
  /** @type {import("./draft.js").Draft | undefined} */
  let offered;

  function drop() {
    preview.hidden = trouble.hidden = true;
    offered = undefined;
    file.value = "";
  }

  open.addEventListener("click", () => file.click());
  file.addEventListener("change", async () => {
    const text = await file.files?.[0]?.slice(0, MOST_BYTES).text();
    if (text === undefined) return;
    drop();
    const answer = await client.ask({ do: "import-preview", text, ...formNow() });
    trouble.hidden = answer.ok;
    preview.hidden = !answer.ok;
    if (answer.ok) {
      offered = answer.result;
      fill(preview, answer.result);
      preview.focus();
    } else {
      trouble.textContent = answer.issues.map((/** @type {any} */ issue) => `${issue.text} ${issue.allowed}`).join(" ");
    }
  });
  use.addEventListener("click", async () => {
    const draft = offered;
    drop();
    if (draft) await restore(draft);
    announce(use.dataset.done ?? "");
    find("#result").focus();
  });
  find("[data-do=drop-file]").addEventListener("click", () => {
    drop();
    open.focus();
  });

  return { drop };
}
