// Loads what seals texts, when it is wanted.

const SCRIPT = "./locked-text.js"; // beside the page's script, once both are built

/** @returns {Promise<typeof import("./locked-text.js")>} */
export const loadLock = () => import(SCRIPT);
