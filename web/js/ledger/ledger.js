// The reader's ledger: the text that is kept, changed by `scoring`, and what takes the changes of this visit back.

import { reasonsOf } from "../python/refusal.js";

/** @import { LedgerChange, Refusal } from "../../types/scoring" */

/** What `scoring` said no to; the message is for the reader. */
export class Refused extends Error {
  /** @param {Refusal} answer */
  constructor(answer) {
    super(reasonsOf(answer));
    this.issues = answer.issues;
  }
}

export class Ledger {
  #kept;
  #python;
  /** @type {LedgerChange[][]} The latest last. */
  #undo = [];

  /**
   * @param {import("../kept/kept-text.js").KeptText} kept
   * @param {import("../python/scoring-client.js").ScoringClient} python
   */
  constructor(kept, python) {
    this.#kept = kept;
    this.#python = python;
  }

  get text() {
    return this.#kept.text;
  }

  get canUndo() {
    return this.#undo.length > 0;
  }

  /** Change entries, on what is the newest when it is done. @param {LedgerChange[]} changes */
  async change(changes) {
    this.#undo.push(await this.#make(changes));
  }

  /** Take the latest change of this visit back. */
  async undo() {
    const changes = this.#undo.pop();
    if (changes?.length) await this.#make(changes);
  }

  /** @param {LedgerChange[]} changes @returns {Promise<LedgerChange[]>} What takes them back. */
  async #make(changes) {
    /** @type {LedgerChange[]} */
    let undo = [];
    await this.#kept.change(async (text) => {
      const now = new Date().toISOString();
      const answer = await this.#python.ask({ do: "ledger-change", text, changes, now });
      if (!answer.ok) throw new Refused(answer);
      undo = answer.result.undo;
      return answer.result.text;
    });
    return undo;
  }

  /** Bring a file in, on what is the newest when it is done. @param {string} file */
  async bringIn(file) {
    await this.#kept.change(async (text) => {
      const answer = await this.#python.ask({ do: "ledger-import", text, file });
      if (!answer.ok) throw new Refused(answer);
      return answer.result.text;
    }, { keepsBefore: true });
    this.#undo = [];
  }
}
