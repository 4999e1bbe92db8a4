// How Python of a tool's page does: shown, said, and written on the root element for styles and tests.

import { query } from "../dom/query.js";
import { setUpDownloadProgress } from "./download-progress.js";

/** @typedef {import("./scoring-client.js").State} State */

/**
 * Show the state as it is, and every change.
 * @param {import("./scoring-client.js").ScoringClient} python
 * @param {HTMLElement} live The part of the page with words for the states. With data-kept it shows an earlier
 *   result: then nobody reads or hears how Python starts.
 * @param {{
 *   announce: (text: string) => void,
 *   ended: (state: State) => void,
 *   stopped: () => void,
 * }} tool Called when a start has ended, well or not, and when a Python that was ready has failed.
 */
export function showStates(python, live, { announce, ended, stopped }) {
  const page = document.documentElement;
  const sizes = { frozen: Number(page.dataset.frozenSize), plain: Number(page.dataset.plainSize) };

  /** @param {string} text */
  function tellStart(text) {
    if (!("kept" in live.dataset)) announce(text);
  }

  /** @param {State} state @param {string} reason */
  function show(state, reason) {
    const wasReady = page.dataset.python === "ready";
    page.dataset.engine = python.engine;
    page.dataset.python = state;
    for (const element of /** @type {NodeListOf<HTMLElement>} */ (live.querySelectorAll("[data-when]"))) {
      element.hidden = element.dataset.when !== state;
    }
    const words = live.querySelector(`.python-state[data-when="${state}"]`)?.textContent ?? "";
    if (state === "idle" || state === "loading") {
      tellStart(words);
    } else {
      announce(words);
      ended(state);
    }
    if (reason) console.error(`Python: ${reason}`);
    if (state === "failed" && wasReady) stopped();
  }

  python.listen(show, setUpDownloadProgress(query(".python-progress", live), sizes, tellStart));
}
