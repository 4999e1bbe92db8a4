// The rows of the list: which is whose, and where the focus is when they are made anew.

import { query } from "../dom/query.js";
import { rowId } from "./rings.js";

/** @import { PeopleView } from "../../types/scoring" */

/** Write on each row whose it is. @param {PeopleView} view */
export function nameRows(view) {
  for (const [list, rows] of /** @type {const} */ ([["#entries", view.active], ["#others", view.others]])) {
    const items = /** @type {NodeListOf<HTMLElement>} */ (query(list).querySelectorAll(":scope > li"));
    for (const [index, item] of items.entries()) {
      item.dataset.id = rows[index].id;
      item.id = rowId(rows[index].id);
    }
  }
}

/** Go to somebody's row; where it is folded away, to what folds it; where there is none, to the list or its form. @param {string} id */
export function arrive(id) {
  const row = id && document.getElementById(rowId(id));
  const folded = row && row.closest("details:not([open]) > ul")?.parentElement;
  const place = folded ? query("summary", folded) : row ? query(".name", row) : query("#list");
  (place.offsetParent ? place : query("#main")).focus();
}

/**
 * Remember what has the focus.
 * @param {HTMLElement} root
 * @returns {() => void} Gives it back, on the row that took the other's place.
 */
export function keepFocus(root) {
  const active = document.activeElement;
  if (!(active instanceof HTMLElement) || !root.contains(active)) return () => {};
  const id = active.closest("li")?.dataset.id;
  const action = active.dataset.do ? `[data-do=${active.dataset.do}]` : active.localName;
  return () => {
    if (document.activeElement === active) return;
    if (root.contains(active)) active.focus({ preventScroll: true });
    else if (id && document.getElementById(rowId(id))) focusIn(id, action);
    else arrive("");
  };
}

/** @param {string} id @param {string} action */
function focusIn(id, action) {
  const row = query(`#${rowId(id)}`);
  const place = /** @type {HTMLElement | null} */ (row.querySelector(action));
  if (place?.offsetParent) place.focus({ preventScroll: true });
  else arrive(id);
}
