// Loads what seals texts, when it is wanted; whether a file is sealed is told without it.

const SCRIPT = "./locked-text.js"; // beside the page's script, once both are built

/** @returns {Promise<typeof import("./locked-text.js")>} */
export const loadLock = () => import(SCRIPT);

const MAGIC = "age-encryption.org/"; // every file of that format begins so

/** @param {Uint8Array} bytes Whether they are a file in that format. */
export const isSealed = (bytes) => new TextDecoder().decode(bytes.subarray(0, MAGIC.length)) === MAGIC;
