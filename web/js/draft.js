// What this tool keeps in the browser.
//
// sessionStorage "builder"      the form as it stands, until the tab is closed
// localStorage "builder"        the same for longer, where the reader ticked "keep"
// sessionStorage "memory-only"  "1" where the reader ticked "keep nothing"

import { find } from "./find.js";

const KEY = "builder";
const MEMORY_ONLY = "memory-only";

/** @typedef {{entries: [string, string][], another: Record<string, number>}} Draft */

export class DraftKeeper {
  #keepBox = /** @type {HTMLInputElement} */ (find("[name=keep-on-device]"));
  #memoryBox = /** @type {HTMLInputElement} */ (find("[name=memory-only]"));
  #refused = find("[data-when-refused]");
  #draft;

  /** @param {() => Draft} draft Gives the form as it stands. */
  constructor(draft) {
    this.#draft = draft;
    this.#exclude(this.#keepBox, this.#memoryBox);
    this.#exclude(this.#memoryBox, this.#keepBox);
  }

  /** Keep the form where the reader wants it kept, and nowhere else. */
  keep() {
    this.#attempt(() => {
      localStorage.removeItem(KEY);
      sessionStorage.removeItem(KEY);
      if (this.#memoryBox.checked) sessionStorage.setItem(MEMORY_ONLY, "1");
      else sessionStorage.removeItem(MEMORY_ONLY);
      const draft = this.#draft();
      if (this.#memoryBox.checked || draft.entries.length === 0) return;
      (this.#keepBox.checked ? localStorage : sessionStorage).setItem(KEY, JSON.stringify(draft));
    });
  }

  /** @returns {Draft | undefined} What was kept, if it looks like a draft. */
  open() {
    /** @type {Draft | undefined} */
    let found;
    this.#attempt(() => {
      this.#memoryBox.checked = sessionStorage.getItem(MEMORY_ONLY) === "1";
      const kept = localStorage.getItem(KEY);
      this.#keepBox.checked = kept !== null;
      found = read(kept ?? sessionStorage.getItem(KEY));
    });
    return found;
  }

  /** Delete everything that this site keeps in the browser. */
  eraseAll() {
    this.#keepBox.checked = this.#memoryBox.checked = false;
    this.#attempt(() => localStorage.clear());
    this.#attempt(() => sessionStorage.clear());
  }

  /** Ticking one box takes the tick from the other. @param {HTMLInputElement} box @param {HTMLInputElement} other */
  #exclude(box, other) {
    box.addEventListener("change", () => {
      if (box.checked) other.checked = false;
      this.keep();
    });
  }

  /** Use the browser's storage, which may refuse. @param {() => void} use */
  #attempt(use) {
    try {
      use();
      this.#refused.hidden = true;
    } catch {
      this.#refused.hidden = false;
    }
  }
}

/** @param {string | null} text @returns {Draft | undefined} */
function read(text) {
  try {
    const { entries, another } = JSON.parse(text ?? "");
    const pairs = entries.filter((/** @type {unknown} */ entry) => Array.isArray(entry));
    return { entries: pairs, another: typeof another === "object" ? another : {} };
  } catch {
    return undefined;
  }
}
