// A calendar file with the weekly review, this week's move, or both.

import { query } from "../dom/query.js";
import { saveFile } from "../platform/save-file.js";
import { limitDays, today } from "../platform/today.js";
import { ask } from "../python/ask.js";
import { reasonsOf } from "../python/refusal.js";

/** @import { CalendarRequest, Moment, Weekday } from "../../types/scoring" */
/** @typedef {{id?: string, title?: string, day?: string}} Move A move of the site or in the reader's words, and its day. */

const PAGE = location.origin + location.pathname;

/** @param {HTMLFormElement} form @param {string} name */
const field = (form, name) => /** @type {HTMLInputElement} */ (form.elements.namedItem(name));

/** Only what is ticked must be filled in. @param {HTMLFormElement} form */
function need(form) {
  field(form, "review-time").required = field(form, "review").checked;
  field(form, "date").required = field(form, "move-time").required = field(form, "move").checked;
}

/**
 * What to ask for; nothing where neither event is ticked.
 * @param {FormData} chosen
 * @param {Move} planned
 * @param {Moment | undefined} moment
 * @returns {CalendarRequest | undefined}
 */
function request(chosen, { id, title }, moment) {
  const text = (/** @type {string} */ name) => String(chosen.get(name));
  const weekday = /** @type {Weekday} */ (chosen.get("weekday"));
  const review = { weekday, time: text("review-time") };
  const move = { ...(id ? { id } : { title }), date: text("date"), time: text("move-time") };
  const events = { ...(chosen.has("review") && { review }), ...(chosen.has("move") && { move }) };
  if (Object.keys(events).length === 0) return undefined;
  const when = { today: today(), stamp: new Date().toISOString() };
  const extras = { alarm: chosen.has("alarm"), name_the_move: chosen.has("name-the-move"), ...(moment && { moment }) };
  return { do: "calendar", ...when, ...events, ...extras, ...(chosen.has("link") && { link: PAGE }) };
}

/**
 * @param {import("../python/scoring-client.js").ScoringClient} client
 * @param {(text: string) => void} tell Says in the page and aloud what happened.
 * @param {() => Move | undefined} planned
 * @param {() => Moment | undefined} [moment]
 */
export function setUpCalendar(client, tell, planned, moment = () => undefined) {
  const form = /** @type {HTMLFormElement} */ (query("#calendar"));
  const words = query("[data-do=save-ics]").dataset;
  /** @type {string | undefined} The day that was promised and has been filled in. */
  let filled;

  form.addEventListener("change", () => need(form));
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const wanted = request(new FormData(form), planned() ?? {}, moment());
    if (!wanted) return tell(words.nothing ?? "");
    const answer = await ask(client, wanted);
    if (answer.ok) saveFile(answer.result.file, new Blob([answer.result.text], { type: "text/calendar" }));
    tell(answer.ok ? (words.done ?? "") : reasonsOf(answer));
  });

  return {
    /** A full map has no move to put into a calendar. One that was promised has its day already. */
    changed() {
      const move = field(form, "move");
      move.disabled = !planned();
      if (move.disabled) move.checked = false;
      const date = field(form, "date");
      limitDays(date);
      const day = planned()?.day;
      if (day && day !== filled) {
        date.value = day;
        move.checked = true;
      }
      filled = day;
      if (date.value < date.min) date.value = today(1); // empty at first, or passed by
      need(form);
    },
  };
}
