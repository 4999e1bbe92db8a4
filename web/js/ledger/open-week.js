// The landing page opens on this week where something is kept.

import { readKept } from "../platform/store.js";
import { parseForm } from "../python/saved-form.js";
import { KeptText } from "../kept/kept-text.js";

const way = /** @type {HTMLElement | null} */ (document.querySelector("[data-open-week]"));

if (way) {
  const { text } = await KeptText.open("ledger");
  way.hidden = !text && !parseForm(readKept("builder"))?.entries.length;
  /** @type {HTMLElement} */ (way.nextElementSibling).hidden = !way.hidden;
}
