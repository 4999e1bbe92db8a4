// One plan for the move on offer: when and where, in the reader's own words. They go on the card and are kept nowhere.

import { query } from "../dom/query.js";

/** @import { Moment } from "../../types/scoring" */

const PAUSE = 400; // milliseconds without a key: the card is written anew after a word, not after each letter

/**
 * @param {HTMLElement} section
 * @param {() => void} changed
 */
export function setUpPlan(section, changed) {
  const fields = ["when", "where"].map((name) => /** @type {HTMLInputElement} */ (query(`[name=${name}]`, section)));
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
      const [when, where] = fields.map((field) => field.value);
      return when || where ? { when, where } : undefined;
    },
    clear() {
      for (const field of fields) field.value = "";
    },
  };
}
