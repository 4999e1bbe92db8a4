// The village map of the builder: sets attributes, and CSS does the drawing (css/site/8-drawing.css).

import { query } from "../dom/query.js";

/** @import { MapRow } from "../../types/scoring" */
/**
 * A strand's answer, and whether it is the thin spot.
 * @typedef {Pick<MapRow, "id" | "value" | "thin">} Row
 */

/** A copy of the page's map, with ids of its own. @param {string} name @returns {Element} */
export function copyOfMap(name) {
  const map = /** @type {Element} */ (query("svg.village").cloneNode(true));
  for (const part of map.querySelectorAll("[id]")) part.id = `${name}-${part.id}`;
  for (const use of map.querySelectorAll("use")) {
    use.setAttribute("href", `#${name}-${use.getAttribute("href")?.slice(1)}`);
  }
  return map;
}

/**
 * Show rows of a view.
 * @param {Element} map
 * @param {Row[]} rows
 */
export function drawRows(map, rows = []) {
  for (const { id, value, thin } of rows) {
    const lane = map.querySelector(`[data-strand="${CSS.escape(id)}"]`);
    if (value === null) lane?.removeAttribute("data-value");
    else lane?.setAttribute("data-value", String(value));
    lane?.toggleAttribute("data-thin", thin);
  }
}

/**
 * Show the answers that are chosen, and the thin spot once there is one.
 * @param {Element} map
 * @param {FormData} answers
 * @param {string[]} thin
 */
export function drawVillage(map, answers, thin) {
  const strands = [...map.querySelectorAll("[data-strand]")].map((lane) => lane.getAttribute("data-strand") ?? "");
  const rows = strands.map((id) => {
    const value = answers.get(`answers.${id}`);
    const isCounted = typeof value === "string" && /^\d$/.test(value); // and not skipped or set aside
    return { id, value: isCounted ? Number(value) : null, thin: thin.includes(id) };
  });
  drawRows(map, rows);
}
