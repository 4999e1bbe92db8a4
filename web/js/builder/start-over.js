// Clearing the form, to start over or to count again, which remembers what was counted; and the way back from that, and from
// other answers that took the place of the reader's own.

import { query } from "../dom/query.js";

/** @typedef {import("../python/saved-form.js").SavedForm} SavedForm */

/**
 * @param {{
 *   form: HTMLFormElement,
 *   savedForm: () => SavedForm,
 *   clear: (before?: SavedForm["before"]) => Promise<void>,
 *   restore: (saved: SavedForm) => Promise<void>,
 *   steps: import("./steps.js").Steps,
 *   announce: (text: string) => void,
 * }} tool
 * @returns {(saved: SavedForm) => Promise<void>} Puts answers in the place of those in the form, which can be put back.
 */
export function setUpStartOver({ form, savedForm, clear, restore, steps, announce }) {
  const undo = query(".undo");
  const said = query("span", undo);
  /** @type {SavedForm | undefined} */
  let before;

  /** Offer the way back to the answers as they are now. @param {string} [words] What became of them. */
  function offer(words = "") {
    before = savedForm();
    undo.hidden = before.entries.length === 0;
    said.textContent = words;
  }

  query("[data-do=start-over]").addEventListener("click", () => {
    offer(undo.dataset.cleared);
    clear();
    steps.restart();
    announce(said.textContent ?? "");
  });
  query("[data-do=count-again]").addEventListener("click", () => {
    const { entries, counted } = savedForm();
    undo.hidden = true;
    clear(counted ? { entries, counted } : undefined);
    steps.restart();
  });
  query("[data-do=undo]").addEventListener("click", async () => {
    undo.hidden = true;
    if (before) await restore(before);
    steps.finish();
  });
  form.addEventListener("change", () => {
    undo.hidden = true;
  });

  return (saved) => {
    offer(undo.dataset.replaced);
    return restore(saved);
  };
}
