// Sets a text into its slot of a drawing: broken into lines, in the largest type size in which it fits.
//
// A slot is a <text> with data-width, data-size (the largest type size), data-lines (the most lines), and either
// data-pitch (from line to line) or data-height (the room for all lines).

import { layOut } from "./text-layout.js";

/** @typedef {import("./text-layout.js").Measure} Measure */

const canvas = document.createElement("canvas").getContext("2d");

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

/**
 * Fill a slot.
 * @param {SVGTextElement} slot
 * @param {string} text
 * @param {Measure} measure
 * @returns {number} How far the last line is below the first.
 */
export function fitText(slot, text, measure) {
  const { size, lines, pitch } = layOut(text, roomOf(slot.dataset), measure);
  slot.setAttribute("font-size", size.toFixed(2));
  setLines(slot, lines, pitch);
  return pitch * Math.max(0, lines.length - 1);
}

/** @param {DOMStringMap} data @returns {import("./text-layout.js").Room} */
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
  const start = Number(slot.getAttribute("y"));
  const spans = lines.map((line, place) => {
    const span = document.createElementNS("http://www.w3.org/2000/svg", "tspan");
    span.setAttribute("x", slot.getAttribute("x") ?? "0");
    span.setAttribute("y", (start + pitch * place).toFixed(1));
    span.setAttribute("unicode-bidi", "plaintext"); // its stop is where its own letters end, in a saved file too
    span.textContent = line;
    return span;
  });
  slot.replaceChildren(...spans);
}
