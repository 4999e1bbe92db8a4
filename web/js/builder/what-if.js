// What another answer would give: the minus and plus beside each strand step through what the view brings.

import { onPress } from "../dom/press.js";
import { query } from "../dom/query.js";

/** @import { PointsRow } from "../../types/scoring" */

/**
 * @param {(text: string) => void} announce
 * @param {() => PointsRow[] | undefined} points The rows of the view, in the order of the table.
 */
export function setUpWhatIf(announce, points) {
  const table = query("#result [data-out=points]");
  onPress(table, "[data-step]", (button) => {
    const row = /** @type {HTMLTableRowElement} */ (button.closest("tr"));
    const shown = points()?.[row.sectionRowIndex];
    if (!shown) return;
    const now = Number(row.dataset.at ?? shown.value ?? -1);
    const next = Math.min(Math.max(now + Number(button.dataset.step), 0), shown.steps.length - 1);
    row.dataset.at = String(next);
    const said = shown.steps[next].said;
    query(".tried", row).textContent = said;
    announce(said);
  });
}
