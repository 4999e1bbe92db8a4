// Changing several rows at once: those that are ticked.

import { query } from "../dom/query.js";
import { control, readRhythm, showWrong } from "./person-form.js";

/** @import { LedgerChange } from "../../types/scoring" */

export class Several {
  #root;
  #change;
  #form = /** @type {HTMLFormElement} */ (query("#several"));
  #button = query("[data-do=several]");
  /** @type {Set<string>} */
  #ticked = new Set();

  /**
   * @param {HTMLElement} root
   * @param {(changes: LedgerChange[], form: HTMLFormElement) => Promise<boolean>} change
   * @param {(text: string) => void} announce
   */
  constructor(root, change, announce) {
    this.#root = root;
    this.#change = change;
    this.#button.addEventListener("click", () => this.#show(Boolean(this.#form.hidden)));
    query("[data-do=several-done]").addEventListener("click", () => {
      this.#show(false);
      this.#button.focus();
    });
    root.addEventListener("change", ({ target }) => {
      const box = /** @type {HTMLInputElement} */ (target);
      if (box.name !== "tick") return;
      if (box.checked) this.#ticked.add(box.value);
      else this.#ticked.delete(box.value);
    });
    this.#form.addEventListener("submit", (event) => {
      event.preventDefault();
      if (this.#boxes().some((box) => box.checked)) this.#make();
      else announce(this.#form.dataset.none ?? "");
    });
  }

  /** The rows were made anew. */
  comeBack() {
    for (const box of this.#boxes()) box.checked = this.#ticked.has(box.value);
  }

  #boxes() {
    return /** @type {HTMLInputElement[]} */ ([...this.#root.querySelectorAll("[name=tick]")]);
  }

  /** @param {boolean} isOpen */
  #show(isOpen) {
    this.#form.hidden = !isOpen;
    this.#root.classList.toggle("many", isOpen);
    this.#button.setAttribute("aria-expanded", String(isOpen));
    if (!isOpen) this.#clear();
  }

  #clear() {
    this.#ticked.clear();
    this.#form.reset();
    this.comeBack();
  }

  async #make() {
    const ids = this.#boxes().flatMap((box) => (box.checked ? [box.value] : []));
    const given = { ring: control(this.#form, "ring").value, state: control(this.#form, "state").value };
    const rhythm = readRhythm(this.#form);
    const fields = { ...(given.ring && { ring: given.ring }), ...(given.state && { state: given.state }), ...(rhythm !== null && { rhythm }) };
    if (!(await this.#change(ids.map((id) => ({ in: "people", id, fields })), this.#form))) return;
    showWrong(this.#form, []);
    this.#clear();
  }
}
