// Texts of a document, sealed or plain.

import { OLDER, readOlder, replaceAll } from "./database.js";

/** @typedef {import("./lock.js").Lock} Lock */
/** @typedef {{lock: Lock, key: string}} Held A lock, and its key as it is stored: sealed with the passphrase. */

/** @param {Lock | undefined} lock @param {string} text */
export const seal = async (lock, text) => (lock ? await lock.seal(text) : text);

/** @param {Lock | undefined} lock @param {string | Uint8Array} text @returns {Promise<string | undefined>} */
export const unseal = async (lock, text) => (typeof text === "string" ? text : await lock?.open(text));

/**
 * What is aside, as far as it can be opened.
 * @param {import("./database.js").Database} database
 * @param {(typeof OLDER)[number]} store
 * @param {string} name
 * @param {Lock | undefined} lock
 * @returns {Promise<{day: string, text: string}[]>}
 */
export async function openOlder(database, store, name, lock) {
  const entries = await readOlder(database, store, name);
  const texts = await Promise.all(entries.map(({ value }) => unseal(lock, value.text)));
  return texts.flatMap((text, at) => (text === undefined ? [] : [{ day: entries[at].value.day, text }]));
}

/**
 * Seal a document and all that is aside anew, or make it plain. What cannot be opened stays as it is.
 * @param {import("./database.js").Database} database
 * @param {string} name
 * @param {{text: string, number: number, day: string}} next
 * @param {Lock | undefined} before
 * @param {Held | undefined} held
 */
export async function reseal(database, name, next, before, held) {
  /** @param {import("./database.js").Entry} entry */
  async function anew({ key, value }) {
    const text = await unseal(before, value.text);
    return { key, value: text === undefined ? value : { ...value, text: await seal(held?.lock, text) } };
  }
  const older = await Promise.all(
    OLDER.map(async (store) => Promise.all((await readOlder(database, store, name)).map(anew))),
  );
  const stored = { ...next, text: await seal(held?.lock, next.text), key: held?.key ?? "" };
  return replaceAll(database, name, stored, older);
}

/** @param {string} name @param {string} text */
export const plainFile = (name, text) => ({ name, content: new Blob([text], { type: "application/json" }) });

/** As the age program names and knows it. @param {string} name @param {Uint8Array} sealed */
export const sealedFile = (name, sealed) => ({
  name: `${name}.age`,
  content: new Blob([/** @type {BlobPart} */ (sealed)], { type: "application/octet-stream" }),
});
