// The backup: one tap, or a file that keeps itself where the browser can write to it, sealed where the ledger is. The
// day of the last one is shown, and nothing else is said of it.

import { query } from "../dom/query.js";
import { today } from "../platform/today.js";
import { askAndTell } from "../python/ask.js";
import { python } from "../python/start.js";
import { BackupFile } from "../kept/backup-file.js";

/**
 * @param {(text: string) => void} announce
 * @param {import("../kept/kept-text.js").KeptText} kept
 * @returns {() => Promise<void>} To be called after each save.
 */
export function setUpBackup(announce, kept) {
  const button = query("[data-do=backup]");
  const choose = query("[data-do=backup-choose]");
  const allow = query("[data-do=backup-allow]");
  const stop = query("[data-do=backup-stop]");
  const line = query(".last-backup");
  const opening = BackupFile.open("ledger");

  /** @param {BackupFile} backup */
  function show(backup) {
    const words = line.dataset[backup.state] ?? "";
    const last = backup.day ? (line.dataset.last ?? "").replace("{day}", backup.day) : (line.dataset.never ?? "");
    line.textContent = `${last} ${words.replace("{name}", backup.fileName)}`.trim();
    choose.hidden = !BackupFile.isPossible || (backup.state !== "none" && backup.state !== "changed");
    allow.hidden = backup.state !== "asks";
    stop.hidden = backup.state === "none";
  }

  /** @param {HTMLElement} pressed @param {(backup: BackupFile, name: string, content: Blob) => Promise<unknown>} act */
  function on(pressed, act) {
    pressed.addEventListener("click", async () => {
      const [backup, made] = await Promise.all([opening, file(kept)]);
      if (!made) return;
      const worked = await act(backup, made.name, made.content);
      show(backup);
      if (worked !== false) announce(pressed.dataset.done ?? "");
    });
  }

  on(button, (backup, name, content) => backup.download(name, content));
  on(choose, (backup, name, content) => backup.choose(name, content));
  on(allow, (backup, _, content) => backup.allow(content));
  stop.addEventListener("click", async () => {
    const backup = await opening;
    await backup.stop();
    show(backup);
  });
  opening.then(show);
  return async () => {
    const backup = await opening;
    const made = backup.state === "none" ? undefined : await file(kept);
    if (made) await backup.update(made.content);
    show(backup);
  };
}

/**
 * The whole ledger as a file.
 * @param {import("../kept/kept-text.js").KeptText} kept
 * @returns {Promise<{name: string, content: Blob} | undefined>} Nothing where it cannot be read.
 */
async function file(kept) {
  if (kept.state === "locked" || kept.state === "damaged") return undefined; // its text is not there: the file would lose it
  const request = /** @type {const} */ ({ do: "ledger-file", text: kept.text, as: "json", today: today() });
  const answer = await askAndTell(python, request, query("#errors"));
  return answer.ok ? kept.forFile(answer.result.file, answer.result.text) : undefined;
}
