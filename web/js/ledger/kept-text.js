// One document of the reader's, kept in this browser. What is in it is for `scoring` to say; here it is a text.
//
// A change is a function from the newest text to the next. It is done by one tab at a time, on what is stored at that
// moment, so that no tab overwrites what another wrote. Each save is read back. A change that could not be stored
// waits: its text is shown, the state says why, and it is done again, on what is the newest then, with the next one.

import { eraseKept, keepNothing, wantsNothing } from "../platform/storage.js";
import { hear, tell } from "../platform/tabs.js";
import { today } from "../platform/today.js";
import { isStored, openDatabase, readAside, readSnapshots, readStored, setAside, writeStored } from "./database.js";
import { inOrder, inTurn } from "./in-turn.js";

/** @typedef {import("./database.js").Database} Database */
/** @typedef {(newest: string) => string | Promise<string>} Make */
/**
 * kept: what is shown is stored, or nothing is there yet. memory: the reader wants nothing kept. refused: the browser
 * does not let us. damaged: what is stored cannot be read, and stays. locked: it is sealed. full: there is no room.
 * @typedef {"kept" | "memory" | "refused" | "damaged" | "locked" | "full"} State
 * @typedef {{text: string, state: State, reason?: string, number?: number}} Found
 */

export class KeptText {
  text = "";
  /** @type {State} */
  state = "kept";
  /**
   * Why it is refused: the browser's name of the error; "newer" where another tab has a newer edition of this site;
   * "gone" where the browser took away what was stored, which is stored again with the next change; "changed" where
   * something else was read back.
   */
  reason = "";
  /** What is stored and cannot be read. */
  unreadable = "";
  #name;
  #stored = ""; // when this page last looked
  /** @type {Make[]} */
  #waiting = [];
  #erasures = 0;
  /** @type {Database | undefined} */
  #database;
  /** @type {(() => void)[]} */
  #listeners = [];

  /** @param {string} name */
  static async open(name) {
    const kept = new KeptText(name);
    await kept.#follow();
    return kept;
  }

  /** @param {string} name */
  constructor(name) {
    this.#name = name;
    hear((word) => {
      if (word === "erased") this.#forget();
      else if (word !== "asks") this.#follow();
    });
    addEventListener("pageshow", ({ persisted }) => {
      if (persisted) this.#follow(); // the browser kept the page as it was, and it heard nothing
    });
  }

  /** @param {() => void} onChange Called when text or state may have changed, here or in another tab. */
  listen(onChange) {
    this.#listeners.push(onChange);
  }

  /**
   * Make the next text of the newest one. Throws what `make` throws; then nothing is changed.
   * @param {Make} make Without effects: it may be called again.
   * @param {{keepsBefore?: boolean}} [wanted] Whether the text before is set aside, as it is once a day anyway.
   * @returns {Promise<boolean>} Whether it is stored; where not, the state says why.
   */
  async change(make, { keepsBefore = false } = {}) {
    const isErased = this.#erasing();
    await inTurn(() => this.#advance([...this.#waiting, make], isErased, keepsBefore));
    return this.state === "kept";
  }

  /** The reader wants nothing kept, in any tab, or again lets things be kept. @param {boolean} nothing */
  async keepNothing(nothing) {
    keepNothing(nothing);
    await this.#follow();
  }

  /** What the document was on earlier days, the newest first. @returns {Promise<{day: string, text: string}[]>} */
  async snapshots() {
    const found = await this.#use((database) => readSnapshots(database, this.#name), []);
    return found.flatMap(({ day, text }) => (typeof text === "string" ? [{ day, text }] : [])).toReversed();
  }

  /**
   * Keep a text that cannot be read, and begin anew. It is not thrown away: `aside` gives it for a file.
   * @param {string} text
   * @returns {Promise<boolean>} Whether that is done.
   */
  async setAside(text) {
    let isDone = false;
    await inTurn(async () => {
      const unreadable = { text, day: today() };
      const use = (/** @type {Database | undefined} */ database) =>
        database ? setAside(database, this.#name, unreadable) : Promise.resolve(false);
      isDone = await this.#use(use, false);
    });
    if (isDone) tell("changed");
    await this.#follow();
    return isDone;
  }

  /** What was set aside. @returns {Promise<{day: string, text: string}[]>} */
  aside() {
    return this.#use((database) => readAside(database, this.#name), []);
  }

  /** Erase everything that this site keeps here, in all tabs. @returns {Promise<boolean>} Whether it is gone. */
  erase() {
    const isErased = eraseKept();
    this.#forget();
    return isErased;
  }

  /** Whether the browser promises to keep it. It may ask the reader. */
  async askToPersist() {
    if (this.state !== "kept") return false;
    return (await navigator.storage?.persist?.().catch(() => false)) ?? false;
  }

  /** Show what is stored now, and try again to store what waits. */
  #follow() {
    const isErased = this.#erasing();
    const advance = () => this.#advance(this.#waiting, isErased);
    return this.#waiting.length > 0 ? inTurn(advance) : inOrder(advance);
  }

  /** Tells later whether everything was erased since: then what was read before, or made of it, is to be dropped. */
  #erasing() {
    const before = this.#erasures;
    return () => before !== this.#erasures;
  }

  /**
   * @param {Make[]} makes
   * @param {() => boolean} isErased
   * @param {boolean} [keepsBefore]
   * @returns {Promise<void>}
   */
  async #advance(makes, isErased, keepsBefore = false) {
    const found = await this.#read();
    let { text } = found;
    if (found.state === "damaged" || found.state === "locked") return this.#show(found);
    for (const make of makes) text = await make(text);
    if (isErased()) return undefined;
    const state = found.state === "kept" && wantsNothing() ? "memory" : found.state; // chosen meanwhile
    if (state !== "kept") return this.#wait({ ...found, state, text }, makes);
    if (makes.length === 0) return this.#show({ ...found, state: found.reason ? "refused" : state });
    const number = (found.number ?? 0) + 1;
    const written = await this.#write({ text, number, day: today() }, keepsBefore, isErased);
    if (isErased()) return undefined;
    if (!written) return this.#advance(makes, isErased, keepsBefore);
    this.#wait({ text, ...written }, written.state === "kept" ? [] : makes);
    if (written.state === "kept") tell("changed");
    return undefined;
  }

  /** @returns {Promise<Found>} What is stored, or what was, where it can no longer be had. */
  async #read() {
    /** @type {State} */
    const state = wantsNothing() ? "memory" : "kept";
    const isErased = this.#erasing();
    try {
      const found = await readStored(await this.#connect(false), this.#name);
      if (found === undefined || isErased()) return { text: this.#stored, state, reason: this.#stored && "gone" };
      this.unreadable = isStored(found) ? "" : (JSON.stringify(found) ?? String(found));
      if (this.unreadable) return { text: "", state: "damaged" };
      const { text, number } = /** @type {import("./database.js").Stored} */ (found);
      if (typeof text !== "string") return { text: "", state: "locked" };
      this.#stored = text;
      return { text, number, state };
    } catch (error) {
      return { text: this.#stored, state: "refused", reason: nameOf(error) };
    }
  }

  /**
   * @param {import("./database.js").Stored & {text: string}} stored
   * @param {boolean} keepsBefore
   * @param {() => boolean} isErased
   * @returns {Promise<{state: State, reason?: string} | undefined>} Nothing where another tab was quicker.
   */
  async #write(stored, keepsBefore, isErased) {
    try {
      const database = /** @type {Database} */ (await this.#connect(true));
      if (isErased()) return undefined;
      const isWritten = await writeStored(database, this.#name, stored, { keepsBefore });
      if (!isWritten) return undefined;
      const back = await readStored(database, this.#name);
      if (!isStored(back) || back.text !== stored.text) return { state: "refused", reason: "changed" };
      this.#stored = stored.text;
      return { state: "kept" };
    } catch (error) {
      const reason = nameOf(error);
      return { state: reason === "QuotaExceededError" ? "full" : "refused", reason };
    }
  }

  /** @param {boolean} isMade Whether the database is made where there is none. */
  async #connect(isMade) {
    this.#database ??= await openDatabase({
      isMade,
      ended: (why) => {
        this.#database = undefined;
        if (why === "erased") this.#forget();
        else this.#show({ text: this.text, state: "refused", reason: why });
      },
    });
    return this.#database;
  }

  /**
   * @template Result
   * @param {(database: Database | undefined) => Promise<Result>} use
   * @param {Result} otherwise Where the browser refuses.
   */
  async #use(use, otherwise) {
    try {
      return await use(await this.#connect(false));
    } catch {
      return otherwise;
    }
  }

  #forget() {
    this.#erasures += 1;
    this.#stored = this.unreadable = "";
    this.#wait({ text: "", state: wantsNothing() ? "memory" : "kept" }, []);
  }

  /** @param {Found} found @param {Make[]} makes Those that are still to be stored. */
  #wait(found, makes) {
    this.#waiting = makes;
    this.#show(found);
  }

  /** @param {Found} found */
  #show({ text, state, reason = "" }) {
    if (text === this.text && state === this.state && reason === this.reason) return;
    Object.assign(this, { text, state, reason });
    for (const onChange of this.#listeners) onChange();
  }
}

/** @param {unknown} error */
function nameOf(error) {
  const name = error instanceof DOMException || error instanceof Error ? error.name : "Error";
  return name === "VersionError" ? "newer" : name;
}
