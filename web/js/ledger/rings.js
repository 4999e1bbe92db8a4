// The rings as a picture: dots, names and ghosts where `scoring` puts them. Each dot leads to its row in the list.

import { query } from "../dom/query.js";

/** @import { PeopleView, PersonRow, SpotData } from "../../types/scoring" */

const SIZE = 12; // of a shape
const HIT = 9; // around a dot, where a finger meets it

/** The id of somebody's row. @param {string} id */
export const rowId = (id) => `row-${id}`;

/** @param {PeopleView} view */
export function drawRings(view) {
  const labels = view.labels.map(({ text, anchor, x, y }) => {
    const label = part("text", { x, y, "text-anchor": anchor });
    label.textContent = text;
    return label;
  });
  query("#rings g").replaceChildren(...view.ghosts.map(ghost), ...view.active.flatMap(dot), ...labels);
}

/** @param {SpotData} spot */
const ghost = (spot) => shape("ghost", spot, { class: "ghost" });

/** @param {PersonRow} row */
function dot({ id, kind, spot }) {
  if (!spot) return [];
  const link = part("a", { href: `#${rowId(id)}`, tabindex: -1 });
  link.append(part("circle", { cx: spot.x, cy: spot.y, r: HIT }), shape(kind, spot, {}));
  return [link];
}

/** @param {string} kind @param {SpotData} spot @param {Record<string, string>} more */
const shape = (kind, { x, y }, more) =>
  part("use", { href: `#shape-${kind}`, x: x - SIZE / 2, y: y - SIZE / 2, width: SIZE, height: SIZE, ...more });

/** @param {string} name @param {Record<string, string | number>} attributes */
function part(name, attributes) {
  const element = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  return element;
}
