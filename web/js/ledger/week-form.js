// The three questions as a form: filled in from the view, and read as the fields of a week.

import { query } from "../dom/query.js";

/** @import { Idea, LedgerView, PlanChoice } from "../../types/scoring" */
/** @typedef {"invitation" | "contribution"} Slot */
/** @typedef {{title: string, move?: string, person?: string, kind?: string}} Plan */

/** @param {HTMLFormElement} form @param {string} name */
export const field = (form, name) => /** @type {HTMLInputElement} */ (query(`[name="${name}"]`, form));

/** @param {HTMLFormElement} form @param {string} name @returns {string} What is chosen or written. */
const value = (form, name) => String(new FormData(form).get(name) ?? "").trim();

/** @param {HTMLFormElement} form @param {string} name @param {string} wanted */
function choose(form, name, wanted) {
  for (const input of /** @type {Iterable<HTMLInputElement>} */ (form.querySelectorAll(`[name="${name}"]`))) {
    input.checked = input.value === wanted;
  }
}

/** Show what belongs to an answer that is chosen, and need its field. @param {HTMLFormElement} form */
export function showFor(form) {
  for (const part of /** @type {Iterable<HTMLElement>} */ (form.querySelectorAll("[data-for]"))) {
    const isWanted = (part.dataset.for ?? "").split(" ").some((pair) => {
      const [name, wanted] = pair.split("=");
      return value(form, name) === wanted;
    });
    part.hidden = !isWanted;
    for (const own of /** @type {Iterable<HTMLInputElement>} */ (part.querySelectorAll(":scope > input"))) own.required = isWanted;
  }
}

/**
 * Fill the form in with the week as it was written, or with nothing.
 * @param {HTMLFormElement} form
 * @param {LedgerView} view
 */
export function fillWeek(form, view) {
  form.reset();
  const written = view.written;
  if (written) {
    for (const id of written.people) choose1(form, "people", id);
    field(form, "line").value = written.line;
    fillPlan(form, "invitation", written.invitation, view.invitation);
    fillPlan(form, "contribution", written.contribution, view.contribution);
    field(form, "whom").value = written.invitation.person;
    fillDay(form, written.day);
  } else if (view.promised) {
    choose(form, "invitation", "offered");
  }
  showFor(form);
}

/** @param {HTMLFormElement} form @param {string} name @param {string} wanted */
function choose1(form, name, wanted) {
  const input = /** @type {HTMLInputElement | null} */ (form.querySelector(`[name="${name}"][value="${CSS.escape(wanted)}"]`));
  if (input) input.checked = true;
}

/** @param {HTMLFormElement} form @param {Slot} slot @param {PlanChoice} plan @param {Idea | null} offered */
function fillPlan(form, slot, plan, offered) {
  if (plan.kind === "repair") {
    choose(form, slot, "repair");
    choose(form, "safe", "yes");
    field(form, "repair-words").value = plan.title;
  } else if (plan.title && plan.move && plan.move === offered?.id) {
    choose(form, slot, "offered");
  } else {
    choose(form, slot, plan.title ? "own" : "none");
    field(form, `${slot}-own`).value = plan.title;
  }
}

/** @param {HTMLFormElement} form @param {string} day */
function fillDay(form, day) {
  choose1(form, "day", day);
  if (!day || value(form, "day") === day) return;
  choose1(form, "day", "later");
  field(form, "date").value = day;
}

/**
 * The fields of the week as the form has them; null where there is nothing.
 * @param {HTMLFormElement} form
 * @param {LedgerView} view
 * @returns {Record<string, unknown>}
 */
export function readWeek(form, view) {
  const chosen = new FormData(form);
  const day = value(form, "day") === "later" ? value(form, "date") : value(form, "day");
  const invitation = readPlan(form, "invitation", view.invitation);
  const fields = {
    people: chosen.getAll("people"),
    line: value(form, "line") || null,
    invitation,
    day: (invitation && day) || null,
    contribution: readPlan(form, "contribution", view.contribution),
  };
  const isQuiet = !fields.people.length && !fields.line && !invitation && !fields.contribution;
  return { ...fields, quiet: isQuiet || null };
}

/** A week in which nothing is wanted. */
export const quietWeek = { people: null, line: null, invitation: null, day: null, contribution: null, quiet: true };

/** @param {HTMLFormElement} form @param {Slot} slot @param {Idea | null} offered @returns {Plan | null} */
function readPlan(form, slot, offered) {
  const choice = value(form, slot);
  const person = slot === "invitation" ? value(form, "whom") : choice === "repair" ? value(form, "repair-whom") : "";
  const rest = { ...(person && { person }), ...(slot === "contribution" && { kind: choice === "repair" ? "repair" : "contribution" }) };
  if (choice === "offered" && offered) return { title: offered.title, move: offered.id, ...rest };
  if (choice === "own") return { title: value(form, `${slot}-own`), ...rest };
  const isRepair = choice === "repair" && value(form, "safe") === "yes" && value(form, "repair-words");
  return isRepair ? { title: value(form, "repair-words"), ...rest } : null;
}
