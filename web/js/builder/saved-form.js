// The builder's form as a value: to keep it in the browser, to send it to `scoring`, to put it back.

/**
 * The entries, and how often another idea was asked for.
 * @typedef {{entries: [string, string][], another: Record<string, number>}} SavedForm
 */

/** @param {HTMLFormElement} form @returns {SavedForm["entries"]} */
export const entriesOf = (form) => /** @type {[string, string][]} */ ([...new FormData(form)]);

/**
 * @param {string} text Anyone may have written it.
 * @returns {SavedForm | undefined} A form, if the text looks like one.
 */
export function parseForm(text) {
  try {
    const { entries, another } = JSON.parse(text);
    const isText = (/** @type {unknown} */ part) => typeof part === "string";
    const pairs = entries.filter((/** @type {unknown} */ entry) => Array.isArray(entry) && entry.every(isText));
    return { entries: pairs, another: typeof another === "object" ? another : {} };
  } catch {
    return undefined;
  }
}

/**
 * Put answers into the form; what the form does not have is left out.
 * @param {HTMLFormElement} form
 * @param {SavedForm["entries"]} entries
 */
export function fillIn(form, entries) {
  const chosen = new Set(entries.map(([name, value]) => `${name}=${value}`));
  for (const input of /** @type {Iterable<HTMLInputElement>} */ (form.elements)) {
    input.checked = chosen.has(`${input.name}=${input.value}`);
  }
}
