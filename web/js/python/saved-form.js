// The builder's form as a value: to keep it in the browser, to send it to `scoring`, to put it back.

/** @import { Entries, Ideas, PastMove } from "../../types/scoring" */
/**
 * The entries, how often another idea was asked for, the move that the reader said yes to, with its day; the day of
 * the last change, the entries of the time before, and what became of earlier moves.
 * @typedef {{entries: Entries, another: Ideas, promised?: {move: string, day?: string},
 *   counted?: string, before?: {entries: Entries, counted: string}, past?: PastMove[]}} SavedForm
 */

/** @typedef {{all?: boolean, goOn?: boolean}} Choices How the reader wants to go through the form; false if absent. */

/** @param {HTMLFormElement} form @returns {Entries} */
export const entriesOf = (form) => [...new FormData(form)].map(([name, value]) => [name, String(value)]);

/** @param {unknown} part */
const isText = (part) => typeof part === "string";

/** @param {unknown} part */
const isObject = (part) => typeof part === "object" && part !== null && !Array.isArray(part);

/** @param {unknown} part @returns {part is Entries} */
const areEntries = (part) =>
  Array.isArray(part) && part.every((entry) => Array.isArray(entry) && entry.length === 2 && entry.every(isText));

/**
 * @param {string} text Anyone may have written it.
 * @returns {SavedForm & Choices | undefined} A form, if the text looks like one.
 */
export function parseForm(text) {
  try {
    const { entries, another, promised, counted, before, past, all, goOn } = JSON.parse(text);
    if (!areEntries(entries) || !isObject(another)) return undefined;
    const { move, day } = promised ?? {};
    return {
      entries,
      another,
      ...(isText(move) && { promised: { move, ...(isText(day) && { day }) } }),
      ...(isText(counted) && { counted }),
      ...(isText(before?.counted) && areEntries(before.entries) && { before: { entries: before.entries, counted: before.counted } }),
      ...(Array.isArray(past) && past.every(isObject) && { past }),
      ...(all === true && { all }),
      ...(goOn === true && { goOn }),
    };
  } catch {
    return undefined;
  }
}

/**
 * Put answers into the form; what the form does not have is left out.
 * @param {HTMLFormElement} form
 * @param {Entries} entries
 */
export function fillIn(form, entries) {
  const chosen = new Set(entries.map(([name, value]) => `${name}=${value}`));
  for (const input of /** @type {Iterable<HTMLInputElement>} */ (form.elements)) {
    input.checked = chosen.has(`${input.name}=${input.value}`);
  }
}
