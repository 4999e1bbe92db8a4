// The landing page opens on this week where something is kept.

import { hasDatabase } from "../platform/storage.js";
import { readKept } from "../platform/store.js";
import { parseForm } from "../python/saved-form.js";

const way = /** @type {HTMLElement | null} */ (document.querySelector("[data-open-week]"));

if (way) {
  way.hidden = !parseForm(readKept("builder"))?.entries.length && !(await hasDatabase());
  /** @type {HTMLElement} */ (way.nextElementSibling).hidden = !way.hidden;
}
