// One document of the reader's, kept in this browser. What is in it is for `scoring` to say; here it is a text.
//
// A change is a function from the newest text to the next. It is done by one tab at a time, on what is stored at that
// moment, so that no tab overwrites what another wrote. Each save is read back. A change that could not be stored
// waits: its text is shown, the state says why, and it is done again, on what is the newest then, with the next one.

import { eraseKept, keepNothing, wantsNothing } from "../platform/storage.js";
import { hear, tell } from "../platform/tabs.js";
import { today } from "../platform/today.js";
import { Connection, reasonOf } from "./connection.js";
import * as stored from "./database.js";
import { inOrder, inTurn } from "./in-turn.js";
import { openOlder, plainFile, reseal, seal, sealedFile, unseal } from "./sealing.js";

/** @typedef {import("./database.js").Database} Database */
/** @typedef {import("./sealing.js").Held} Held */
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
  /** @type {Held["lock"] | undefined} In memory only. */
  #lock;
  #key = ""; // of the lock, sealed with the passphrase; it lies beside the document
  /** @type {Make[]} */
  #waiting = [];
  #erasures = 0;
  #connection = new Connection((why) => {
    if (why === "erased") this.#forget();
    else this.#show({ text: this.text, state: "refused", reason: why });
  });
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
    const open = (/** @type {Database} */ database) => openOlder(database, "snapshots", this.#name, this.#lock);
    return (await this.#connection.use(open, [])).toReversed();
  }

  /**
   * Keep a text that cannot be read, and begin anew. It is not thrown away: `aside` gives it for a file.
   * @param {string} text
   * @returns {Promise<boolean>} Whether that is done.
   */
  async setAside(text) {
    let isDone = false;
    await inTurn(async () => {
      const unreadable = { text: await seal(this.#lock, text), day: today() };
      const anew = { text: await seal(this.#lock, ""), key: this.#key };
      const use = (/** @type {Database} */ database) => stored.setAside(database, this.#name, unreadable, anew);
      isDone = await this.#connection.use(use, false);
    });
    if (isDone) tell("changed");
    await this.#follow();
    return isDone;
  }

  /** What was set aside. @returns {Promise<{day: string, text: string}[]>} */
  aside() {
    return this.#connection.use((database) => openOlder(database, "aside", this.#name, this.#lock), []);
  }

  /** Whether a passphrase is needed to read it. */
  get isSealed() {
    return this.#key !== "";
  }

  /**
   * Seal it, and all that is aside, with a new lock, or with none.
   * @param {Held | undefined} held
   * @returns {Promise<boolean>} Whether that is done; if not, all is as before.
   */
  async setLock(held) {
    let isDone = false;
    await inTurn(async () => {
      const { state, text, number = 0 } = await this.#read();
      if (state !== "kept") return;
      const next = { text, number: number + 1, day: today() };
      const use = (/** @type {Database} */ database) => reseal(database, this.#name, next, this.#lock, held);
      isDone = await this.#connection.use(use, false, true);
      if (isDone) this.#hold(held?.lock, held?.key ?? "");
    });
    if (!isDone) held?.lock.end();
    if (isDone) tell("changed");
    await this.#follow();
    return isDone;
  }

  /**
   * Open the lock, for this page and as long as it is open.
   * @param {(key: string) => Promise<Held["lock"] | undefined>} open Given the key as it lies beside the document.
   * @returns {Promise<boolean>} Whether it was the right passphrase.
   */
  async unlock(open) {
    const lock = await open(this.#key);
    if (!lock) return false;
    this.#hold(lock, this.#key);
    await this.#follow();
    return this.state !== "locked";
  }

  /** Forget the key and what is shown; what is stored stays. */
  async lock() {
    if (!this.#key) return;
    await inOrder(() => this.#hold(undefined, this.#key)); // after what is being stored
    this.#stored = "";
    await this.#follow();
  }

  /** A JSON text as a file: sealed with the passphrase, where there is one. @param {string} name @param {string} text */
  async forFile(name, text) {
    return this.#lock ? sealedFile(name, await this.#lock.sealFile(text)) : plainFile(name, text);
  }

  /** Hold this lock; one of before forgets its key. @param {Held["lock"] | undefined} lock @param {string} key */
  #hold(lock, key) {
    if (lock !== this.#lock) this.#lock?.end();
    [this.#lock, this.#key] = [lock, key];
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
      const found = await stored.readStored(await this.#connection.open(false), this.#name);
      if (found === undefined || isErased()) return { text: this.#stored, state, reason: this.#stored && "gone" };
      this.unreadable = stored.isStored(found) ? "" : (JSON.stringify(found) ?? String(found));
      if (this.unreadable) return { text: "", state: "damaged" };
      const { text: kept, number, key = "" } = /** @type {import("./database.js").Stored} */ (found);
      if (key !== this.#key) this.#hold(undefined, key); // another tab changed the passphrase
      const text = await unseal(this.#lock, kept);
      if (isErased()) return { text: "", state };
      if (text === undefined) return { text: "", state: "locked" };
      this.#stored = text;
      return { text, number, state };
    } catch (error) {
      return { text: this.#stored, state: "refused", reason: reasonOf(error) };
    }
  }

  /**
   * @param {{text: string, number: number, day: string}} next
   * @param {boolean} keepsBefore
   * @param {() => boolean} isErased
   * @returns {Promise<{state: State, reason?: string} | undefined>} Nothing where another tab was quicker.
   */
  async #write(next, keepsBefore, isErased) {
    try {
      const database = /** @type {Database} */ (await this.#connection.open(true));
      const sealed = { ...next, text: await seal(this.#lock, next.text), key: this.#key };
      if (isErased()) return undefined;
      const isWritten = await stored.writeStored(database, this.#name, sealed, { keepsBefore });
      if (!isWritten) return undefined;
      const back = await stored.readStored(database, this.#name);
      const isNewer = stored.isStored(back) && back.number > next.number; // another tab built on it already
      const text = stored.isStored(back) && (await unseal(this.#lock, back.text));
      if (text !== next.text && !isNewer) return { state: "refused", reason: "changed" };
      this.#stored = next.text;
      return { state: "kept" };
    } catch (error) {
      const reason = reasonOf(error);
      return { state: reason === "QuotaExceededError" ? "full" : "refused", reason };
    }
  }

  #forget() {
    this.#erasures += 1;
    this.#hold(undefined, "");
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
