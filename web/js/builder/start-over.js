// Clearing the form: to start over, which can be undone, or to count again, which remembers what was counted.

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
 */
export function setUpStartOver({ form, savedForm, clear, restore, steps, announce }) {
  const undo = query(".undo");
  /** @type {SavedForm | undefined} */
  let cleared;

  query("[data-do=start-over]").addEventListener("click", () => {
    cleared = savedForm();
    clear();
    undo.hidden = false;
    steps.restart();
    announce(undo.firstChild?.textContent ?? "");
  });
  query("[data-do=count-again]").addEventListener("click", () => {
    const { entries, counted } = savedForm();
    clear(counted ? { entries, counted } : undefined);
    steps.restart();
  });
  query("[data-do=undo]").addEventListener("click", async () => {
    undo.hidden = true;
    if (cleared) await restore(cleared);
    steps.finish();
  });
  form.addEventListener("change", () => {
    undo.hidden = true;
  });
}
