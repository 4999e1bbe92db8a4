// What another answer would give: the minus and plus beside each strand step through what the view brings.

import { query } from "../dom/query.js";

/** @import { PointsRow } from "../../types/scoring" */

/**
 * @param {(text: string) => void} announce
 * @param {() => PointsRow[] | undefined} points The rows of the view, in the order of the table.
 */
export function setUpWhatIf(announce, points) {
  const table = query("#result [data-out=points]");
  table.addEventListener("click", (event) => {
    const button = /** @type {HTMLElement | null} */ (/** @type {Element} */ (event.target).closest("[data-step]"));
    const row = /** @type {HTMLTableRowElement | null} */ (button?.closest("tr") ?? null);
    if (!button || !row) return;
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
