// What the pages of the ledger share: the text that is kept, changes and their undo, files, and what goes wrong.

import { query } from "../dom/query.js";
import { onNewDay } from "../platform/today.js";
import { wantsNothing } from "../platform/storage.js";
import { showStates } from "../python/show-state.js";
import { python, startPython } from "../python/start.js";
import { reasonsOf } from "../python/refusal.js";
import { setUpEraseDialog } from "../site/erase-dialog.js";
import { setUpMakeOffline } from "../site/make-offline.js";
import { KeptText } from "../kept/kept-text.js";
import { Ledger, Refused } from "./ledger.js";
import { setUpBackup } from "./backup.js";
import { setUpPassphrase } from "./passphrase.js";
import { setUpOpen, setUpRescue, setUpTables } from "./ledger-file.js";

/** @import { Answer, IssueData, LedgerChange, Request } from "../../types/scoring" */

/**
 * @template {Request} R
 * @typedef {{announce: (text: string) => void, ask: (text: string) => Promise<Answer<R>>, show: (view: any) => void}} Tool
 */

export class LedgerPage {
  #kept;
  #ledger;
  #tool;
  #errors = query("#errors");
  #undo = query("#ledger .undo");
  #latest = 0;
  #isChanging = false;
  #saved = () => {};
  #showLock = () => {};

  /** @param {KeptText} kept @param {Tool<any>} tool */
  constructor(kept, tool) {
    this.#kept = kept;
    this.#tool = tool;
    this.#ledger = new Ledger(kept, python);
    this.#setUp();
  }

  /** @param {Tool<any>} tool */
  static async open(tool) {
    const page = new LedgerPage(await KeptText.open("ledger"), tool);
    page.#start();
    return page;
  }

  /** Show the ledger as it is now. */
  async update() {
    this.#latest += 1;
    const mine = this.#latest;
    this.#showState();
    try {
      const answer = await this.#tool.ask(this.#ledger.text);
      if (mine !== this.#latest) return;
      this.#errors.textContent = answer.ok ? "" : reasonsOf(answer);
      query(".rescue").hidden = answer.ok && this.#kept.state !== "damaged";
      if (!answer.ok) {
        query(".ledger").dataset.kept = "damaged"; // there is nothing to go on from
        return;
      }
      this.#tool.show(answer.result);
      query(".ledger").dataset.shown = "";
    } catch (error) {
      if (mine === this.#latest && python.state === "ready") this.#errors.textContent = String(error);
    }
  }

  /**
   * @param {LedgerChange[]} changes
   * @param {(issues: IssueData[]) => boolean} [tell] Says beside the fields why not; gives whether it did.
   * @returns {Promise<boolean>} Whether they were made.
   */
  change(changes, tell) {
    return this.#try(() => this.#ledger.change(changes), tell);
  }

  /** The ledger as it is kept. */
  get text() {
    return this.#ledger.text;
  }

  /** @param {string} file */
  bringIn(file) {
    return this.#try(() => this.#ledger.bringIn(file));
  }

  /** Ask the browser to keep it, once there is something; what it says is shown. */
  async askToPersist() {
    const line = query(".persist");
    const isKept = await this.#kept.askToPersist();
    line.textContent = (isKept ? line.dataset.yes : line.dataset.no) ?? "";
    line.hidden = this.#kept.state !== "kept";
  }

  /** @param {() => Promise<void>} make @param {(issues: IssueData[]) => boolean} [tell] */
  async #try(make, tell) {
    this.#isChanging = true; // what the text that is kept tells of it meanwhile is shown once, below
    try {
      await make();
      this.#errors.textContent = "";
      this.#saved();
      await this.update();
      return true;
    } catch (error) {
      const isTold = error instanceof Refused && tell?.(error.issues);
      if (!isTold) this.#errors.textContent = error instanceof Refused ? error.message : String(error);
      return false;
    } finally {
      this.#isChanging = false;
    }
  }

  #showState() {
    const { state, reason } = this.#kept;
    const line = query("[data-trouble]");
    line.hidden = state === "kept";
    const why = state === "refused" && reason in line.dataset ? reason : state;
    line.textContent = line.dataset[why] ?? "";
    this.#undo.hidden = !this.#ledger.canUndo;
    query(".ledger").dataset.kept = state;
    this.#showLock();
  }

  #setUp() {
    const { announce } = this.#tool;
    const offline = setUpMakeOffline(announce);
    const memory = /** @type {HTMLInputElement} */ (query("[name=memory-only]"));
    memory.checked = wantsNothing();
    memory.addEventListener("change", () => this.#kept.keepNothing(memory.checked));
    query("[data-do=undo]", this.#undo).addEventListener("click", async () => {
      if (await this.#try(() => this.#ledger.undo())) announce(this.#undo.dataset.done ?? "");
      if (this.#undo.hidden) query("#main").focus({ preventScroll: true });
    });
    query("[data-do=restart]").addEventListener("click", () => {
      startPython();
      this.update();
    });
    setUpEraseDialog(() => this.#kept.erase(), announce);
    this.#saved = setUpBackup(announce, this.#kept);
    setUpTables(announce, this.#kept);
    setUpOpen({ announce, kept: this.#kept, page: this });
    setUpRescue(this.#kept);
    this.#showLock = setUpPassphrase(announce, this.#kept, this.#saved);
    showStates(python, query("#ledger"), {
      announce,
      ended: (state) => offline.ended(state === "ready" ? python.engine : ""),
      stopped: () => startPython(),
    });
    onNewDay(() => this.update()); // it may be a new week
    this.#kept.listen(() => {
      memory.checked = wantsNothing();
      if (!this.#isChanging) this.update();
    });
  }

  #start() {
    if (python.state === "idle") startPython();
    this.update();
  }
}
