// One step at a time, on a phone: a question, the week, the answers to check, the result. CSS hides the other steps.

import { onPress } from "../dom/press.js";
import { focusShown } from "../dom/focus.js";
import { query } from "../dom/query.js";
import { listAnswers } from "./check-list.js";

const STEPWISE = matchMedia("screen and (max-width: 61.99rem) and (scripting: enabled)"); // as in css/builder/2-steps.css
const SEEN = 250; // milliseconds in which the chosen answer is seen before the next question comes

/** @typedef {import("../python/saved-form.js").Choices} Choices */

export class Steps {
  #form;
  #page = document.documentElement.dataset;
  #steps;
  #questions;
  #plots = [...document.querySelectorAll(".strip i")];
  #count = query(".step-count");
  #goOn = /** @type {HTMLInputElement} */ (query("[name=go-on]"));
  #choicesChanged;
  #now = 0;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #leaving;

  /** @param {HTMLFormElement} form @param {() => void} choicesChanged */
  constructor(form, choicesChanged) {
    this.#form = form;
    this.#choicesChanged = choicesChanged;
    this.#steps = /** @type {HTMLElement[]} */ ([...form.querySelectorAll(".step")]);
    this.#questions = this.#steps.filter((step) => step.matches("fieldset"));
    form.addEventListener("click", (event) => this.#goOnBy(event));
    form.addEventListener("change", () => this.progress());
    this.#goOn.addEventListener("change", choicesChanged);
    addEventListener("popstate", ({ state }) => {
      if (!this.#isStepwise) return;
      this.#show(state?.step?.at ?? 0);
      this.#arrive();
    });
    this.#setUpButtons();
  }

  #setUpButtons() {
    query("[data-do=continue]").addEventListener("click", () => this.#go(this.#now + 1));
    query("[data-do=back]").addEventListener("click", () => this.#back());
    query("[data-do=all]").addEventListener("click", (event) => {
      event.preventDefault(); // the link is for a page whose script did not load
      this.#showAll(true);
    });
    query("[data-do=stepwise]").addEventListener("click", () => this.#showAll(false));
    query("[data-do=change-answers]").addEventListener("click", () => this.#go(this.#check));
    query("[data-do=see-result]").addEventListener("click", (event) => {
      if (!this.#isStepwise) return;
      event.preventDefault();
      this.finish();
    });
    onPress(query(".check-list"), "[data-do=go-to]", ({ dataset }) => this.#go(Number(dataset.to)));
  }

  /** @returns {Choices} */
  choices() {
    return { ...("all" in this.#page && { all: true }), ...(this.#goOn.checked && { goOn: true }) };
  }

  /**
   * Begin where the reader was: at a step of this visit, at the result, or at the first open question.
   * @param {Choices} [choices]
   */
  begin(choices = {}) {
    if (choices.all === true) this.#page.all = "";
    this.#goOn.checked = choices.goOn === true;
    const open = this.#questions.findIndex((question) => !question.querySelector(":checked"));
    const next = open < 0 ? this.#end : open;
    this.#show(history.state?.step?.at ?? (this.#form.querySelector(":checked") ? next : 0));
    const more = /** @type {HTMLDetailsElement} */ (query(".more-about"));
    if (this.#isStepwise) more.open = Boolean(more.querySelector(":checked"));
  }

  /** Go to the first question. */
  restart() {
    if (this.#isStepwise) return this.#go(0);
    query("legend", this.#form).scrollIntoView();
    query("input", this.#form).focus({ preventScroll: true });
  }

  /** Go to the result. */
  finish() {
    if (this.#isStepwise && this.#now !== this.#end) this.#go(this.#end);
    else query("#result").focus();
  }

  /** Show how far the reader is, and what was answered. */
  progress() {
    for (const [index, plot] of this.#plots.entries()) {
      const isDone = Boolean(this.#questions[index].querySelector(":checked"));
      plot.className = index === this.#now ? "now" : isDone ? "done" : "";
    }
    if (this.#now === this.#check) listAnswers(this.#steps.slice(0, this.#check));
  }

  get #isStepwise() {
    return STEPWISE.matches && !("all" in this.#page);
  }

  /** The place of the last step; after it comes the result. */
  get #check() {
    return this.#steps.length - 1;
  }

  get #end() {
    return this.#steps.length;
  }

  /** Show a step, or the result. @param {number} step */
  #show(step) {
    clearTimeout(this.#leaving);
    this.#now = Math.min(Math.max(step, 0), this.#end);
    for (const [index, one] of this.#steps.entries()) one.toggleAttribute("data-now", index === this.#now);
    const questions = this.#questions.length;
    const places = { result: this.#end, check: this.#check, week: questions, question: 1, first: 0 };
    this.#page.at = Object.entries(places).find(([, from]) => this.#now >= from)?.[0];
    this.#count.textContent = this.#now < questions ? `${this.#now + 1} ${this.#count.dataset.of} ${questions}` : "";
    this.progress();
  }

  /** Go to a step, as one that "back" leads back from. @param {number} step */
  #go(step) {
    history.pushState({ step: { at: step, from: this.#now } }, "");
    this.#show(step);
    this.#arrive();
  }

  #back() {
    if (history.state?.step?.from === this.#now - 1) return history.back();
    history.replaceState({ step: { at: this.#now - 1 } }, "");
    this.#show(this.#now - 1);
    this.#arrive();
  }

  /** The new step begins at its top, for eyes and for those who hear. */
  #arrive() {
    scrollTo(0, 0);
    const heading = this.#now === this.#end ? query("#result") : query("legend, h2", this.#steps[this.#now]);
    focusShown(heading, { preventScroll: true });
  }

  /** @param {boolean} all */
  #showAll(all) {
    if (all) this.#page.all = "";
    else delete this.#page.all;
    this.#choicesChanged();
    if (all) this.#steps[Math.min(this.#now, this.#check)].scrollIntoView();
    else this.#arrive();
  }

  /** A pointer chose an answer: the next step comes by itself where that is wanted. Arrow keys only move.
   * @param {MouseEvent} event */
  #goOnBy(event) {
    const option = /** @type {Element} */ (event.target).closest("label.option");
    const isPointer = event.detail > 0 && option?.querySelector("[type=radio]");
    if (!isPointer || !this.#goOn.checked || !this.#isStepwise || this.#now >= this.#check) return;
    clearTimeout(this.#leaving);
    this.#leaving = setTimeout(() => this.#go(this.#now + 1), SEEN);
  }
}
