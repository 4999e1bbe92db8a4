// The week's page shows one part at a time: where it begins, or one of the three questions.

import { focusShown } from "../dom/focus.js";
import { query } from "../dom/query.js";

const LAST = 3;

export class Parts {
  #root;
  #form;
  #now = 0;
  /** @type {(() => void) | undefined} Where the page itself goes back. */
  #ended;
  #count;
  #next;

  /** @param {HTMLElement} root @param {HTMLFormElement} form @param {() => Promise<void>} write */
  constructor(root, form, write) {
    this.#root = root;
    this.#form = form;
    this.#count = query(".step-count", form);
    this.#next = query("[data-do=continue]", form);
    query("[data-do=back]", form).addEventListener("click", () => history.back());
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#goOn(write);
    });
    this.#next.addEventListener("click", () => this.#goOn(write));
    addEventListener("popstate", ({ state }) => {
      this.#show(state?.part ?? 0);
      if (this.#ended) this.#ended();
      else this.#arrive();
      this.#ended = undefined;
    });
    this.#show(0);
    if (history.state?.part) history.replaceState(null, ""); // a reload: what was not written is gone
  }

  /** Go to the first question. */
  begin() {
    this.#go(1);
  }

  /** Back to where the page begins, with as many steps as led here. @returns {Promise<void>} */
  async end() {
    if (!this.#now) return;
    const steps = this.#now;
    await new Promise((/** @type {(nothing?: undefined) => void} */ resolve) => {
      this.#ended = resolve;
      history.go(-steps);
    });
  }

  /** @param {() => Promise<void>} write */
  #goOn(write) {
    const open = /** @type {HTMLInputElement[]} */ ([...query(`[data-part="${this.#now}"]`, this.#form).querySelectorAll("input")]);
    if (!open.every((input) => !input.offsetParent || input.reportValidity())) return;
    if (this.#now < LAST) this.#go(this.#now + 1);
    else write();
  }

  /** @param {number} part */
  #go(part) {
    history.pushState({ part }, "");
    this.#show(part);
    this.#arrive();
  }

  /** @param {number} part */
  #show(part) {
    this.#now = part;
    this.#root.dataset.at = part ? String(part) : "start";
    this.#count.textContent = part ? `${part} ${this.#count.dataset.of} ${LAST}` : "";
    this.#next.textContent = (part === LAST ? this.#next.dataset.write : this.#next.dataset.continue) ?? "";
  }

  #arrive() {
    scrollTo(0, 0);
    const heading = this.#now ? query(`[data-part="${this.#now}"] legend`, this.#form) : query("#main");
    focusShown(heading, { preventScroll: true });
  }
}
