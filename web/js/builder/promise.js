// "I'll do this": the move that the reader said yes to, its day, and when and where in the reader's own words. The words
// go on the card and into the calendar file, and are kept nowhere.

import { onPress } from "../dom/press.js";
import { query } from "../dom/query.js";
import { limitDays, today } from "../platform/today.js";

/** @import { BuilderView, Moment } from "../../types/scoring" */
/** @typedef {import("../python/saved-form.js").SavedForm["promised"]} Promised */

const PAUSE = 400; // milliseconds without a key: the card is written anew after a word, not after each letter

/**
 * @param {{
 *   view: () => Partial<BuilderView>,
 *   promised: () => Promised,
 *   promiseMove: (promised: Promised) => Promise<void>,
 *   changed: () => void,
 * }} tool
 */
export function setUpPromise({ view, promised, promiseMove, changed }) {
  const result = query("#result");
  const section = query(".promise", result);
  const day = /** @type {HTMLInputElement} */ (query("[name=day]", section));
  const fields = ["when", "where"].map((name) => /** @type {HTMLInputElement} */ (query(`[name=${name}]`, section)));
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let pause;

  section.addEventListener("input", (event) => {
    clearTimeout(pause);
    if (event.target !== day) pause = setTimeout(changed, PAUSE);
  });
  section.addEventListener("change", ({ target }) => {
    clearTimeout(pause);
    const now = promised();
    if (target === day && now) promiseMove({ move: now.move, ...(day.value && { day: day.value }) });
    else changed(); // what comes next may be the copy of the card
  });
  onPress(result, "[data-do=promise], [data-do=unpromise]", async ({ dataset }) => {
    const kind = /** @type {"invitation" | "contribution"} */ (dataset.kind);
    const move = view()[kind]?.id;
    await promiseMove(move ? { move, day: today(1) } : undefined);
    if (move) query("h3", section).focus();
    else /** @type {HTMLElement} */ (query(".move:not([hidden]) .move-title", result)).focus(); // the button is gone
  });

  return {
    /** @returns {Moment | undefined} What is written, if anything is. */
    moment() {
      const [when, where] = fields.map((field) => field.value);
      const date = promised() && day.value >= today() && day.value; // scoring refuses a day that is over
      return when || where || date ? { when, where, ...(date && { day: date }) } : undefined;
    },
    /** Show what was promised, behind its move. @param {Promised} now */
    show(now) {
      section.hidden = !now;
      for (const button of /** @type {Iterable<HTMLElement>} */ (result.querySelectorAll("[data-do=promise]"))) {
        button.hidden = Boolean(now);
      }
      limitDays(day);
      day.value = now?.day ?? "";
    },
    clear() {
      for (const field of fields) field.value = "";
    },
  };
}
