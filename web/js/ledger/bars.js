// The scores of the weeks as bars, from the left; a week that was not counted has none.

import { query } from "../dom/query.js";

/** @import { WeekRow } from "../../types/scoring" */

const WIDTH = 10; // a week's room in the picture, which is 100 high
const LEAST_WEEKS = 26;
const GAP = 3;
const LEAST = 2; // a score of 0 is a bar too

/** @param {WeekRow[]} rows The oldest first. */
export function drawBars(rows) {
  const figure = query(".bars");
  const picture = query("svg", figure);
  figure.hidden = !rows.some((row) => row.score);
  picture.setAttribute("viewBox", `0 0 ${Math.max(rows.length, LEAST_WEEKS) * WIDTH} 100`);
  picture.replaceChildren(...rows.flatMap(bar));
}

/** @param {WeekRow} row @param {number} index */
function bar({ score, height }, index) {
  if (!score) return [];
  const shown = Math.max(height, LEAST);
  const rect = document.createElementNS("http://www.w3.org/2000/svg", "rect");
  const place = { x: index * WIDTH + GAP / 2, y: 100 - shown, width: WIDTH - GAP, height: shown };
  for (const [name, value] of Object.entries(place)) rect.setAttribute(name, String(value));
  return [rect];
}
