// The Community Map Builder: form to worker, view to page.

import { python, startPython } from "../python/python.js"; // first: Python begins to start before the rest is set up
import "../platform/own-task.js";
import "../site/page.js";
import { reasons } from "../python/answers.js";
import { setUpOpening, setUpSaving } from "../builder/answers-file.js";
import { setUpCalendar } from "../builder/calendar.js";
import { setUpCard } from "../builder/card.js";
import { setUpCardPicture } from "../builder/card-picture.js";
import { DraftKeeper } from "../builder/draft.js";
import { setUpErasing } from "../builder/erase.js";
import { fill } from "../dom/fill.js";
import { find } from "../dom/find.js";
import { setUpMakeOffline } from "../site/make-offline.js";
import { setUpProgress } from "../python/progress.js";
import { SharedCard } from "../builder/shared-card.js";
import { announcer } from "../dom/status.js";
import { today } from "../platform/today.js";
import { setUpTryOut } from "../builder/try-out.js";
import { drawVillage } from "../builder/village.js";

/** @typedef {import("../builder/draft.js").Draft} Draft */

const FIRST = 300; // milliseconds for the first score and its drawing, before the site is kept

const page = document.documentElement;
const form = /** @type {HTMLFormElement} */ (find("#builder"));
const result = find("#result");
const live = find(".live");
const village = find(".live .village");
const errors = find("#errors");
const announce = announcer(find("[role=status]"));
const site = new URL(".", document.baseURI).href;
const numbersBox = /** @type {HTMLInputElement} */ (find("[name=hide-numbers]"));

/** What the page shows while there is no result. */
const nothing = { state: "empty", sentence: find("#result [data-text=sentence]").textContent };

/** @type {any} */
let view = nothing;
let day = today(); // of the view
/** @type {Record<string, number>} How often another idea was asked for; any change of the form starts anew. */
let another = {};
let latest = 0;
let startedAgain = false; // by the page, and Python has not answered since

/** @returns {Draft} */
const draft = () => ({ entries: /** @type {[string, string][]} */ ([...new FormData(form)]), another });

/** Whether texts may hold scores and points. */
const telling = () => ({ site, numbers: !numbersBox.checked });

/** What every request about the form brings. */
const formNow = () => ({ ...draft(), today: today() });

/** Tell how Python starts, where nobody reads or hears a kept result meanwhile. @param {string} text */
function tellStart(text) {
  if (!("kept" in live.dataset)) announce(text);
}

/** @param {import("../python/scoring-client.js").State} state @param {string} reason */
function showState(state, reason) {
  const stopped = state === "failed" && page.dataset.python === "ready";
  page.dataset.engine = python.engine;
  page.dataset.python = state;
  for (const element of /** @type {NodeListOf<HTMLElement>} */ (live.querySelectorAll("[data-when]"))) {
    element.hidden = element.dataset.when !== state;
  }
  const words = live.querySelector(`.python-state[data-when="${state}"]`)?.textContent ?? "";
  const ended = state !== "idle" && state !== "loading";
  if (ended) {
    announce(words);
    setTimeout(() => offline.ended(state === "ready" ? python.engine : ""), FIRST);
  } else {
    tellStart(words);
  }
  if (reason) console.error(`Python: ${reason}`);
  if (stopped && !startedAgain) {
    startedAgain = true;
    startAgain();
    announce(live.dataset.stopped ?? "");
  }
}

/** @param {any} shown */
function show(shown) {
  view = shown;
  day = today();
  live.dataset.state = result.dataset.state = view.state;
  fill(live, view);
  fill(result, view);
  drawVillage(village, new FormData(form), view.chapter ?? []);
  card.changed();
  cardPicture.changed();
  calendar.changed();
  say();
}

/** Tell what is shown; whatever else waits to be told has had its time. */
function say() {
  if (view.said) announce(view.said);
}

/**
 * Show what was answered to exactly this in an earlier visit, for Python has yet to start. Anyone may have written it.
 * @param {string} asked
 * @returns {string} What is shown, as JSON; nothing where nothing of use was kept.
 */
function showKept(asked) {
  try {
    const kept = keeper.resultOf(asked);
    if (!kept?.state) return "";
    show(kept);
    return JSON.stringify(kept);
  } catch {
    return "";
  }
}

/** Ask for the view of the form as it stands; only the newest answer is shown, and nothing while there is none. */
async function update() {
  latest += 1;
  const mine = latest;
  const request = { do: "builder", ...telling(), ...formNow() };
  const asked = `${page.dataset.edition} ${JSON.stringify(request)}`;
  const shown = mine === 1 ? showKept(asked) : "";
  live.toggleAttribute("data-kept", Boolean(shown));
  if (python.state === "ready") drawVillage(village, new FormData(form), []);
  else if (!shown) show(nothing);
  try {
    const answer = await python.ask(request);
    startedAgain = false;
    if (mine !== latest) return;
    errors.textContent = answer.ok ? "" : reasons(answer);
    if (!answer.ok) {
      if (shown) show(nothing);
      return;
    }
    if (JSON.stringify(answer.result) === shown) say();
    else show(answer.result);
    keeper.keepResult(asked, answer.result);
  } catch (error) {
    if (mine !== latest) return;
    show(nothing);
    if (python.state === "ready") errors.textContent = String(error);
  }
}

/** The form was changed by the reader. */
async function changed() {
  another = {};
  keeper.keep();
  await update();
}

/**
 * Put answers into the form; what the form does not have is left out.
 * @param {Draft} wanted
 */
function fillIn(wanted) {
  const chosen = new Set(wanted.entries.map(([name, value]) => `${name}=${value}`));
  for (const input of /** @type {Iterable<HTMLInputElement>} */ (form.elements)) {
    input.checked = chosen.has(`${input.name}=${input.value}`);
  }
  another = wanted.another;
}

/** Put other answers into the form. @param {Draft} wanted */
async function restore(wanted) {
  fillIn(wanted);
  keeper.keep();
  await update();
}

async function startOver() {
  form.reset();
  await changed();
}

function startAgain() {
  startPython();
  update();
  sharedCard.open();
}

const sizes = { frozen: Number(page.dataset.frozenSize), plain: Number(page.dataset.plainSize) };
const offline = setUpMakeOffline(announce);
const card = setUpCard(announce, () => view);
const cardPicture = setUpCardPicture(announce, () => view);
const calendar = setUpCalendar(python, card.tell, () => view);
const keeper = new DraftKeeper(draft);
const tool = { client: python, announce, formNow, restore };
const opening = setUpOpening(tool);
setUpSaving(tool);
setUpErasing(async () => {
  keeper.eraseAll();
  opening.drop();
  await startOver();
}, announce);
const sharedCard = new SharedCard({ client: python, telling, restore, announce });
setUpTryOut(announce, () => view.points);

form.addEventListener("change", changed);
numbersBox.addEventListener("change", update);
find("[data-do=start-over]").addEventListener("click", () => {
  startOver();
  form.querySelector("input")?.focus();
});
find("[data-do=restart]").addEventListener("click", () => {
  startAgain();
  find(".live-line").focus(); // the button is gone
});
result.addEventListener("click", async (event) => {
  const button = /** @type {HTMLElement | null} */ (/** @type {Element} */ (event.target).closest("[data-do=another]"));
  const kind = button?.dataset.kind ?? "";
  if (!button || !view[kind]) return;
  another = { ...another, [kind]: view[kind].next };
  keeper.keep();
  await update();
  if (view[kind]) announce(`${view[kind].idea}. ${view[kind].title}`);
});
document.addEventListener("visibilitychange", () => {
  const isNewDay = document.visibilityState === "visible" && day !== today();
  if (isNewDay && view.state === "complete") update(); // it may be a new week
});

document.fonts.load("italic 1em Vollkorn"); // before the first answer, so that nothing is fetched after it
const kept = keeper.open();
python.listen(showState, setUpProgress(find(".python-progress"), sizes, tellStart));
if (kept) fillIn(kept);
update();
sharedCard.open();
if ("kept" in live.dataset) await new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn)));
if (python.state === "idle") startPython();
