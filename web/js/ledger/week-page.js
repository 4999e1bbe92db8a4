// This week: how the last one went, three questions, the card, and the weeks that were.

import { setUpCalendar } from "../card/calendar.js";
import { setUpCardCopy } from "../card/card-copy.js";
import { setUpCardPicture } from "../card/card-picture.js";
import { bind } from "../dom/bind.js";
import { announcer } from "../dom/live-region.js";
import { onPress } from "../dom/press.js";
import { query } from "../dom/query.js";
import { readKept } from "../platform/store.js";
import { limitDays, today } from "../platform/today.js";
import { python } from "../python/start.js";
import { parseForm } from "../python/saved-form.js";
import { drawBars } from "./bars.js";
import { LedgerPage } from "./ledger-page.js";
import { choose, field, fields, fillWeek, OFFERED, quietWeek, readWeek, showFor } from "./week-form.js";
import { Parts } from "./week-parts.js";

/** @import { LedgerView } from "../../types/scoring" */

const root = query("#ledger");
const form = /** @type {HTMLFormElement} */ (query("#review"));
const announce = announcer(query("[role=status]"));

/** @type {LedgerView | undefined} */
let view;
let isBlind = false; // the questions were begun before there was a view
/** @type {(view: LedgerView) => void} */
let haveView = () => {};
/** @type {Promise<LedgerView>} */
const firstView = new Promise((resolve) => {
  haveView = resolve;
});
/** @type {{invitation?: number, contribution?: number}} How often another idea was asked for. */
let another = {};

/** The builder's form, where something of it is kept: its advice is offered here. */
function builderForm() {
  const kept = parseForm(readKept("builder"));
  return kept?.entries.length
    ? { entries: kept.entries, another: { ...kept.another, ...another }, promised: another.invitation === undefined ? kept.promised?.move : undefined, counted: kept.counted }
    : {};
}

const { site, leftOut } = document.documentElement.dataset;

/** @param {string} text */
const ask = (text) => python.ask({ do: "ledger", text, today: today(), site, left_out: leftOut?.split(" "), ...builderForm() });

/** @param {LedgerView} shown */
function show(shown) {
  view = shown;
  haveView(shown);
  root.dataset.state = shown.state;
  bind(query(".week-head"), shown);
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

/**
 * What was answered before the page knew whether this week is written already: no empty answer takes the place of that.
 * @param {Record<string, unknown>} week
 * @param {LedgerView} now
 */
const answered = (week, now) =>
  Object.fromEntries(Object.entries(week).filter(([name, value]) => value !== null && !(now.written && name === "quiet"))); // allowed: a quiet week

/**
 * Write a week down, as soon as there is a ledger to write it in.
 * @param {(view: LedgerView) => Record<string, unknown>} read
 * @param {boolean} [isReview] Whether the questions were answered, not passed over.
 */
async function write(read, isReview = false) {
  const now = view ?? (await firstView);
  const week = isBlind ? answered(read(now), now) : read(now);
  const { counted } = now;
  const score = counted ? { [counted.week]: { score: counted.score } } : {};
  const weeks = { ...score, [now.week]: { ...week, ...score[now.week] } };
  const changes = Object.entries(weeks).map(([id, changed]) => noted(id, changed, isReview && id === now.week));
  if (!(await page.change(changes))) return;
  another = {};
  await parts.end();
  query("#written").focus();
  page.askToPersist();
}

/** @param {string} id @param {Record<string, unknown>} changed @param {boolean} [review] */
const noted = (id, changed, review = false) => ({ in: "weeks", id, fields: changed, review });

/** @param {HTMLInputElement} input */
const written = (input) => input.value.trim() || null;

const card = setUpCardCopy(announce);
const picture = setUpCardPicture(card.tell, () => ({ card_parts: view?.card_parts, ring: view?.ring }));
const calendar = setUpCalendar(python, card.tell, planned);
const page = await LedgerPage.open({ announce, ask, show });
const parts = new Parts(root, form, () => write((now) => readWeek(form, now), true));

form.addEventListener("change", ({ target }) => {
  const { name, checked } = /** @type {HTMLInputElement} */ (target);
  if (name === "nobody" && checked) for (const box of fields(form, "maintenance")) box.checked = false;
  if (name === "maintenance") {
    if (checked) field(form, "nobody").checked = false;
    const first = fields(form, "maintenance").find((box) => box.checked);
    /** @type {HTMLSelectElement} */ (query("[data-person]", form)).value = first?.value ?? "";
  }
  showFor(form);
});
onPress(root, "[data-do=write-week]", () => {
  limitDays(field(form, "date"));
  isBlind = !view;
  if (view) fillWeek(form, view);
  parts.begin();
});
onPress(root, "[data-do=quiet-week]", () => {
  isBlind = !view;
  write(() => quietWeek(form));
});
onPress(root, "[data-do=another]", async ({ dataset }) => {
  const kind = /** @type {"invitation"} */ (dataset.kind);
  const chosen = [...new FormData(form)];
  another = { ...another, [kind]: view?.[kind]?.next };
  await page.update();
  for (const [name, value] of chosen) choose(form, name, String(value));
  choose(form, kind, OFFERED);
  showFor(form);
  announce(`${view?.[kind]?.idea}. ${view?.[kind]?.title}`);
});
onPress(root, "[data-do=outcome]", async ({ dataset }) => {
  const how = query(".how", root);
  const note = field(how, "note");
  if (!view?.last || !(await page.change([noted(view.last.week, { outcome: dataset.value, note: written(note) })]))) return;
  note.value = "";
  query("#main").focus();
  announce(how.dataset.thanks ?? "");
});
onPress(root, "[data-do=save-note]", (button) => {
  const note = /** @type {HTMLInputElement} */ (query("input", button.parentElement ?? root));
  page.change([noted(button.value, { note: written(note) })]);
});
onPress(root, "[data-do=remove]", ({ value }) => page.change([{ in: "weeks", id: value, remove: true }]));
