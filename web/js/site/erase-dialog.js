// Erasing everything, after a question.

import { query } from "../dom/query.js";

/** @param {() => Promise<void>} erase @param {(text: string) => void} announce */
export function setUpEraseDialog(erase, announce) {
  const button = query("[data-do=erase]");
  const dialog = /** @type {HTMLDialogElement} */ (query("#erase"));
  button.addEventListener("click", () => {
    dialog.returnValue = "";
    dialog.showModal();
  });
  dialog.addEventListener("close", async () => {
    if (dialog.returnValue !== "yes") return;
    await erase();
    announce(query("[value=yes]", dialog).dataset.done ?? "");
  });
}
