// Adding somebody: two fields, the rest folded; beginnings that help to think of a name; and whom not to suggest.

import { query } from "../dom/query.js";
import { Prompts } from "./prompts.js";
import { chooseOneDate, control, readPerson, showWrong } from "./person-form.js";

/** @import { KnownName, LedgerChange, PeopleView } from "../../types/scoring" */
/**
 * @typedef {{
 *   add: (change: LedgerChange, form: HTMLFormElement) => Promise<string>,
 *   known: (name: string) => Promise<KnownName | undefined>,
 *   announce: (text: string) => void,
 * }} Tool `add` gives what is said of it, nothing where it was refused.
 */

export class EntryForm {
  #form = /** @type {HTMLFormElement} */ (query("#entry"));
  #button = query("[data-do=add]");
  #prompts;
  #tool;
  #isBegun = false;
  #isAdding = false;

  /** @param {Tool} tool */
  constructor(tool) {
    this.#tool = tool;
    this.#prompts = new Prompts(this.#form, tool.announce);
    chooseOneDate(this.#form);
    warnOfKnown(this.#form, tool);
    setUpLeave(tool);
    this.#button.addEventListener("click", () => this.open());
    query("[data-do=done]", this.#form).addEventListener("click", () => this.#done());
    this.#form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#add();
    });
  }

  /** @param {PeopleView} view */
  show({ empty, few }) {
    this.#prompts.show(few);
    if (!this.#isBegun && (empty || location.hash === "#add")) this.#show(true);
    this.#isBegun = true;
  }

  open() {
    this.#show(true);
    control(this.#form, "name").focus();
  }

  /** @param {boolean} isOpen */
  #show(isOpen) {
    this.#form.hidden = !isOpen;
    this.#button.setAttribute("aria-expanded", String(isOpen));
    /** @type {HTMLElement} */ (this.#button.parentElement).hidden = isOpen;
  }

  async #add() {
    if (this.#isAdding) return false;
    this.#isAdding = true;
    const isAdded = await this.#addOnce();
    this.#isAdding = false;
    return isAdded;
  }

  async #addOnce() {
    const change = { in: "people", fields: withoutEmpty(readPerson(this.#form)) };
    const said = await this.#tool.add(change, this.#form);
    if (!said) return false;
    const name = control(this.#form, "name");
    const next = name.value.trim() === change.fields.name ? "" : name.value; // typed meanwhile
    this.#form.reset();
    name.value = next;
    control(this.#form, "ring").value = String(change.fields.ring);
    showWrong(this.#form, []);
    query(".known", this.#form).hidden = true;
    this.#tool.announce(`${said} ${this.#prompts.next()}`);
    name.focus();
    return true;
  }

  async #done() {
    if (control(this.#form, "name").value.trim() && !(await this.#add())) return;
    this.#show(false);
    this.#button.focus();
  }
}

/** @param {Record<string, unknown>} fields */
const withoutEmpty = (fields) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null && value !== false));

/** Say that a name is there already; it can be added all the same. @param {HTMLFormElement} form @param {Tool} tool */
function warnOfKnown(form, { known, announce }) {
  const line = query(".known", form);
  control(form, "name").addEventListener("change", async ({ target }) => {
    const { value } = /** @type {HTMLInputElement} */ (target);
    const said = (await known(value))?.said ?? "";
    if (value !== control(form, "name").value) return;
    line.textContent = said;
    line.hidden = !said;
    if (said) announce(said);
  });
}

/** Somebody whom the reader does not want suggested, no reason asked. @param {Tool} tool */
function setUpLeave({ add, known, announce }) {
  const form = /** @type {HTMLFormElement} */ (query("#leave"));
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const found = await known(control(form, "name").value);
    if (!found || !(await add(found.leave, form))) return;
    form.reset();
    showWrong(form, []);
    control(form, "name").focus();
    announce(form.dataset.thanks ?? "");
  });
}
