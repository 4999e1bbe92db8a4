// Locks of texts, in the age format. A lock is a worker that holds a key: ended, it has forgotten it.

import { scriptAddress } from "../platform/trusted-types.js";

/** @typedef {{resolve: (value: any) => void, reject: (error: Error) => void}} Waiting */

const MAGIC = "age-encryption.org/"; // every file of that format begins so

/** Browsers give pages what this needs only over https, and on the device itself. */
export const isPossible = () => globalThis.isSecureContext && "subtle" in crypto;

/** Whether they are a file in that format. @param {Uint8Array} bytes */
export const isSealed = (bytes) => new TextDecoder().decode(bytes.subarray(0, MAGIC.length)) === MAGIC;

export class Lock {
  #worker = new Worker(scriptAddress("sealing"), { type: "module" });
  /** @type {Map<number, Waiting>} */
  #waiting = new Map();
  #lastId = 0;

  constructor() {
    this.#worker.addEventListener("message", ({ data: { id, value, error } }) => {
      const waiting = this.#waiting.get(id);
      this.#waiting.delete(id);
      if (error === undefined) waiting?.resolve(value);
      else waiting?.reject(new Error(error));
    });
    this.#worker.addEventListener("error", () => this.end("what seals could not be loaded"));
  }

  /**
   * A new lock, and its key for later, sealed with the passphrase.
   * @param {string} passphrase
   * @returns {Promise<{lock: Lock, key: string}>}
   */
  static async make(passphrase) {
    const lock = new Lock();
    return { lock, key: await lock.#ask("make", passphrase) };
  }

  /**
   * @param {string} key
   * @param {string} passphrase
   * @returns {Promise<Lock | undefined>} Nothing where the passphrase is another one.
   */
  static async take(key, passphrase) {
    const lock = new Lock();
    if (await lock.#ask("take", key, passphrase)) return lock;
    return lock.end();
  }

  /**
   * Seal a text with a passphrase, which the ordinary age program opens.
   * @param {string} text
   * @param {string} passphrase
   * @returns {Promise<Uint8Array>}
   */
  static sealFile(text, passphrase) {
    return Lock.#once("sealFile", text, passphrase);
  }

  /**
   * @param {Uint8Array} sealed
   * @param {string} passphrase
   * @returns {Promise<string | undefined>} Nothing where the passphrase is another one, or the bytes were changed.
   */
  static openFile(sealed, passphrase) {
    return Lock.#once("openFile", sealed, passphrase);
  }

  /** @param {string} text @returns {Promise<Uint8Array>} */
  seal(text) {
    return this.#ask("seal", text);
  }

  /** @param {Uint8Array} sealed @returns {Promise<string | undefined>} Nothing where this lock does not fit it. */
  open(sealed) {
    return this.#ask("open", sealed).catch(() => undefined);
  }

  /** Seal a text for a file, with the passphrase of this lock. @param {string} text @returns {Promise<Uint8Array>} */
  sealFile(text) {
    return this.#ask("sealFile", text);
  }

  /** Forget the key. @param {string} [why] @returns {undefined} */
  end(why = "the lock was closed") {
    this.#worker.terminate();
    for (const { reject } of this.#waiting.values()) reject(new Error(why));
    this.#waiting.clear();
  }

  /** @param {string} task @param {unknown[]} given @returns {Promise<any>} */
  static async #once(task, ...given) {
    const lock = new Lock();
    try {
      return await lock.#ask(task, ...given);
    } finally {
      lock.end();
    }
  }

  /** @param {string} task See age-files.js. @param {unknown[]} given @returns {Promise<any>} */
  #ask(task, ...given) {
    this.#lastId += 1;
    const id = this.#lastId;
    this.#worker.postMessage({ id, task, given });
    return new Promise((resolve, reject) => this.#waiting.set(id, { resolve, reject }));
  }
}
