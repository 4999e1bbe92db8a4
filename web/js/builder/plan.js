// One plan for the move on offer: when and where, in the reader's own words, and the day. They go on the card and are
// kept nowhere.

import { query } from "../dom/query.js";
import { today } from "../platform/today.js";

/** @import { Moment } from "../../types/scoring" */

const UNSEEN = /\p{C}/gu; // scoring refuses what cannot be shown
const PAUSE = 400; // milliseconds without a key: the card is written anew after a word, not after each letter

/**
 * @param {HTMLElement} section
 * @param {() => void} changed
 */
export function setUpPlan(section, changed) {
  const fields = ["when", "where"].map((name) => /** @type {HTMLInputElement} */ (query(`[name=${name}]`, section)));
  const day = /** @type {HTMLInputElement} */ (query("[name=day]", section));
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let pause;
  section.addEventListener("input", () => {
    clearTimeout(pause);
    pause = setTimeout(changed, PAUSE);
  });
  section.addEventListener("change", () => {
    clearTimeout(pause);
    changed(); // what comes next may be the copy of the card
  });

  return {
    /** @returns {Moment | undefined} What is written, if anything is. */
    moment() {
      const [when, where] = fields.map((field) => field.value.replaceAll(/\s/gu, " ").replaceAll(UNSEEN, "").trim());
      const date = day.value >= today() && day.value; // scoring refuses a day that is over
      return when || where || date ? { when, where, ...(date && { day: date }) } : undefined;
    },
    clear() {
      for (const field of [...fields, day]) field.value = "";
    },
  };
}
