// A page's connection to the database: opened when it is needed, and again after it has ended.

import { openDatabase } from "./database.js";

/** @typedef {import("./database.js").Database} Database */

export class Connection {
  #ended;
  /** @type {Database | undefined} */
  #database;

  /** @param {(why: "erased" | "newer" | "gone") => void} ended */
  constructor(ended) {
    this.#ended = ended;
  }

  /** @param {boolean} isMade Whether the database is made where there is none. */
  async open(isMade) {
    this.#database ??= await openDatabase({
      isMade,
      ended: (why) => {
        this.#database = undefined;
        this.#ended(why);
      },
    });
    return this.#database;
  }

  /**
   * @template Result
   * @param {(database: Database) => Promise<Result>} use
   * @param {Result} otherwise Where there is none, or the browser refuses.
   * @param {boolean} [isMade]
   */
  async use(use, otherwise, isMade = false) {
    try {
      const database = await this.open(isMade);
      return database ? await use(database) : otherwise;
    } catch {
      return otherwise;
    }
  }
}

/** Why the browser refused: the name of its error. @param {unknown} error */
export function reasonOf(error) {
  const name = error instanceof DOMException || error instanceof Error ? error.name : "Error";
  return name === "VersionError" ? "newer" : name;
}
