// One step at a time, on a phone: a question, the week, the answers to check, the result. CSS hides the other steps.

import { query } from "../dom/query.js";

const STEPWISE = matchMedia("screen and (max-width: 61.99rem) and (scripting: enabled)"); // as in css/tools/5-steps.css
const SEEN = 250; // milliseconds in which the chosen answer is seen before the next question comes

/** @typedef {{all?: boolean, goOn?: boolean}} Choices How the reader wants to go through the form; false if absent. */

/**
 * @param {HTMLFormElement} form
 * @param {() => void} choicesChanged
 */
export function setUpSteps(form, choicesChanged) {
  const page = document.documentElement.dataset;
  const tool = query(".tool");
  const steps = /** @type {HTMLElement[]} */ ([...form.querySelectorAll(".step")]);
  const questions = steps.filter((step) => step.matches("fieldset"));
  const last = questions.length - 1;
  const [check, end] = [steps.length - 1, steps.length]; // the result comes after the last step
  const plots = [...document.querySelectorAll(".strip i")];
  const count = query(".step-count");
  const list = query(".check-list");
  const goOn = /** @type {HTMLInputElement} */ (query("[name=go-on]"));
  let now = 0;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let leaving;

  const isStepwise = () => STEPWISE.matches && !("all" in page);

  /** Show a step, or the result. @param {number} step */
  function show(step) {
    clearTimeout(leaving);
    now = Math.min(Math.max(step, 0), end);
    for (const [index, one] of steps.entries()) one.toggleAttribute("data-now", index === now);
    page.at = now === end ? "result" : now === check ? "check" : now > last ? "week" : now ? "question" : "first";
    count.textContent = now < questions.length ? `${now + 1} ${count.dataset.of} ${questions.length}` : "";
    progress();
  }

  /** Show how far the reader is, and what was answered. */
  function progress() {
    for (const [index, plot] of plots.entries()) {
      const isDone = Boolean(questions[index].querySelector(":checked"));
      plot.className = index === now ? "now" : isDone ? "done" : "";
    }
    if (now === check) listAnswers();
  }

  /** Every step, and what stands there; a button leads back to it. */
  function listAnswers() {
    const template = /** @type {HTMLTemplateElement} */ (query("template", list));
    const rows = steps.slice(0, check).map((step, index) => {
      const row = /** @type {DocumentFragment} */ (template.content.cloneNode(true));
      const [label, , answer] = row.querySelectorAll("span");
      query("button", /** @type {any} */ (row)).dataset.to = String(index);
      label.textContent = step.dataset.label ?? "";
      const chosen = [...step.querySelectorAll(":checked + span")].map((words) => words.firstChild?.textContent ?? "");
      answer.textContent = chosen.join(", ") || (list.dataset.open ?? "");
      return row;
    });
    list.replaceChildren(template, ...rows);
  }

  /** Go to a step, as one that "back" leads back from. @param {number} step */
  function go(step) {
    history.pushState({ step: { at: step, from: now } }, "");
    show(step);
    arrive();
  }

  /** The new step begins at its top, for eyes and for those who hear. */
  function arrive() {
    scrollTo(0, 0);
    const heading = now === end ? query("#result") : steps[now].querySelector("legend, h2");
    /** @type {HTMLElement} */ (heading).focus({ preventScroll: true });
  }

  function back() {
    if (history.state?.step?.from === now - 1) return history.back();
    history.replaceState({ step: { at: now - 1 } }, "");
    show(now - 1);
    arrive();
  }

  /** @param {boolean} all */
  function showAll(all) {
    const step = all || now === end ? now : Math.max(0, steps.findIndex((one) => !one.querySelector(":checked")));
    if (all) page.all = "";
    else delete page.all;
    show(step);
    choicesChanged();
    if (all) query("legend", steps[Math.min(now, check)]).scrollIntoView();
    else arrive();
  }

  /** A pointer chose an answer: the next question comes by itself where that is wanted. Arrow keys only move. */
  form.addEventListener("click", (event) => {
    const option = /** @type {Element} */ (event.target).closest("label.option");
    const isPointer = event.detail > 0 && option?.querySelector("[type=radio]");
    if (!isPointer || !goOn.checked || !isStepwise() || now >= check) return;
    clearTimeout(leaving);
    leaving = setTimeout(() => go(now + 1), SEEN);
  });
  form.addEventListener("change", progress);
  goOn.addEventListener("change", choicesChanged);
  list.addEventListener("click", (event) => {
    const button = /** @type {HTMLElement | null} */ (/** @type {Element} */ (event.target).closest("button"));
    if (button) go(Number(button.dataset.to));
  });
  addEventListener("popstate", ({ state }) => {
    if (!isStepwise()) return;
    show(state?.step?.at ?? 0);
    arrive();
  });

  /** @type {Record<string, () => void>} */
  const actions = {
    continue: () => go(now + 1),
    back,
    all: () => showAll(true),
    stepwise: () => showAll(false),
    "change-answers": () => (isStepwise() ? go(check) : form.querySelector("input")?.focus()),
    "see-result": () => go(end),
  };
  tool.parentElement?.addEventListener("click", (event) => {
    const button = /** @type {HTMLElement | null} */ (/** @type {Element} */ (event.target).closest("[data-do]"));
    const name = button?.dataset.do ?? "";
    if (!Object.hasOwn(actions, name) || (name === "see-result" && !isStepwise())) return;
    event.preventDefault();
    actions[name]();
  });

  return {
    /** @returns {Choices} */
    choices: () => ({ ...("all" in page && { all: true }), ...(goOn.checked && { goOn: true }) }),

    /** Begin where the reader was: at a step of this visit, at the result, or at the first open question.
     * @param {Choices} [choices] */
    begin(choices = {}) {
      if (choices.all === true) page.all = "";
      goOn.checked = choices.goOn === true;
      const open = questions.findIndex((question) => !question.querySelector(":checked"));
      const started = Boolean(form.querySelector(":checked"));
      show(history.state?.step?.at ?? (started ? (open < 0 ? end : open) : 0));
      const more = /** @type {HTMLDetailsElement} */ (query(".more-about"));
      if (isStepwise()) more.open = Boolean(more.querySelector(":checked"));
    },
    /** Go to the first question, with nothing behind it. */
    restart() {
      if (!isStepwise()) return form.querySelector("input")?.focus();
      go(0);
    },
    /** Go to the result. */
    finish() {
      if (isStepwise() && now !== end) go(end);
    },
    progress,
  };
}
