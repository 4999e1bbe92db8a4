// The ledger as files: backups and tables that are saved, and a backup that is brought in after a look.

import { bind } from "../dom/bind.js";
import { query } from "../dom/query.js";
import { saveFile } from "../platform/save-file.js";
import { today } from "../platform/today.js";
import { noAnswer, reasonsOf } from "../python/refusal.js";
import { python } from "../python/start.js";

const MOST_BYTES = 12_000_000; // more than any ledger of ours; what is longer is cut, and then refused by scoring

/** @import { Answer, Request } from "../../types/scoring" */
/**
 * @typedef {{
 *   announce: (text: string) => void,
 *   kept: import("./kept-text.js").KeptText,
 *   page: import("./ledger-page.js").LedgerPage,
 * }} Tool
 */

/**
 * Ask Python; what it refuses is told, and that it is not there.
 * @template {Request} R
 * @param {R} request
 * @returns {Promise<Answer<R>>}
 */
async function ask(request) {
  const answer = await python.ask(request).catch(() => noAnswer(query(".device").dataset.failed));
  query("#errors").textContent = answer.ok ? "" : reasonsOf(answer);
  return answer;
}

/** @param {Tool} tool */
export function setUpLedgerFile(tool) {
  setUpOpen(tool);
  for (const button of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-do=backup], [data-do=table]"))) {
    const as = /** @type {"json" | "people" | "weeks"} */ (button.dataset.as ?? "json");
    button.addEventListener("click", async () => {
      const answer = await ask({ do: "ledger-file", text: tool.kept.text, as, today: today() });
      if (!answer.ok) return;
      saveFile(answer.result.file, new Blob([answer.result.text], { type: as === "json" ? "application/json" : "text/csv" }));
      tool.announce(button.dataset.done ?? "");
    });
  }
  query("[data-do=rescue]").addEventListener("click", () => {
    const text = tool.kept.unreadable || tool.kept.text;
    saveFile(`weekly-review-${today()}.txt`, new Blob([text], { type: "text/plain" }));
  });
  query("[data-do=begin-anew]").addEventListener("click", async () => {
    await tool.kept.setAside(tool.kept.unreadable || tool.kept.text);
    await tool.page.update();
  });
}

/** @param {Tool} tool */
function setUpOpen({ announce, kept, page }) {
  const open = query("[data-do=open-backup]");
  const use = query("[data-do=use-file]");
  const file = /** @type {HTMLInputElement} */ (query("[data-file]"));
  const preview = query(".import");
  let text = "";

  open.addEventListener("click", () => file.click());
  file.addEventListener("change", async () => {
    text = (await file.files?.[0]?.slice(0, MOST_BYTES).text()) ?? "";
    file.value = ""; // the same file, mended, can be chosen again
    preview.hidden = true;
    const answer = await ask({ do: "ledger-import", text: kept.text, file: text, today: today() });
    if (!answer.ok) return;
    bind(preview, answer.result);
    preview.hidden = false;
    query(".import-said", preview).focus();
  });
  use.addEventListener("click", async () => {
    preview.hidden = true;
    if (await page.bringIn(text, today())) announce(use.dataset.done ?? "");
    open.focus();
  });
  query("[data-do=drop-file]").addEventListener("click", () => {
    preview.hidden = true;
    open.focus();
  });
}
