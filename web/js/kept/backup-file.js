// A backup that keeps itself: a file that the reader chose once, written again after each save, where the browser can
// do that. Elsewhere, and until then, a download. The day of the last one is remembered, to be shown.

import { wantsNothing } from "../platform/storage.js";
import { saveFile } from "../platform/save-file.js";
import { today } from "../platform/today.js";
import { openDatabase } from "./database.js";
import { inTurn } from "./in-turn.js";

/**
 * What the browser lets pages do with a chosen file, as far as it does.
 * @typedef {{mode: "readwrite"}} Mode
 * @typedef {FileSystemFileHandle & {
 *   queryPermission: (mode: Mode) => Promise<PermissionState>,
 *   requestPermission: (mode: Mode) => Promise<PermissionState>,
 * }} Handle
 * @typedef {{suggestedName: string, types: {accept: Record<string, string[]>}[]}} Wanted
 * @typedef {(wanted: Wanted) => Promise<Handle>} Picker
 */

/**
 * none: no file was chosen. kept: it has what was saved last. asks: the browser wants the reader's word again
 * (`allow`). changed: another program wrote to it, and it is not written over. failed: it could not be written.
 * @typedef {"none" | "kept" | "asks" | "changed" | "failed"} BackupState
 * @typedef {{handle?: Handle, modified?: number, day: string}} Remembered
 */

const MODE = /** @type {const} */ ({ mode: "readwrite" });
const { showSaveFilePicker: pick } = /** @type {{showSaveFilePicker?: Picker}} */ (/** @type {unknown} */ (globalThis));

export class BackupFile {
  /** Whether this browser can write to a chosen file. */
  static isPossible = Boolean(pick);
  /** @type {BackupState} */
  state = "none";
  /** The day of the last backup, of either kind; empty where there is none. */
  day = "";
  #name;
  /** @type {Remembered} */
  #remembered = { day: "" };

  /** @param {string} name That of the document. */
  constructor(name) {
    this.#name = name;
  }

  /** @param {string} name */
  static async open(name) {
    const backup = new BackupFile(name);
    await backup.#recall();
    return backup;
  }

  /** The name of the file. */
  get fileName() {
    return this.#remembered.handle?.name ?? "";
  }

  /**
   * Save a download.
   * @param {string} fileName
   * @param {Blob} content
   */
  async download(fileName, content) {
    saveFile(fileName, content);
    await this.#remember({ ...this.#remembered, day: today() });
  }

  /**
   * Let the reader choose the file, after a click, and write it.
   * @param {string} suggestedName
   * @param {Blob} content
   * @returns {Promise<boolean>} Whether it is written; the reader may also have chosen none.
   */
  async choose(suggestedName, content) {
    const ending = suggestedName.slice(suggestedName.lastIndexOf("."));
    const wanted = { suggestedName, types: [{ accept: { [content.type || "application/octet-stream"]: [ending] } }] };
    const handle = await pick?.(wanted).catch(() => undefined);
    if (!handle) return false;
    this.#remembered = { handle, day: this.day };
    await inTurn(async () => {
      await this.#write(content);
    });
    return this.state === "kept";
  }

  /** Write the file again, after a save. @param {Blob} content */
  async update(content) {
    let isWritten = false;
    await inTurn(async () => {
      await this.#recall();
      isWritten = !wantsNothing() && (this.state === "kept" || this.state === "failed") && (await this.#write(content));
    });
    return isWritten;
  }

  /** Ask the browser to let the page write again, after a click. @param {Blob} content */
  async allow(content) {
    const answer = await this.#remembered.handle?.requestPermission(MODE).catch(() => "denied");
    return answer === "granted" && this.update(content);
  }

  /** Write no more to the file. */
  async stop() {
    await this.#remember({ day: this.day });
    this.state = "none";
  }

  /** @param {Blob} content */
  async #write(content) {
    const handle = /** @type {Handle} */ (this.#remembered.handle);
    try {
      const writer = await handle.createWritable(); // the file is replaced when that is closed, and not before
      await writer.write(content);
      await writer.close();
      const file = await handle.getFile();
      this.state = (await isSame(file, content)) ? "kept" : "failed";
      if (this.state === "kept") await this.#remember({ handle, modified: file.lastModified, day: today() });
    } catch {
      this.state = "failed";
    }
    return this.state === "kept";
  }

  /** Find out how things are with the file that was chosen, here or in another tab. */
  async #recall() {
    const found = await this.#use(false, (database) => database.get("files", this.#name));
    if (found !== null) this.#remembered = typeof found?.day === "string" ? found : { day: "" }; // erased, perhaps
    this.day = this.#remembered.day;
    this.state = await this.#look(this.#remembered);
  }

  /** @param {Remembered} remembered @returns {Promise<BackupState>} */
  async #look({ handle, modified }) {
    if (!handle) return "none";
    try {
      if ((await handle.queryPermission(MODE)) !== "granted") return "asks";
      return (await handle.getFile()).lastModified === modified ? "kept" : "changed";
    } catch {
      return "failed"; // it was moved or deleted
    }
  }

  /** @param {Remembered} remembered */
  async #remember(remembered) {
    this.#remembered = remembered;
    this.day = remembered.day;
    if (!wantsNothing()) await this.#use(true, (database) => database.put("files", remembered, this.#name));
  }

  /**
   * @param {boolean} isMade
   * @param {(database: import("./database.js").Database) => Promise<any>} use
   * @returns {Promise<any>} Null where the browser refuses: then the file is known until the page is closed.
   */
  async #use(isMade, use) {
    try {
      const database = await openDatabase({ isMade, ended: () => undefined });
      const result = database && (await use(database));
      database?.close();
      return result;
    } catch {
      return null;
    }
  }
}

/** @param {Blob} one @param {Blob} other */
async function isSame(one, other) {
  const [first, second] = await Promise.all([one, other].map(async (blob) => new Uint8Array(await blob.arrayBuffer())));
  return first.length === second.length && first.every((byte, at) => byte === second[at]);
}
