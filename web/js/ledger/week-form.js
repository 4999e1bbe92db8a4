// The three questions as a form: filled in from the view, and read as the fields of a week. What is asked and given
// stands in sets of their own, named by their field in the ledger (`data-plan`).

import { query } from "../dom/query.js";

/** @import { Idea, LedgerView, PlanChoice } from "../../types/scoring" */
/** @typedef {"invitation" | "contribution"} Slot */
/** @typedef {{title: string, move?: string, person?: string, kind?: string}} Plan */

export const OFFERED = "offered";
const OWN = "own";
const NONE = "none";
const LATER = "later";

/** @param {Element} form @param {string} name */
export const field = (form, name) => /** @type {HTMLInputElement} */ (query(`[name="${name}"]`, form));

/** @param {Element} form @param {string} name */
export const fields = (form, name) => /** @type {HTMLInputElement[]} */ ([...form.querySelectorAll(`[name="${name}"]`)]);

/** @param {Element} form @param {string} name @returns {string} What is chosen. */
const choice = (form, name) => fields(form, name).find((input) => input.checked)?.value ?? "";

/** Choose an answer, where there is such a one. @param {Element} form @param {string} name @param {string} wanted */
export function choose(form, name, wanted) {
  for (const input of fields(form, name)) if (input.value === wanted) input.checked = true;
}

/** @param {HTMLFormElement} form */
const plans = (form) => /** @type {HTMLElement[]} */ ([...form.querySelectorAll("[data-plan]")]);

/** @param {HTMLElement} set */
const nameOf = (set) => set.dataset.plan ?? "";

/** What an answer of a set brings with it. @param {HTMLElement} set @param {string} wanted */
const blockOf = (set, wanted) => set.querySelector(`[data-for~="${nameOf(set)}=${wanted}"]:has([data-words])`);

/** Show what belongs to an answer that is chosen, and need its words. @param {HTMLFormElement} form */
export function showFor(form) {
  for (const part of /** @type {NodeListOf<HTMLElement>} */ (form.querySelectorAll("[data-for]"))) {
    const isWanted = (part.dataset.for ?? "").split(" ").some((pair) => {
      const [name, wanted] = pair.split("=");
      return choice(form, name) === wanted;
    });
    part.hidden = !isWanted;
  }
  for (const words of /** @type {NodeListOf<HTMLInputElement>} */ (form.querySelectorAll("[data-words]"))) {
    words.required = !words.closest("[hidden]");
  }
}

/**
 * Fill the form in with the week as it was written, or with nothing but what was promised.
 * @param {HTMLFormElement} form
 * @param {LedgerView} view
 */
export function fillWeek(form, view) {
  const { written } = view;
  form.reset();
  for (const set of plans(form)) {
    const name = /** @type {Slot} */ (nameOf(set));
    if (written) fillPlan(set, written[name], view[name]);
  }
  if (written) {
    for (const id of written.people) choose(form, "maintenance", id);
    field(form, "line").value = written.line;
    fillDay(form, written.day);
  } else if (view.promised) {
    choose(form, "invitation", OFFERED);
  }
  showFor(form);
}

/** @param {HTMLElement} set @param {PlanChoice} plan @param {Idea | null} offered */
function fillPlan(set, plan, offered) {
  const isOffered = plan.move && plan.move === offered?.id;
  const other = blockOf(set, plan.kind) ? plan.kind : OWN;
  const wanted = !plan.title ? NONE : isOffered ? OFFERED : other;
  choose(set, nameOf(set), wanted);
  const block = blockOf(set, wanted);
  if (block) /** @type {HTMLInputElement} */ (query("[data-words]", block)).value = plan.title;
  for (const person of /** @type {NodeListOf<HTMLSelectElement>} */ (set.querySelectorAll("[data-person]"))) person.value = plan.person;
  for (const safe of fields(set, "safe")) safe.checked = wanted === plan.kind && safe.value === "yes";
}

/** @param {HTMLFormElement} form @param {string} day */
function fillDay(form, day) {
  choose(form, "day", day);
  if (choice(form, "day") === day) return;
  choose(form, "day", LATER);
  field(form, "date").value = day;
}

/**
 * The fields of the week as the form has them; null where there is nothing.
 * @param {HTMLFormElement} form
 * @param {LedgerView} view
 * @returns {Record<string, unknown>}
 */
export function readWeek(form, view) {
  const people = fields(form, "maintenance").flatMap((box) => (box.checked ? box.value : []));
  /** @type {Record<string, unknown>} */
  const week = { people: people.length ? people : null, line: field(form, "line").value.trim() || null };
  for (const set of plans(form)) week[nameOf(set)] = readPlan(set, view[/** @type {Slot} */ (nameOf(set))]);
  const isQuiet = Object.values(week).every((value) => value === null);
  const day = choice(form, "day") === LATER ? field(form, "date").value : choice(form, "day");
  return { ...week, day: (week.invitation && day) || null, quiet: isQuiet || null }; // allowed: a quiet week
}

/** A week in which nothing is wanted, over whatever was written. @param {HTMLFormElement} form */
export function quietWeek(form) {
  const nothing = Object.fromEntries(["people", "line", "day", ...plans(form).map(nameOf)].map((name) => [name, null]));
  return { ...nothing, quiet: true }; // allowed: a quiet week
}

/** @param {HTMLElement} set @param {Idea | null} offered @returns {Plan | null} */
function readPlan(set, offered) {
  const chosen = choice(set, nameOf(set));
  const shown = [...set.querySelectorAll("[data-person]")].find((select) => !select.closest("[hidden]"));
  const person = /** @type {HTMLSelectElement | undefined} */ (shown)?.value;
  if (chosen === OFFERED && offered) return { title: offered.title, move: offered.id, ...(person && { person }) };
  const words = /** @type {HTMLInputElement | null | undefined} */ (blockOf(set, chosen)?.querySelector("[data-words]"));
  const title = words?.closest("[hidden]") ? "" : words?.value.trim();
  if (!title) return null;
  return { title, ...(person && { person }), ...(chosen !== OWN && { kind: chosen }) };
}
