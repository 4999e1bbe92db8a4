// The folded "Change" of a row. There is one panel, which moves to the row that is open.

import { query } from "../dom/query.js";
import { chooseOneDate, fillPerson, readPerson, setOptions, showWrong } from "./person-form.js";

/** @import { JoinedPeople, LedgerChange, Named, PersonRow } from "../../types/scoring" */
/**
 * @typedef {{
 *   row: (id: string) => PersonRow | undefined,
 *   others: (id: string) => Named[],
 *   preview: (id: string, join: string) => Promise<JoinedPeople | undefined>,
 *   change: (change: LedgerChange, form?: HTMLFormElement) => Promise<string>,
 *   arrive: (id: string) => void,
 *   announce: (text: string) => void,
 * }} Tool
 */

export class ChangePanel {
  #tool;
  #panel = query("#changing");
  #home = this.#panel.parentElement;
  #form = /** @type {HTMLFormElement} */ (query("#change"));
  #join = /** @type {HTMLSelectElement} */ (query("[name=join]", this.#panel));
  #closer = query("[data-do=closer]", this.#panel);
  #further = query("[data-do=further]", this.#panel);
  #makeOne = query("[data-do=join]", this.#panel);
  #id = "";
  /** @type {LedgerChange | undefined} */
  #joining;

  /** @param {HTMLElement} root @param {Tool} tool */
  constructor(root, tool) {
    this.#tool = tool;
    chooseOneDate(this.#form);
    root.addEventListener("toggle", ({ target }) => this.#toggled(/** @type {HTMLDetailsElement} */ (target)), true);
    this.#form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#save(readPerson(this.#form));
    });
    this.#join.addEventListener("change", () => this.#preview());
    this.#closer.addEventListener("click", () => this.#move("closer"));
    this.#further.addEventListener("click", () => this.#move("further"));
    this.#makeOne.addEventListener("click", () => this.#joining && this.#finish(this.#joining));
    query("[data-do=remove]", this.#panel).addEventListener("click", () => this.#remove());
  }

  /** Stand aside while the rows are made anew. */
  leave() {
    this.#home?.append(this.#panel);
  }

  /** Back to the row that was open, as it was. */
  comeBack() {
    const folded = this.#id && this.#details(this.#id);
    if (!folded) return this.#close();
    folded.open = true;
    folded.append(this.#panel);
    setOptions(this.#panel, "join", this.#tool.others(this.#id));
    return undefined;
  }

  /** @param {string} id */
  #details(id) {
    return /** @type {HTMLDetailsElement | null} */ (document.querySelector(`li[data-id="${id}"] > .row-edit`));
  }

  /** @param {HTMLDetailsElement} folded */
  #toggled(folded) {
    if (!folded.matches(".row-edit")) return;
    const id = folded.closest("li")?.dataset.id ?? "";
    if (!folded.open && id === this.#id) this.#close();
    if (!folded.open || id === this.#id) return;
    const before = this.#details(this.#id);
    if (before) before.open = false;
    this.#id = id;
    this.#fill();
    this.comeBack();
  }

  #close() {
    this.#id = "";
    this.leave();
  }

  #fill() {
    const row = this.#tool.row(this.#id);
    if (!row) return;
    fillPerson(this.#form, row);
    this.#closer.hidden = !row.closer;
    this.#further.hidden = !row.further;
    this.#join.value = "";
    this.#show(undefined);
  }

  /** @param {"closer" | "further"} way */
  async #move(way) {
    const ring = this.#tool.row(this.#id)?.[way];
    if (!(await this.#tool.change({ in: "people", id: this.#id, fields: { ring } }))) return;
    this.#fill();
    const [pressed, other] = way === "closer" ? [this.#closer, this.#further] : [this.#further, this.#closer];
    (pressed.hidden ? other : pressed).focus();
  }

  async #remove() {
    const id = this.#id;
    this.#close();
    await this.#tool.change({ in: "people", id, remove: true });
    this.#tool.arrive("");
  }

  /** @param {Record<string, unknown>} fields */
  #save(fields) {
    return this.#finish({ in: "people", id: this.#id, fields }, this.#form);
  }

  /** Make a change and fold. @param {LedgerChange} change @param {HTMLFormElement} [form] */
  async #finish(change, form) {
    const id = this.#id;
    if (!(await this.#tool.change(change, form))) return;
    const folded = this.#details(id);
    this.#close();
    if (folded) folded.open = false;
    showWrong(this.#form, []);
    this.#tool.arrive(id);
  }

  async #preview() {
    const { value } = this.#join;
    const found = value ? await this.#tool.preview(this.#id, value) : undefined;
    if (value !== this.#join.value) return;
    this.#show(found);
    if (found) this.#tool.announce(found.said);
  }

  /** @param {JoinedPeople | undefined} found */
  #show(found) {
    const said = query(".note", query(".join", this.#panel));
    said.textContent = found?.said ?? "";
    said.hidden = !found;
    this.#makeOne.hidden = !found;
    this.#joining = found?.change;
  }
}
