// The part of a long text that a result shows.

import { tokenize } from "./tokenize.js";

const LONGEST = 220; // characters of a text that is shown in part
const BEFORE = 60; // characters before the first word that fits

/**
 * The part of a text in which the most terms stand, the first where several are equal.
 * @param {string} text
 * @param {Set<string>} terms
 */
export function excerpt(text, terms) {
  if (text.length <= LONGEST) return text;
  const all = tokenize(text);
  const first = bestStart(all.filter(({ term }) => terms.has(term)));
  const from = first > BEFORE ? (all.find(({ start }) => start >= first - BEFORE)?.start ?? 0) : 0;
  const rest = text.length <= from + LONGEST;
  const to = rest ? text.length : (all.findLast(({ end }) => end <= from + LONGEST)?.end ?? from + LONGEST);
  return `${from ? "… " : ""}${text.slice(from, to)}${to < text.length ? " …" : ""}`;
}

/** Where the excerpt's first fitting word should be. @param {import("./tokenize.js").Token[]} fitting */
function bestStart(fitting) {
  let [first, most] = [0, 0];
  for (const { start } of fitting) {
    const inside = fitting.filter((token) => token.start >= start && token.end <= start + LONGEST - BEFORE);
    const different = new Set(inside.map(({ term }) => term)).size;
    if (different > most) [first, most] = [start, different];
  }
  return first;
}
