// Whether the reader's line should be spared: nothing is fetched then that nobody asked for.

const SLOW = new Set(["slow-2g", "2g"]);

/** @typedef {{saveData?: boolean, effectiveType?: string, type?: string}} Connection What some browsers tell. */

/** @returns {boolean} */
export function savesData() {
  const { connection } = /** @type {{connection?: Connection}} */ (navigator);
  if (matchMedia("(prefers-reduced-data: reduce)").matches) return true;
  if (!connection) return false; // most browsers do not tell
  const { saveData, effectiveType, type } = connection;
  return Boolean(saveData) || SLOW.has(effectiveType ?? "") || type === "cellular";
}
