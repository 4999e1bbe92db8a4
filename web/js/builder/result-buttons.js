// Buttons of the result that change it: another strand that is just as thin, another idea.

import { onPress } from "../dom/press.js";
import { query } from "../dom/query.js";

/** @import { BuilderView } from "../../types/scoring" */
/** @typedef {"invitation" | "contribution"} Kind */

/**
 * @param {{
 *   view: () => Partial<BuilderView>,
 *   announce: (text: string) => void,
 *   chooseThin: (slug: string | undefined) => Promise<void>,
 *   askForAnother: (kind: Kind, next: number) => Promise<void>,
 * }} tool
 */
export function setUpResultButtons({ view, announce, chooseThin, askForAnother }) {
  const result = query("#result");
  onPress(result, "[data-do=choose-thin]", async ({ dataset }) => {
    await chooseThin(dataset.slug);
    const title = result.querySelector(".move:not([hidden]) .move-title") ?? result;
    /** @type {HTMLElement} */ (title).focus(); // the button is gone
  });
  onPress(result, "[data-do=another]", async ({ dataset }) => {
    const kind = /** @type {Kind} */ (dataset.kind);
    const shown = view()[kind];
    if (!shown) return;
    await askForAnother(kind, shown.next);
    const next = view()[kind];
    if (next) announce(`${next.idea}. ${next.title}`);
  });
}
