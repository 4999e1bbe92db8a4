// What a tool keeps of its form.
//
// Its fields lie together in one place, which the reader chooses: in the memory of the page, in the tab until it is
// closed (sessionStorage), or on the device (localStorage). A place may be refused; then the page goes on without. What
// lies there under our names and does not look like ours is no wish of the reader's, and stays as it is.

import { FIELDS, LASTING, attempt, eraseKept, keepNothing, wantsNothing } from "./storage.js";
import { hear } from "./tabs.js";

/** @typedef {keyof typeof FIELDS} Tool */
/** @typedef {"memory" | "tab" | "device"} Place */
/**
 * @typedef {{
 *   current: () => {text: string, isEmpty: boolean},
 *   isOwn: (text: string) => boolean,
 *   takeOver: (text: string) => void,
 *   forget: () => Promise<void>,
 * }} Owner The page that keeps: its main field as it is now; whether a text looks like one; show what a newer tab has
 *   kept; be as before the first answer.
 */

export class Store {
  /** @type {Place} */
  place = "tab";
  isRefused = false;
  #owner;
  #main;
  /** @type {Record<string, string>} */
  #others;
  /** @type {string | null} What this page last read or wrote on the device; anything else there is newer. */
  #known = null;
  #onChange = () => {};

  /** @param {Tool} tool @param {Owner} owner */
  constructor(tool, owner) {
    this.#owner = owner;
    const [[, main], ...others] = Object.entries(FIELDS[tool]);
    this.#main = main;
    this.#others = Object.fromEntries(others);
    addEventListener("storage", ({ key }) => {
      if (key === null || key === main) attempt(() => this.#isOvertaken());
    });
    hear((word) => {
      if (word === "nothing") this.#leaveTab();
      if (word === "something" && this.place === "memory") {
        this.#settle("tab");
        this.keep();
      }
      if (word === "erased") this.#forget();
    });
    addEventListener("pageshow", ({ persisted }) => {
      if (persisted) attempt(() => this.#catchUp()); // the browser kept the page as it was, and it heard nothing
    });
  }

  /** @param {() => void} onChange Called now, and when `place` or `isRefused` may have changed. */
  listen(onChange) {
    this.#onChange = onChange;
    onChange();
  }

  /** Find out where the reader wants things kept. @returns {string} The main field as it was kept, or nothing. */
  open() {
    let found = "";
    if (wantsNothing()) this.place = "memory";
    this.#attempt(() => (found = this.#ownIn(sessionStorage)));
    attempt(() => {
      const longer = this.#ownIn(localStorage);
      if (!longer) return;
      this.#known = found = longer;
      if (this.place === "tab") this.#settle("device");
    }); // where that is refused, the tab's own storage will do until the reader wants the other
    return found;
  }

  /**
   * Keep the main field as it is now. What another tab keeps on the device is let be.
   * @param {Record<string, string>} [others] The fields beside it; those that are not given were for an earlier one.
   */
  keep(others = {}) {
    this.#attempt(() => {
      if (this.place === "memory" || (this.place === "device" && this.#isOvertaken())) return;
      const { text, isEmpty } = this.#owner.current();
      const storage = this.#storage();
      const isTaken = this.place === "tab" && storage.getItem(this.#main) && !this.#ownIn(storage);
      if (isTaken) throw new TypeError("what lies there is not ours");
      for (const name of Object.values(this.#others)) if (name !== LASTING) storage.removeItem(name);
      // An empty text on the device still says that the reader wants things kept there.
      if (this.place === "device" || !isEmpty) storage.setItem(this.#main, text);
      else storage.removeItem(this.#main);
      if (this.place === "device") this.#known = text;
      for (const [field, other] of Object.entries(others)) storage.setItem(this.#others[field], other);
    });
  }

  /**
   * Keep a field beside the main one, where that is kept and there is room.
   * @param {string} field
   * @param {string} text
   */
  keepBeside(field, text) {
    attempt(() => {
      const main = this.#owner.current();
      const isKept = this.#storage().getItem(this.#main) === main.text; // and was not erased in another tab
      if (isKept && !main.isEmpty) this.#storage().setItem(this.#others[field], text);
    });
  }

  /** Keep a choice that stands whatever the main field is. @param {string} field @param {string} text */
  remember(field, text) {
    this.#attempt(() => {
      if (this.place !== "memory") this.#storage().setItem(this.#others[field], text);
    });
  }

  /** A field beside the main one. @param {string} field @returns {string} Whatever somebody put there. */
  beside(field) {
    let found = "";
    attempt(() => (found = this.#storage().getItem(this.#others[field]) ?? ""));
    return found;
  }

  /** The reader chose another place: what was kept elsewhere moves there or goes. @param {Place} place */
  moveTo(place) {
    /** @type {Record<string, string>} */
    const others = {};
    if ((place === "memory") !== (this.place === "memory")) keepNothing(place === "memory");
    attempt(() => this.#take(sessionStorage, others));
    attempt(() => {
      this.#take(localStorage, others);
      this.#known = localStorage.getItem(this.#main); // not ours, and in the way where the reader now wants ours
    });
    this.#settle(place);
    this.keep(others);
  }

  /** Delete everything that this site keeps here, of all tools. */
  async eraseAll() {
    const isErased = eraseKept();
    this.#settle("tab");
    this.#attempt(() => sessionStorage.removeItem(this.#main)); // shows whether the tab's own storage works
    await this.#owner.forget();
    return isErased;
  }

  #storage() {
    return this.place === "device" ? localStorage : sessionStorage;
  }

  /** @param {Storage} storage @returns {string} What is ours there. */
  #ownIn(storage) {
    const text = storage.getItem(this.#main) ?? "";
    return this.#owner.isOwn(text) ? text : "";
  }

  /** Take away what is ours. @param {Storage} storage @param {Record<string, string>} [others] Gets what lay beside. */
  #take(storage, others = {}) {
    if (this.#ownIn(storage)) storage.removeItem(this.#main);
    for (const [field, name] of Object.entries(this.#others)) {
      const text = storage.getItem(name);
      if (text) others[field] = text;
      storage.removeItem(name);
    }
  }

  /** Whether another tab has changed what is on the device: that is taken over, and never written over. */
  #isOvertaken() {
    if (this.place !== "device" || localStorage.getItem(this.#main) === this.#known) return false;
    const newer = this.#ownIn(localStorage);
    this.#known = newer;
    if (newer) this.#owner.takeOver(newer);
    else this.#settle("tab"); // it was taken away there, and is not put back
    return Boolean(newer);
  }

  /** The page comes back as it was left: what happened to the storage meanwhile stands, erasing before all. */
  #catchUp() {
    if (this.place === "memory" || this.isRefused || this.#owner.current().isEmpty) return;
    if (wantsNothing()) this.#leaveTab();
    else if (this.#storage().getItem(this.#main) === null) this.#forget();
    else this.#isOvertaken();
  }

  /** Everything was erased elsewhere. */
  #forget() {
    this.#settle("tab");
    this.#owner.forget();
  }

  /** Another tab is to keep nothing, and so is this one. What that tab left on the device stays. */
  #leaveTab() {
    attempt(() => this.#take(sessionStorage));
    this.#settle("memory");
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
 * The main field of a tool, for another tool that reads it.
 * @param {Tool} tool
 * @returns {string} Whatever lies there; empty where there is nothing.
 */
export function readKept(tool) {
  const [name] = Object.values(FIELDS[tool]);
  let found = "";
  attempt(() => (found = localStorage.getItem(name) ?? sessionStorage.getItem(name) ?? ""));
  return found;
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
  let isHeld = false;
  attempt(() => {
    const found = [localStorage, sessionStorage].map((storage) => storage.getItem(fields[field]) ?? "");
    isHeld = found.some((kept) => texts.every((text) => kept.includes(text)));
  });
  return isHeld;
}
