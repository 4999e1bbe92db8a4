// Buttons of the result that change it: another strand that is just as thin, another idea.

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
  result.addEventListener("click", async (event) => {
    const target = /** @type {Element} */ (event.target);
    const chosen = /** @type {HTMLElement | null} */ (target.closest("[data-do=choose-thin]"));
    if (chosen) {
      await chooseThin(chosen.dataset.slug);
      const title = result.querySelector(".move:not([hidden]) .move-title") ?? result;
      /** @type {HTMLElement} */ (title).focus(); // the button is gone
    }
    const button = /** @type {HTMLElement | null} */ (target.closest("[data-do=another]"));
    const kind = /** @type {Kind | undefined} */ (button?.dataset.kind);
    const shown = kind && view()[kind];
    if (!shown) return;
    await askForAnother(kind, shown.next);
    const next = view()[kind];
    if (next) announce(`${next.idea}. ${next.title}`);
  });
}
