// "Leave this page": the page is blank at once, and another site takes its place. Set up before anything else, and
// needs nothing else. Why it is so: docs/decisions/0043-leaving-at-once.md.

import { LIMIT, ShiftPresses } from "../dom/shift-presses.js";
import { eraseKept, erasesOnExit, keepErasesOnExit, keepLeft, wasLeft } from "../platform/storage.js";

const ENOUGH = 3; // presses of Shift

/** @param {HTMLAnchorElement} link */
function setUp(link) {
  const section = /** @type {HTMLElement} */ (link.parentElement);
  const status = /** @type {HTMLElement} */ (section.querySelector("[aria-live]"));
  const { erase = "", more = "", over = "", loading = "" } = section.dataset;
  const leaveText = link.textContent;
  const moreTexts = more.split("|");
  const presses = new ShiftPresses();
  let erases = false;
  let timer = 0;

  /** @param {boolean} wanted */
  function decide(wanted) {
    erases = wanted;
    link.textContent = erases ? erase : leaveText;
  }

  function leave() {
    blank(loading);
    if (erases) eraseKept();
    keepLeft(true);
    location.replace(link.href);
  }

  /** @param {number} count */
  function counted(count) {
    clearTimeout(timer);
    if (count >= ENOUGH) leave();
    else if (count) {
      status.textContent = moreTexts[ENOUGH - 1 - count];
      timer = setTimeout(() => (status.textContent = over), LIMIT);
    }
  }

  function interrupt() {
    clearTimeout(timer);
    presses.interrupt();
    status.textContent = "";
  }

  addEventListener("keydown", ({ key, repeat }) => {
    if (key !== "Shift") interrupt();
    else if (!repeat) presses.down();
  }, true);
  addEventListener("keyup", ({ key, timeStamp }) => key === "Shift" && counted(presses.up(timeStamp)), true);
  addEventListener("pointerdown", interrupt, true);
  addEventListener("click", (event) => {
    const clicked = /** @type {Element} */ (event.target).closest?.("a");
    if (clicked?.href !== link.href) return; // there are two links, one of them for those who use the keys
    event.preventDefault();
    leave();
  }, true);
  addEventListener("storage", () => decide(erasesOnExit())); // chosen in another tab
  addEventListener("pageshow", ({ persisted }) => {
    if (!persisted) return;
    if (wasLeft()) leave();
    else decide(erasesOnExit());
  });

  decide(erasesOnExit());
  if (wasLeft() && cameBack()) leave();
  else keepLeft(false);
  setUpChoice(() => erases, (wanted) => {
    decide(wanted);
    keepErasesOnExit(wanted);
  });
}

/** Nothing of the page is shown, heard or in reach, whatever scripts still write into it. @param {string} loading */
function blank(loading) {
  document.title = loading;
  document.body.className = "left";
  for (const part of document.body.children) part.setAttribute("hidden", "");
  const told = document.createElement("p");
  told.role = "alert";
  told.className = "visually-hidden";
  told.textContent = loading;
  document.body.append(told);
}

/** Whether the page was reached by Back or Forward. */
function cameBack() {
  const [how] = /** @type {PerformanceNavigationTiming[]} */ (performance.getEntriesByType("navigation"));
  return how?.type === "back_forward";
}

/**
 * Where the page asks whether to erase as well.
 * @param {() => boolean} erases
 * @param {(wanted: boolean) => void} choose
 */
function setUpChoice(erases, choose) {
  const choice = /** @type {HTMLElement | null} */ (document.querySelector(".exit-choice"));
  if (!choice) return;
  choice.hidden = false;
  for (const box of /** @type {NodeListOf<HTMLInputElement>} */ (choice.querySelectorAll("input"))) {
    box.checked = erases() === (box.value === "erase");
    box.addEventListener("change", () => choose(box.value === "erase"));
  }
}

const exit = /** @type {HTMLAnchorElement | null} */ (document.querySelector("[data-do=exit]"));
if (exit) setUp(exit);
