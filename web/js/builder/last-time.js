// Two villages side by side: the answers of the last time, and those of this time. Nothing judges the difference.

import { query } from "../dom/query.js";
import { copyOfMap, drawRows, drawVillage } from "../card/village.js";

/** @import { BuilderView } from "../../types/scoring" */
/** @typedef {import("../python/saved-form.js").SavedForm["before"]} Before */

/** @param {Before} before @param {Partial<BuilderView>} view */
export function showLastTime(before, view) {
  if (!before || !view.counted?.before) return;
  const maps = ["then", "now"].map((name) => {
    const place = query(`.last-time [data-map=${name}]`);
    if (!place.querySelector("svg")) place.append(copyOfMap(name));
    return query("svg", place);
  });
  const answers = new FormData();
  for (const [name, value] of before.entries) answers.append(name, value);
  drawVillage(maps[0], answers, []);
  drawRows(maps[1], view.ring);
}
