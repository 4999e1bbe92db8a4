// A map that starts itself: one beginning at a time above the form, which sets nearness and kind; each can wait.

import { query } from "../dom/query.js";
import { control } from "./person-form.js";

export class Prompts {
  #form;
  #box;
  #texts;
  #at = 0;
  #isWanted = false;

  /** @param {HTMLFormElement} form @param {(text: string) => void} announce */
  constructor(form, announce) {
    this.#form = form;
    this.#box = query(".prompts", form);
    this.#texts = /** @type {HTMLElement[]} */ ([...this.#box.querySelectorAll("[data-ring]")]);
    query("[data-do=not-now]", this.#box).addEventListener("click", () => {
      announce(this.next());
      if (this.#box.hidden) control(form, "name").focus();
    });
  }

  /** @param {boolean} isWanted Whether there are few in the map. */
  show(isWanted) {
    if (this.#isWanted === isWanted) return;
    this.#isWanted = isWanted;
    this.#turn();
  }

  /** Go on to the next one. @returns {string} What is to be said of it. */
  next() {
    if (this.#box.hidden) return "";
    this.#at += 1;
    this.#turn();
    return this.#texts[this.#at]?.textContent ?? this.#box.dataset.over ?? "";
  }

  #turn() {
    const now = this.#texts[this.#at];
    this.#box.hidden = !this.#isWanted || !now;
    for (const text of this.#texts) text.hidden = text !== now;
    if (this.#box.hidden) return;
    control(this.#form, "ring").value = now.dataset.ring ?? "";
    control(this.#form, "kind").value = now.dataset.what ?? "";
  }
}
