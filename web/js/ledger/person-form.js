// Somebody as a form: filled in, read as fields of an entry, and what is wrong said beside the field.

/** @import { IssueData, Named, PersonRow } from "../../types/scoring" */

/** @param {HTMLFormElement} form @param {string} name */
export const control = (form, name) => /** @type {HTMLInputElement} */ (form.elements.namedItem(name));

/** @param {HTMLFormElement} form @param {PersonRow} row */
export function fillPerson(form, row) {
  const { name, ring, kind, rhythm, last, last_month, state } = row;
  for (const [field, value] of Object.entries({ name, ring, kind, rhythm, last, last_month, state })) {
    control(form, field).value = value;
  }
  control(form, "repair").checked = row.repair; // allowed: field of the ledger
  showWrong(form, []);
}

/** Null is what is not said. @param {HTMLFormElement} form @returns {Record<string, unknown>} */
export function readPerson(form) {
  const given = new FormData(form);
  const text = (/** @type {string} */ name) => String(given.get(name) ?? "").trim();
  const boxes = /** @type {HTMLInputElement[]} */ ([...form.querySelectorAll("[type=checkbox]")]);
  return {
    name: text("name"),
    ring: text("ring"),
    kind: text("kind"),
    rhythm: readRhythm(form),
    last: text("last") || text("last_month") || null,
    state: text("state"),
    ...Object.fromEntries(boxes.map((box) => [box.name, box.checked])),
  };
}

/** What is no number goes on as it is, to be refused. @param {HTMLFormElement} form */
export function readRhythm(form) {
  const { value, valueAsNumber, validity } = control(form, "rhythm");
  if (validity.badInput) return "";
  return value === "" ? null : valueAsNumber;
}

/**
 * Say beside each field what is wrong with it, and go to the first.
 * @param {HTMLFormElement} form
 * @param {Pick<IssueData, "path">[]} issues
 * @returns {boolean} Whether there is a place for each.
 */
export function showWrong(form, issues) {
  const names = new Set(issues.map(({ path }) => path.split(".").at(-1)));
  const places = /** @type {HTMLElement[]} */ ([...form.querySelectorAll("[data-wrong]")]);
  for (const place of places) {
    place.hidden = !names.delete(place.dataset.wrong);
    const field = control(form, place.dataset.wrong ?? "");
    if (place.hidden) field.removeAttribute("aria-invalid");
    else field.setAttribute("aria-invalid", "true");
  }
  const first = /** @type {HTMLElement | null} */ (form.querySelector("[aria-invalid]"));
  const folded = first?.closest("details");
  if (folded) folded.open = true;
  first?.focus();
  return names.size === 0;
}

/** A day or a month, not both. @param {HTMLFormElement} form */
export function chooseOneDate(form) {
  form.addEventListener("change", ({ target }) => {
    const { name } = /** @type {HTMLInputElement} */ (target);
    if (name === "last") control(form, "last_month").value = "";
    if (name === "last_month") control(form, "last").value = "";
  });
}

/** Offer options after the first, which says nothing. @param {HTMLFormElement | HTMLElement} form @param {string} name @param {Named[]} options */
export function setOptions(form, name, options) {
  const select = /** @type {HTMLSelectElement} */ (form.querySelector(`[name="${name}"]`));
  const { value } = select;
  select.replaceChildren(select.options[0], ...options.map((option) => new Option(option.name, option.id)));
  select.value = value;
  if (select.selectedIndex < 0) select.selectedIndex = 0;
}
