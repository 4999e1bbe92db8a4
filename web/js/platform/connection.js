// Whether the reader's line should be spared: nothing is fetched then that nobody asked for.

const SLOW = new Set(["slow-2g", "2g"]);

/** @returns {boolean} */
export function savesData() {
  const { connection } = /** @type {{connection?: {saveData?: boolean, effectiveType?: string, type?: string}}} */ (navigator);
  if (matchMedia("(prefers-reduced-data: reduce)").matches) return true;
  if (!connection) return false; // most browsers do not tell
  const { saveData, effectiveType, type } = connection;
  return Boolean(saveData) || SLOW.has(effectiveType ?? "") || type === "cellular";
}
