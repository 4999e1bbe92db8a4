// Erasing everything, after a question.

import { find } from "../dom/find.js";

/** @param {() => Promise<void>} erase @param {(text: string) => void} announce */
export function setUpErasing(erase, announce) {
  const button = find("[data-do=erase]");
  const dialog = /** @type {HTMLDialogElement} */ (find("#erase"));
  button.addEventListener("click", () => {
    dialog.returnValue = "";
    dialog.showModal();
  });
  dialog.addEventListener("close", async () => {
    if (dialog.returnValue !== "yes") return;
    await erase();
    announce(find("[value=yes]", dialog).dataset.done ?? "");
  });
}
