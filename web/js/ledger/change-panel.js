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
    this.#panel.addEventListener("click", ({ target }) => this.#press(/** @type {Element} */ (target).closest("button")));
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
    this.#button("closer").hidden = !row.closer;
    this.#button("further").hidden = !row.further;
    this.#join.value = "";
    this.#show(undefined);
  }

  /** @param {string} name */
  #button(name) {
    return query(`[data-do=${name}]`, this.#panel);
  }

  /** @param {Element | null} button */
  async #press(button) {
    const name = button instanceof HTMLElement ? (button.dataset.do ?? "") : "";
    const id = this.#id;
    const row = this.#tool.row(id);
    if (name === "closer" || name === "further") {
      if (!(await this.#tool.change({ in: "people", id, fields: { ring: row?.[name] } }))) return;
      this.#fill();
      const other = this.#button(name === "closer" ? "further" : "closer");
      (this.#button(name).hidden ? other : this.#button(name)).focus();
    } else if (name === "remove") {
      this.#close();
      await this.#tool.change({ in: "people", id, remove: true });
      this.#tool.arrive("");
    } else if (name === "join" && this.#joining) {
      await this.#finish(this.#joining);
    }
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
    this.#button("join").hidden = !found;
    this.#joining = found?.change;
  }
}
