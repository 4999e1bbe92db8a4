// What this tool keeps in the browser.
//
// sessionStorage "builder"         the form as it stands, until the tab is closed
// sessionStorage "builder-result"  what Python answered to it, to be shown until Python has started the next time
// localStorage                     both for longer, where the reader ticked "keep"
// sessionStorage "memory-only"     "1" where the reader ticked "keep nothing"

import { find } from "../dom/find.js";

const KEY = "builder";
const RESULT = "builder-result";
const MEMORY_ONLY = "memory-only";
const OWN = [KEY, RESULT, MEMORY_ONLY, "theme"]; // other sites may share this address and its storage

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
    addEventListener("storage", ({ key, newValue }) => {
      const isErased = key === null || (key === KEY && newValue === null);
      if (isErased) this.#keepBox.checked = false; // another tab erased it; this one must not put it back
    });
  }

  /**
   * Keep the form where the reader wants it kept. What another tab keeps on the device is let be.
   * @param {string} result What is kept of its result; none where the form was changed.
   */
  keep(result = "") {
    this.#attempt(() => {
      if (this.#memoryBox.checked) return;
      const storage = this.#storage();
      const draft = this.#draft();
      storage.removeItem(RESULT);
      // An empty draft on the device still says that the reader wants answers kept there.
      if (this.#keepBox.checked || draft.entries.length > 0) storage.setItem(KEY, JSON.stringify(draft));
      else storage.removeItem(KEY);
      if (result) storage.setItem(RESULT, result);
    });
  }

  /** Keep what Python answered to the form, beside it. @param {string} asked @param {object} view */
  keepResult(asked, view) {
    try {
      const draft = this.#draft();
      const isKept = this.#storage().getItem(KEY) === JSON.stringify(draft); // and was not erased in another tab
      if (isKept && draft.entries.length > 0) this.#storage().setItem(RESULT, JSON.stringify({ asked, view }));
    } catch {
      // There is no room for it: the answers are kept all the same.
    }
  }

  /** What was kept as the answer to exactly this. @param {string} asked @returns {any} Whatever somebody put there. */
  resultOf(asked) {
    try {
      const kept = JSON.parse(this.#storage().getItem(RESULT) ?? "");
      return kept.asked === asked ? kept.view : undefined;
    } catch {
      return undefined;
    }
  }

  /** @returns {Draft | undefined} What was kept, if it looks like a draft. */
  open() {
    /** @type {string | null} */
    let kept = null;
    this.#attempt(() => {
      this.#memoryBox.checked = sessionStorage.getItem(MEMORY_ONLY) === "1";
      kept = sessionStorage.getItem(KEY);
    });
    try {
      const longer = localStorage.getItem(KEY);
      this.#keepBox.checked = longer !== null;
      kept = longer ?? kept;
    } catch {
      // The tab's own storage will do, until the reader wants the other.
    }
    const found = read(kept);
    if (!found && !this.#keepBox.checked) this.keep(); // shows whether the tab's own storage works
    return found;
  }

  /** Delete everything that this site keeps in the browser. */
  eraseAll() {
    this.#keepBox.checked = this.#memoryBox.checked = false;
    for (const name of OWN) {
      this.#attempt(() => localStorage.removeItem(name));
      this.#attempt(() => sessionStorage.removeItem(name));
    }
  }

  #storage() {
    return this.#keepBox.checked ? localStorage : sessionStorage;
  }

  /** Ticking one box takes the tick from the other. @param {HTMLInputElement} box @param {HTMLInputElement} other */
  #exclude(box, other) {
    box.addEventListener("change", () => {
      if (box.checked) other.checked = false;
      this.#keepAnew();
    });
  }

  /** Where to keep was chosen anew: what was kept elsewhere moves there or goes. */
  #keepAnew() {
    let result = "";
    this.#attempt(() => {
      result = localStorage.getItem(RESULT) ?? sessionStorage.getItem(RESULT) ?? "";
      for (const name of [KEY, RESULT]) {
        localStorage.removeItem(name);
        sessionStorage.removeItem(name);
      }
      if (this.#memoryBox.checked) sessionStorage.setItem(MEMORY_ONLY, "1");
      else sessionStorage.removeItem(MEMORY_ONLY);
    });
    this.keep(result);
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

/** Whether there is a result that may still be right. @param {string[]} marks Edition and day, which its request names. */
export function hasResult(marks) {
  try {
    const kept = [localStorage, sessionStorage].map((storage) => storage.getItem(RESULT) ?? "");
    return kept.some((text) => marks.every((mark) => text.includes(mark)));
  } catch {
    return false;
  }
}

/** @param {string | null} text @returns {Draft | undefined} */
function read(text) {
  try {
    const { entries, another } = JSON.parse(text ?? "");
    const isText = (/** @type {unknown} */ part) => typeof part === "string";
    const pairs = entries.filter((/** @type {unknown} */ entry) => Array.isArray(entry) && entry.every(isText));
    return { entries: pairs, another: typeof another === "object" ? another : {} };
  } catch {
    return undefined;
  }
}
