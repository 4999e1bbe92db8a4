// The site's database in this browser: documents, what they were earlier, what could not be read, and where backups go.

import { openDB } from "idb";
import { DATABASE, attempt } from "../platform/storage.js";

const VERSION = 1;
const MOST_SNAPSHOTS = 10;

/**
 * A document as it is stored. With a passphrase its text is sealed, and the key lies beside it, itself sealed.
 * @typedef {{text: string | Uint8Array, number: number, day: string, key?: string}} Stored
 *   `number` counts the changes; `day` is that of the last one.
 * @typedef {{text: string | Uint8Array, day: string}} Older A snapshot, or what could not be read.
 * @typedef {{key: [string, number], value: Older}} Entry
 * @typedef {import("idb").IDBPDatabase} Database
 */

/**
 * Open the database, or make it. Without `isMade` it is not made: who has written nothing leaves no trace.
 * @param {{isMade: boolean, ended: (why: "erased" | "newer" | "gone") => void}} wanted `ended` is called when this
 *   connection is at its end: a tab erases the database, or has a newer edition of it, or the browser took it away.
 * @returns {Promise<Database | undefined>}
 */
export async function openDatabase({ isMade, ended }) {
  let isNew = false;
  try {
    return await openDB(DATABASE, VERSION, {
      upgrade(database, oldVersion, _, transaction) {
        isNew = oldVersion === 0;
        if (isNew && !isMade) {
          transaction.done.catch(() => undefined); // it rejects, as is meant here
          return transaction.abort();
        }
        for (const store of ["texts", "snapshots", "aside", "files"]) database.createObjectStore(store);
      },
      blocking(_, newVersion, event) {
        /** @type {IDBDatabase} */ (event.target).close();
        ended(newVersion === null ? "erased" : "newer");
      },
      terminated: () => ended("gone"),
    });
  } catch (error) {
    if (isNew && !isMade) return undefined;
    throw error;
  }
}

/** @param {Database | undefined} database @param {string} name @returns {Promise<unknown>} Whatever lies there. */
export const readStored = (database, name) => database?.get("texts", name) ?? Promise.resolve();

/** @param {unknown} found @returns {found is Stored} */
export function isStored(found) {
  const { text, number, day, key = "" } = /** @type {Stored} */ (found ?? {});
  const isText = typeof text === "string" || text instanceof Uint8Array;
  return isText && Number.isInteger(number) && typeof day === "string" && typeof key === "string";
}

/**
 * Put a document in the place of an earlier one, which is set aside where it is of another day, or where that is wanted.
 * @param {Database} database
 * @param {string} name
 * @param {Stored} stored
 * @param {{keepsBefore: boolean}} wanted
 * @returns {Promise<boolean>} False where another tab was quicker: nothing is written then.
 */
export function writeStored(database, name, stored, { keepsBefore }) {
  return inTransaction(database, ["texts", "snapshots"], async (texts, snapshots) => {
    const before = await texts.get(name);
    if (numberOf(before) !== stored.number - 1 || (before && !isStored(before))) return false;
    if (before?.text && (keepsBefore || before.day !== stored.day)) {
      await snapshots.put({ text: before.text, day: before.day }, [name, before.number]);
      const keys = await snapshots.getAllKeys(all(name));
      for (const key of keys.slice(0, -MOST_SNAPSHOTS)) await snapshots.delete(key);
    }
    await texts.put(stored, name);
    return true;
  });
}

/**
 * Keep what cannot be read beside the document, and begin anew.
 * @param {Database} database
 * @param {string} name
 * @param {Older} unreadable
 * @param {{text: string | Uint8Array, key: string}} anew
 */
export function setAside(database, name, unreadable, anew) {
  return inTransaction(database, ["texts", "snapshots", "aside"], async (texts, snapshots, aside) => {
    const keys = /** @type {[string, number][]} */ (await snapshots.getAllKeys(all(name)));
    const number = Math.max(numberOf(await texts.get(name)), ...keys.map(([, earlier]) => earlier)) + 1;
    await aside.put(unreadable, [name, number]);
    await texts.put({ ...anew, number, day: unreadable.day }, name);
    return true;
  });
}

/** The stores of what is older than the document. */
export const OLDER = /** @type {const} */ (["snapshots", "aside"]);

/**
 * @param {Database} database
 * @param {(typeof OLDER)[number]} store
 * @param {string} name
 * @returns {Promise<Entry[]>} The newest last.
 */
export async function readOlder(database, store, name) {
  const keys = /** @type {[string, number][]} */ (await database.getAllKeys(store, all(name)));
  return Promise.all(keys.map(async (key) => ({ key, value: await database.get(store, key) })));
}

/**
 * Put a document and all that is older in the place of the same texts, sealed in another way.
 * @param {Database} database
 * @param {string} name
 * @param {Stored} stored
 * @param {Entry[][]} older As `OLDER` names them.
 * @returns {Promise<boolean>} False where another tab was quicker.
 */
export function replaceAll(database, name, stored, older) {
  return inTransaction(database, ["texts", ...OLDER], async (texts, ...stores) => {
    if (numberOf(await texts.get(name)) !== stored.number - 1) return false;
    await texts.put(stored, name);
    for (const [at, entries] of older.entries()) for (const { key, value } of entries) await stores[at].put(value, key);
    return true;
  });
}

/**
 * All of it is written, or nothing.
 * @template Result
 * @param {Database} database
 * @param {string[]} stores
 * @param {(...stores: import("idb").IDBPObjectStore<unknown, string[], string, "readwrite">[]) => Promise<Result>} task
 */
async function inTransaction(database, stores, task) {
  const transaction = database.transaction(stores, "readwrite", { durability: "strict" });
  transaction.done.catch(() => undefined); // awaited below, unless the task fails before
  try {
    const result = await task(...stores.map((store) => transaction.objectStore(store)));
    await transaction.done;
    return result;
  } catch (error) {
    attempt(() => transaction.abort());
    throw transaction.error ?? error;
  }
}

/** All keys of a document, by number. @param {string} name */
const all = (name) => IDBKeyRange.bound([name], [name, []]);

/** @param {any} found What lies in the place of a document. @returns {number} */
const numberOf = (found) => (Number.isInteger(found?.number) ? found.number : 0);
