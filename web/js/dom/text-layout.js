// Breaks a text into lines for a room of a drawing, in the largest type size in which it fits.

const SPACING = 1.1; // from line to line, in type sizes, where no pitch is given
const STEP = 0.98; // from one type size to the next
const STILL_LARGE = 0.84; // of the size on more lines
const AIR = 0.985; // of the width is used: programs differ a little in how they set the same face

/** @typedef {(text: string) => number} Measure The width of a text in type sizes. */
/**
 * @typedef {{
 *   size: number,
 *   width: number,
 *   most: number,
 *   height: number,
 *   pitch: number | undefined,
 * }} Room The largest type size; how wide; how many lines; how high all of them; the pitch, where it is fixed.
 */

/**
 * The lines of a text, their type size, and the way from line to line. The size goes down until everything fits.
 * @param {string} text
 * @param {Room} room
 * @param {Measure} measure
 */
export function layOut(text, room, measure) {
  let best = fit(text, room, room.size, measure);
  if (best.lines.length > 1) {
    // A line less is worth a somewhat smaller size.
    const shorter = fit(text, { ...room, most: best.lines.length - 1 }, best.size, measure);
    if (shorter.size > best.size * STILL_LARGE) best = shorter;
  }
  const { size, lines } = best;
  const isFinal = room.pitch || lines.length < 2;
  return { size, lines: isFinal ? lines : balance(lines, measure), pitch: room.pitch ?? size * SPACING };
}

/** @param {string} text @param {Room} room @param {number} largest @param {Measure} measure */
function fit(text, { width, most, height, pitch }, largest, measure) {
  for (let size = largest; ; size *= STEP) {
    const across = (width * AIR) / size;
    const lines = text ? wrap(text, across, measure) : [];
    const high = lines.length * (pitch ?? size * SPACING);
    if (size < 1 || (lines.length <= most && high <= height && lines.every((line) => measure(line) <= across))) {
      return { size, lines };
    }
  }
}

/** @param {string} text @param {number} width @param {Measure} measure */
function wrap(text, width, measure) {
  /** @type {string[]} */
  const lines = [];
  for (const word of text.split(" ")) {
    const longer = lines.length ? `${lines.at(-1)} ${word}` : word;
    if (lines.length && measure(longer) <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

/** Lines of about the same length, no more of them. @param {string[]} lines @param {Measure} measure */
function balance(lines, measure) {
  let best = lines;
  for (;;) {
    const width = Math.max(...best.map(measure)) * STEP;
    const next = wrap(lines.join(" "), width, measure);
    if (next.length > lines.length || next.some((line) => measure(line) > width)) return best;
    best = next;
  }
}
