// What this site keeps in the browser: texts, under the names that stand here and under no others.
//
// A tool keeps its fields together in one place, which the reader chooses: in the memory of the page, in the tab
// until it is closed (sessionStorage), or on the device (localStorage). A place may be refused; then the page goes on
// without.

/** The fields of each tool, by their names in the storage. The first is the main one: without it no other is kept. */
const FIELDS = /** @type {const} */ ({
  builder: { form: "builder", result: "builder-result", score: "builder-card-score" },
});
/** A choice of the reader and not of one form: it stays when the form changes. */
const LASTING = "builder-card-score";
const MEMORY_ONLY = "memory-only"; // in the tab, "1": the reader wants nothing kept
const THEME = "theme";
const EXIT = "exit"; // on the device, "erase": leaving at once erases as well
const LEFT = "left"; // in the tab, "1": a page was left at once, and Back is not to show it

/** @typedef {keyof typeof FIELDS} Tool */
/** @typedef {"memory" | "tab" | "device"} Place */
/** @typedef {{text: string, isEmpty: boolean}} Main The main field as it is now. */

/** All names, of the site and of every tool; other sites may share this address and its storage. */
const ownNames = () => [...Object.values(FIELDS).flatMap((fields) => Object.values(fields)), MEMORY_ONLY, THEME, EXIT, LEFT];

export class Store {
  /** @type {Place} */
  place = "tab";
  isRefused = false;
  #current;
  #main;
  /** @type {Record<string, string>} */
  #others;
  #onChange = () => {};

  /** @param {Tool} tool @param {() => Main} current */
  constructor(tool, current) {
    this.#current = current;
    const [[, main], ...others] = Object.entries(FIELDS[tool]);
    this.#main = main;
    this.#others = Object.fromEntries(others);
    addEventListener("storage", ({ key, newValue }) => {
      const isErased = key === null || (key === main && newValue === null);
      if (isErased && this.place === "device") this.#settle("tab"); // by another tab; this one must not put it back
    });
  }

  /** @param {() => void} onChange Called now, and when `place` or `isRefused` may have changed. */
  listen(onChange) {
    this.#onChange = onChange;
    onChange();
  }

  /** Find out where the reader wants things kept. @returns {string} The main field, whoever wrote it. */
  open() {
    /** @type {string | null} */
    let found = null;
    this.#attempt(() => {
      if (sessionStorage.getItem(MEMORY_ONLY) === "1") this.place = "memory";
      found = sessionStorage.getItem(this.#main);
    });
    try {
      const longer = localStorage.getItem(this.#main);
      if (longer !== null && this.place === "tab") this.#settle("device");
      found = longer ?? found;
    } catch {
      // The tab's own storage will do, until the reader wants the other.
    }
    return found ?? "";
  }

  /**
   * Keep the main field as it is now. What another tab keeps on the device is let be.
   * @param {Record<string, string>} [others] The fields beside it; those that are not given were for an earlier one.
   */
  keep(others = {}) {
    this.#attempt(() => {
      if (this.place === "memory") return;
      const { text, isEmpty } = this.#current();
      const storage = this.#storage();
      for (const name of Object.values(this.#others)) if (name !== LASTING) storage.removeItem(name);
      // An empty text on the device still says that the reader wants things kept there.
      if (this.place === "device" || !isEmpty) storage.setItem(this.#main, text);
      else storage.removeItem(this.#main);
      for (const [field, other] of Object.entries(others)) storage.setItem(this.#others[field], other);
    });
  }

  /**
   * Keep a field beside the main one, where that is kept and there is room.
   * @param {string} field
   * @param {string} text
   */
  keepBeside(field, text) {
    try {
      const main = this.#current();
      const isKept = this.#storage().getItem(this.#main) === main.text; // and was not erased in another tab
      if (isKept && !main.isEmpty) this.#storage().setItem(this.#others[field], text);
    } catch {
      // There is no room for it: the main field is kept all the same.
    }
  }

  /** Keep a choice that stands whatever the main field is. @param {string} field @param {string} text */
  remember(field, text) {
    this.#attempt(() => {
      if (this.place !== "memory") this.#storage().setItem(this.#others[field], text);
    });
  }

  /** A field beside the main one. @param {string} field @returns {string} Whatever somebody put there. */
  beside(field) {
    try {
      return this.#storage().getItem(this.#others[field]) ?? "";
    } catch {
      return "";
    }
  }

  /** The reader chose another place: what was kept elsewhere moves there or goes. @param {Place} place */
  moveTo(place) {
    /** @type {Record<string, string>} */
    const others = {};
    this.#attempt(() => {
      for (const [field, name] of Object.entries(this.#others)) {
        const text = localStorage.getItem(name) ?? sessionStorage.getItem(name);
        if (text) others[field] = text;
      }
      for (const name of [this.#main, ...Object.values(this.#others)]) {
        localStorage.removeItem(name);
        sessionStorage.removeItem(name);
      }
      if (place === "memory") sessionStorage.setItem(MEMORY_ONLY, "1");
      else sessionStorage.removeItem(MEMORY_ONLY);
    });
    this.#settle(place);
    this.keep(others);
  }

  /** Delete everything that this site keeps here, of all tools. */
  eraseAll() {
    this.#settle("tab");
    eraseKept();
    this.#attempt(() => sessionStorage.removeItem(this.#main)); // shows whether the tab's own storage works
  }

  #storage() {
    return this.place === "device" ? localStorage : sessionStorage;
  }

  /** @param {Place} place */
  #settle(place) {
    this.place = place;
    this.#onChange();
  }

  /** Use the browser's storage, which may refuse. @param {() => void} use */
  #attempt(use) {
    this.isRefused = !attempt(use);
    this.#onChange();
  }
}

/**
 * Whether a tool's field holds all of these texts, in whichever place. Needs no store, so that it can be asked first.
 * @param {Tool} tool
 * @param {string} field
 * @param {string[]} texts
 */
export function mayHold(tool, field, texts) {
  /** @type {Record<string, string>} */
  const fields = FIELDS[tool];
  try {
    const found = [localStorage, sessionStorage].map((storage) => storage.getItem(fields[field]) ?? "");
    return found.some((kept) => texts.every((text) => kept.includes(text)));
  } catch {
    return false;
  }
}

/**
 * Keep the reader's choice of a theme on the device. Throws where the browser refuses.
 * @param {string} choice Empty where the theme is that of the system.
 */
export function keepTheme(choice) {
  setOrRemove(localStorage, THEME, choice);
}

/** Delete everything that this site keeps here, of all tools, as far as the browser lets us. */
export function eraseKept() {
  for (const name of ownNames()) {
    attempt(() => localStorage.removeItem(name));
    attempt(() => sessionStorage.removeItem(name));
  }
}

/** Whether the reader wants leaving at once to erase as well. */
export const erasesOnExit = () => holds(() => localStorage, EXIT, "erase");

/** Keep what the reader wants of leaving at once, unless nothing is to be kept. @param {boolean} erases */
export function keepErasesOnExit(erases) {
  if (!holds(() => sessionStorage, MEMORY_ONLY, "1")) attempt(() => setOrRemove(localStorage, EXIT, erases ? "erase" : ""));
}

/** Whether a page was left at once in this tab. */
export const wasLeft = () => holds(() => sessionStorage, LEFT, "1");

/** @param {boolean} left */
export function keepLeft(left) {
  attempt(() => setOrRemove(sessionStorage, LEFT, left ? "1" : ""));
}

/**
 * Whether a storage holds this text; one that the browser refuses holds nothing.
 * @param {() => Storage} storage
 * @param {string} name
 * @param {string} text
 */
function holds(storage, name, text) {
  let isHeld = false;
  attempt(() => (isHeld = storage().getItem(name) === text));
  return isHeld;
}

/** Keep a text, or nothing where it is empty. @param {Storage} storage @param {string} name @param {string} text */
function setOrRemove(storage, name, text) {
  if (text) storage.setItem(name, text);
  else storage.removeItem(name);
}

/** Use the browser's storage, which may refuse. @param {() => void} use */
function attempt(use) {
  try {
    use();
    return true;
  } catch {
    return false;
  }
}
