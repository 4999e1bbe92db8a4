// Erasing everything, after a question.

import { query } from "../dom/query.js";

/** @param {() => Promise<unknown>} erase @param {(text: string) => void} announce */
export function setUpEraseDialog(erase, announce) {
  const button = query("[data-do=erase]");
  const dialog = /** @type {HTMLDialogElement} */ (query("#erase"));
  const done = query(".device .done");
  button.addEventListener("click", () => {
    dialog.returnValue = "";
    dialog.showModal();
  });
  dialog.addEventListener("close", async () => {
    if (dialog.returnValue !== "yes") return;
    await erase();
    done.textContent = query("[value=yes]", dialog).dataset.done ?? "";
    done.hidden = false;
    announce(done.textContent);
  });
}
