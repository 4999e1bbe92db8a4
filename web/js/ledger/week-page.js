// This week: how the last one went, three questions, the card, and the weeks that were.

import { setUpCalendar } from "../card/calendar.js";
import { setUpCardCopy } from "../card/card-copy.js";
import { setUpCardPicture } from "../card/card-picture.js";
import { bind } from "../dom/bind.js";
import { announcer } from "../dom/live-region.js";
import { query } from "../dom/query.js";
import { readKept } from "../platform/store.js";
import { limitDays, today } from "../platform/today.js";
import { python } from "../python/start.js";
import { parseForm } from "../python/saved-form.js";
import { drawBars } from "./bars.js";
import { LedgerPage } from "./ledger-page.js";
import { field, fillWeek, quietWeek, readWeek, showFor } from "./week-form.js";
import { Parts } from "./week-parts.js";

/** @import { LedgerView } from "../../types/scoring" */

const root = query("#ledger");
const form = /** @type {HTMLFormElement} */ (query("#week"));
const announce = announcer(query("[role=status]"));

/** @type {LedgerView | undefined} */
let view;
/** @type {{invitation?: number, contribution?: number}} How often another idea was asked for. */
let another = {};

/** The builder's form, where something of it is kept: its advice is offered here. */
function builderForm() {
  const kept = parseForm(readKept("builder"));
  return kept?.entries.length
    ? { entries: kept.entries, another: { ...kept.another, ...another }, promised: another.invitation === undefined ? kept.promised?.move : undefined, counted: kept.counted }
    : {};
}

/** @param {string} text */
const ask = (text) => python.ask({ do: "ledger", text, today: today(), ...builderForm() });

/** @param {LedgerView} shown */
function show(shown) {
  view = shown;
  root.dataset.state = shown.state;
  bind(query(".page-head"), shown);
  bind(root, shown);
  drawBars(shown.bars);
  const years = /** @type {NodeListOf<HTMLDetailsElement>} */ (root.querySelectorAll(".year"));
  for (const [index, year] of years.entries()) year.open = index === 0;
  card.changed();
  picture.changed();
  calendar.changed();
}

/** What can go into a calendar. */
function planned() {
  const { written } = view ?? {};
  const { move, title } = written?.invitation ?? {};
  return title ? { ...(move ? { id: move } : { title }), day: written?.day } : undefined;
}

/** @param {Record<string, unknown>} fields */
async function write(fields) {
  if (!view) return;
  const { week, counted } = view;
  const score = counted ? [{ in: "weeks", id: counted.week, fields: { score: counted.score } }] : [];
  if (!(await page.change([{ in: "weeks", id: week, fields }, ...score]))) return;
  another = {};
  parts.end();
  query("#written").focus();
  page.askToPersist();
}

const card = setUpCardCopy(announce);
const picture = setUpCardPicture(card.tell, () => view ?? {});
const calendar = setUpCalendar(python, card.tell, planned);
const page = await LedgerPage.open({ announce, ask, show });
const parts = new Parts(root, form, () => write(view ? readWeek(form, view) : {}));

form.addEventListener("change", ({ target }) => {
  const { name, checked } = /** @type {HTMLInputElement} */ (target);
  if (name === "nobody" && checked) for (const box of every("people")) box.checked = false;
  if (name === "people" && checked) field(form, "nobody").checked = false;
  if (name === "people") field(form, "whom").value = every("people").find((box) => box.checked)?.value ?? "";
  showFor(form);
});

/** @param {string} name @returns {HTMLInputElement[]} */
const every = (name) => [...form.querySelectorAll(`[name="${name}"]`)].map((box) => /** @type {HTMLInputElement} */ (box));

root.addEventListener("click", async ({ target }) => {
  const button = /** @type {HTMLButtonElement | null} */ (/** @type {Element} */ (target).closest("button[data-do]"));
  if (!button || !view) return;
  const kind = /** @type {"invitation" | "contribution"} */ (button.dataset.kind);
  switch (button.dataset.do) {
    case "begin":
      limitDays(field(form, "date"));
      fillWeek(form, view);
      parts.begin();
      break;
    case "quiet":
      await write(quietWeek);
      break;
    case "another": {
      const chosen = new FormData(form);
      another = { ...another, [kind]: view[kind]?.next };
      await page.update();
      for (const [name, value] of chosen) choose(name, String(value));
      choose(kind, "offered");
      showFor(form);
      announce(`${view[kind]?.idea}. ${view[kind]?.title}`);
      break;
    }
    case "outcome": {
      const note = field(/** @type {any} */ (query(".how")), "note");
      const fields = { outcome: button.dataset.outcome, note: note.value.trim() || null };
      if (view.last && (await page.change([{ in: "weeks", id: view.last.week, fields }]))) {
        note.value = "";
        query("#main").focus();
        announce(query(".how").dataset.thanks ?? "");
      }
      break;
    }
    case "remove":
      await page.change([{ in: "weeks", id: button.value, remove: true }]);
      break;
    case "save-note": {
      const input = /** @type {HTMLInputElement} */ (query("input", button.parentElement ?? root));
      await page.change([{ in: "weeks", id: button.value, fields: { note: input.value.trim() || null } }]);
      break;
    }
    default:
  }
});

/** @param {string} name @param {string} value */
function choose(name, value) {
  for (const input of every(name)) {
    if (input.type === "radio" || input.type === "checkbox") input.checked ||= input.value === value;
    else input.value = value;
  }
}
