// The Community Map Builder: form to worker, view to page.

import { bind } from "../dom/bind.js";
import { announcer } from "../dom/live-region.js";
import { query } from "../dom/query.js";
import { onNewDay, today } from "../platform/today.js";
import { reasonsOf } from "../python/refusal.js";
import { showStates } from "../python/show-state.js";
import { python, startPython } from "../python/start.js";
import { keepResult, resultOf } from "../python/stored-result.js";
import { setUpDeviceBox } from "../site/device-box.js";
import { setUpEraseDialog } from "../site/erase-dialog.js";
import { setUpMakeOffline } from "../site/make-offline.js";
import { setUpCalendar } from "../card/calendar.js";
import { setUpCardCopy } from "../card/card-copy.js";
import { setUpCardPicture } from "../card/card-picture.js";
import { setUpExport, setUpImport } from "./form-file.js";
import { formStore } from "./kept-form.js";
import { showLastTime } from "./last-time.js";
import { setUpPromise } from "./promise.js";
import { entriesOf, fillIn, parseForm } from "../python/saved-form.js";
import { SharedCard } from "./shared-card.js";
import { showSecondQuestions } from "./second-questions.js";
import { setUpResultButtons } from "./result-buttons.js";
import { setUpStartOver } from "./start-over.js";
import { setUpSuggested } from "./suggested.js";
import { Steps } from "./steps.js";
import { drawVillage } from "../card/village.js";
import { setUpWhatIf } from "./what-if.js";

/** @import { BuilderRequest, BuilderView, FormRequest, PhrasingRequest } from "../../types/scoring" */
/** @typedef {import("../python/saved-form.js").SavedForm} SavedForm */
/** @typedef {Partial<BuilderView>} View What is shown; little of it is there before the first answer. */

const FIRST = 300; // milliseconds for the first score and its drawing, before the site is kept

const form = /** @type {HTMLFormElement} */ (query("#builder"));
const result = query("#result");
const live = query(".live");
const village = query(".live .village");
const errors = query("#errors");
const announce = announcer(query("[role=status]"));
const { site = new URL(".", document.baseURI).href, leftOut } = document.documentElement.dataset;
const scoreBox = /** @type {HTMLInputElement} */ (query("[name=card-score]"));
const numbersBox = /** @type {HTMLInputElement} */ (query("[name=hide-numbers]"));

/** What the page shows while there is no result. @type {View} */
const nothing = { state: "empty", sentence: query("#result [data-text=sentence]").textContent ?? "" };

let view = nothing;
/** @type {SavedForm["another"]} How often another idea was asked for; any change of the form starts anew. */
let another = {};
/** @type {SavedForm["promised"]} The move that the reader said yes to, and the day. */
let promised;
/** @type {SavedForm["counted"]} The day of the last change of answers. */
let counted;
/** @type {SavedForm["before"]} What was counted the time before. */
let before;
/** @type {string | undefined} The reader's choice among strands that are just as thin, until the form changes. */
let thinSpot;
/** @type {SavedForm["past"]} What became of earlier moves. */
let past;
/** @type {string[]} The second questions that are shown. */
let questions = [];
/** @type {Set<string>} Those that were told: each is told once, however often it comes and goes. */
const questionsTold = new Set();
let latest = 0;
let startedAgain = false; // by the page, and Python has not answered since

/** @returns {SavedForm} The form as it stands. */
const savedForm = () => ({ entries: entriesOf(form), another, promised, counted, before, past });

/** How texts are to be phrased: with which address and chapters, and with numbers or without. @returns {PhrasingRequest} */
const phrasing = () => ({ site, left_out: leftOut?.split(" "), numbers: !numbersBox.checked, card_score: scoreBox.checked });

/** What the reader took from the result; what is undefined is not sent. @returns {Partial<BuilderRequest>} */
const choices = () => ({
  thin_spot: thinSpot,
  promised: promised?.move,
  history: past,
  moment: promise.moment(),
  counted: { now: counted, before: before?.counted },
});

/** What can go into a calendar. @returns {import("../card/calendar.js").Move | undefined} */
function planned() {
  const id = promised?.move ?? view.invitation?.id;
  return id ? { id, day: promised?.day } : undefined;
}

/** What every request about the form brings. @returns {FormRequest} */
const formNow = () => ({ entries: entriesOf(form), another, today: today() });

/** Python was ready and has failed: it is started again, once, without the reader. */
function stopped() {
  if (startedAgain) return;
  startedAgain = true;
  startAgain();
  announce(live.dataset.stopped ?? "");
}

/** @param {View} shown @param {boolean} [quietly] Whether it need not be told where it sounds as before. */
function show(shown, quietly) {
  const told = view.said;
  view = shown;
  live.dataset.state = result.dataset.state = view.state;
  bind(live, view);
  bind(result, view);
  drawVillage(village, new FormData(form), view.chapter ?? []);
  if (view.second) questions = showSecondQuestions(form, view.second); // while there is no view they stay
  promise.show(promised);
  showLastTime(before, view);
  steps.progress();
  card.changed();
  cardPicture.changed();
  calendar.changed();
  if (!quietly || view.said !== told) say();
}

/** Tell what is shown, and questions that are new; whatever else waits to be told has had its time. */
function say() {
  const untold = questions.filter((question) => !questionsTold.has(question));
  if (view.said) announce([view.said, ...untold].join(" "), () => untold.forEach((one) => questionsTold.add(one)));
}

/**
 * Show what was answered to exactly this in an earlier visit, for Python has yet to start. Anyone may have written
 * it.
 * @param {string} asked
 * @returns {string} What is shown, as JSON; nothing where nothing of use was kept.
 */
function showKept(asked) {
  try {
    const kept = /** @type {View | undefined} */ (resultOf(store, asked));
    if (!kept?.state) return "";
    show(kept);
    return JSON.stringify(kept);
  } catch {
    return "";
  }
}

/**
 * Ask for the view of the form as it stands; only the newest answer is shown, and nothing while there is none.
 * @param {boolean} [quietly]
 */
async function update(quietly) {
  latest += 1;
  const mine = latest;
  /** @type {BuilderRequest} */
  const request = { do: "builder", ...phrasing(), ...formNow(), ...choices() };
  const asked = `${document.documentElement.dataset.edition} ${JSON.stringify(request)}`;
  const shown = mine === 1 ? showKept(asked) : "";
  live.toggleAttribute("data-kept", Boolean(shown));
  if (python.state === "ready") drawVillage(village, new FormData(form), []);
  else if (!shown) show(nothing);
  try {
    const answer = await python.ask(request);
    startedAgain = false;
    if (mine !== latest) return;
    errors.textContent = answer.ok ? "" : reasonsOf(answer);
    if (!answer.ok) {
      if (shown) show(nothing);
      return;
    }
    if (JSON.stringify(answer.result) === shown) say();
    else show(answer.result, quietly);
    const { when, where } = request.moment ?? {};
    if (!when && !where) keepResult(store, asked, answer.result); // the reader's own words are kept nowhere
  } catch (error) {
    if (mine !== latest) return;
    show(nothing);
    if (python.state === "ready") errors.textContent = String(error);
  }
}

/** Keep what is there now, and ask for its view. @param {boolean} [quietly] */
function keepAndUpdate(quietly) {
  store.keep();
  return update(quietly);
}

/** The form was changed by the reader. */
async function changed() {
  another = {};
  thinSpot = promised = undefined;
  counted = form.querySelector(":checked") ? today() : undefined;
  await keepAndUpdate();
}

/** Put other answers into the form. @param {SavedForm} wanted */
async function restore(wanted) {
  fillIn(form, wanted.entries);
  ({ another, promised, counted = today(), before } = wanted);
  thinSpot = undefined;
  await keepAndUpdate();
}

/** Clear the form. @param {SavedForm["before"]} [earlier] What was counted, where the reader counts again. */
async function clear(earlier) {
  before = earlier;
  form.reset();
  promise.clear();
  questionsTold.clear();
  await changed();
}

/** Keep a move as the one that the reader will do, or none. @param {SavedForm["promised"]} move */
async function promiseMove(move) {
  promised = move;
  await keepAndUpdate(true);
}

function startAgain() {
  startPython();
  update();
  sharedCard.open();
}

/** Put a form in the place of the one that is there, as it was kept. @param {string} text */
function putBack(text) {
  const saved = parseForm(text);
  if (!saved) return undefined;
  fillIn(form, saved.entries);
  ({ another, promised, counted, before, past } = saved);
  thinSpot = undefined;
  return saved;
}

function forget() {
  scoreBox.checked = false; // as before the first answer
  opening.drop();
  return clear();
}

const offline = setUpMakeOffline(announce);
const card = setUpCardCopy(announce, () => view.link ?? "");
const cardPicture = setUpCardPicture(card.tell, () => ({ card_parts: view.card_parts, ring: view.ring }));
const promise = setUpPromise({ view: () => view, promised: () => promised, promiseMove, changed: () => update(true) });
const calendar = setUpCalendar(python, card.tell, planned, promise.moment);
const store = formStore({
  formNow: () => ({ ...savedForm(), ...steps.choices() }),
  takeOver: (text) => putBack(text) && update(true),
  forget,
});
const steps = new Steps(form, () => store.keep());
const replace = setUpStartOver({ form, savedForm, clear, restore, steps, announce });
const tool = { client: python, announce, formNow, restore: replace };
const opening = setUpImport(tool);
setUpExport(tool);
setUpEraseDialog(() => store.eraseAll(), announce);
const sharedCard = new SharedCard({ client: python, phrasing, restore: replace, announce, steps });
setUpWhatIf(announce, () => view.points);

form.addEventListener("change", changed);
numbersBox.addEventListener("change", () => update());
scoreBox.addEventListener("change", () => {
  store.remember("score", scoreBox.checked ? "1" : "");
  update(true);
});
query("[data-do=restart]").addEventListener("click", () => {
  startAgain();
  query(".live-line").focus(); // the button is gone
});
setUpResultButtons({
  view: () => view,
  announce,
  chooseThin(slug) {
    thinSpot = slug;
    another = {};
    return keepAndUpdate();
  },
  askForAnother(kind, next) {
    another = { ...another, [kind]: next };
    promised = undefined;
    return keepAndUpdate();
  },
});
onNewDay(() => view.state === "complete" && update()); // it may be a new week

document.fonts.load("italic 1em Vollkorn"); // before the first answer, so that nothing is fetched after it
const kept = putBack(store.open());
if (!kept && store.place !== "device") store.keep(); // shows whether the tab's own storage works
steps.begin(kept);
scoreBox.checked = store.beside("score") === "1";
setUpDeviceBox(store);
showStates(python, live, {
  announce,
  ended: (state) => setTimeout(() => offline.ended(state === "ready" ? python.engine : ""), FIRST),
  stopped,
});
update();
sharedCard.open();
if ("kept" in live.dataset) await new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn)));
if (python.state === "idle") startPython();
setUpSuggested(form, python, async (known) => {
  if (JSON.stringify(known) === JSON.stringify(past ?? [])) return;
  past = known;
  await keepAndUpdate(true);
});
