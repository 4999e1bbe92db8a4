// Sets a text into its slot of a drawing: broken into lines, in the largest type size in which it fits.
//
// A slot is a <text> with data-width, data-size (the largest type size), data-lines (the most lines), and either
// data-pitch (from line to line) or data-height (the room for all lines). data-from="foot" holds the last line in place.

const SPACING = 1.1; // from line to line, in type sizes, where no pitch is given
const STEP = 0.98; // from one type size to the next
const STILL_LARGE = 0.84; // of the size on more lines
const AIR = 0.985; // of the width is used: programs differ a little in how they set the same face

const canvas = document.createElement("canvas").getContext("2d");

/** @typedef {(text: string) => number} Measure The width of a text in type sizes. */

/**
 * How wide texts are in the face of an element. Reads its style, which is slow after a change of the page: ask for
 * all elements before the first one is filled.
 * @param {Element} element
 * @returns {Measure}
 */
export function measuring(element) {
  const { fontStyle, fontWeight, fontFamily } = getComputedStyle(element);
  /** @type {Map<string, number>} */
  const known = new Map();
  return (text) => {
    let width = known.get(text);
    if (width !== undefined) return width;
    if (!canvas) return text.length; // no canvas: wider than any text is
    canvas.font = `${fontStyle} ${fontWeight} 100px ${fontFamily}`;
    width = canvas.measureText(text).width / 100;
    known.set(text, width);
    return width;
  };
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

/**
 * Fill a slot. Steps the type size down until everything fits.
 * @param {SVGTextElement} slot
 * @param {string} text
 * @param {Measure} measure
 * @returns {number} How many lines there are.
 */
export function fitText(slot, text, measure) {
  const room = roomOf(slot.dataset);
  let best = fit(text, room, room.size, measure);
  if (room.pitch && best.lines.length > 1) {
    // A last line of one word is worth a somewhat smaller size.
    const shorter = fit(text, { ...room, most: best.lines.length - 1 }, best.size, measure);
    if (shorter.size > best.size * STILL_LARGE) best = shorter;
  }
  slot.setAttribute("font-size", best.size.toFixed(2));
  setLines(slot, room.pitch || best.lines.length < 2 ? best.lines : balance(best.lines, measure), room.pitch ?? best.size * SPACING);
  return best.lines.length;
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

/** @typedef {{ size: number, width: number, most: number, height: number, pitch: number | undefined }} Room */

/** @param {DOMStringMap} data @returns {Room} */
function roomOf({ size, width, lines, height, pitch }) {
  return {
    size: Number(size),
    width: Number(width),
    most: Number(lines),
    height: height ? Number(height) : Infinity,
    pitch: pitch ? Number(pitch) : undefined,
  };
}

/** @param {SVGTextElement} slot @param {string[]} lines @param {number} pitch */
function setLines(slot, lines, pitch) {
  const start = Number(slot.getAttribute("y")) - (slot.dataset.from === "foot" ? pitch * (lines.length - 1) : 0);
  const spans = lines.map((line, place) => {
    const span = document.createElementNS("http://www.w3.org/2000/svg", "tspan");
    span.setAttribute("x", slot.getAttribute("x") ?? "0");
    span.setAttribute("y", (start + pitch * place).toFixed(1));
    span.textContent = line;
    return span;
  });
  slot.replaceChildren(...spans);
}
