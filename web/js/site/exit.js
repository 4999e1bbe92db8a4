// "Leave this page": the page is blank at once, and another site takes its place. Set up before anything else, and
// needs nothing else.

import { LIMIT, watchShift } from "../dom/shift-presses.js";
import { eraseKept, erasesOnExit, keepErasesOnExit, keepLeft, wasLeft } from "../platform/storage.js";

const ENOUGH = 3; // presses of Shift

/** @param {HTMLAnchorElement} link */
function setUp(link) {
  const section = /** @type {HTMLElement} */ (link.parentElement);
  const { erase = "", loading = "" } = section.dataset;
  const leaveText = link.textContent;
  let erases = false;

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

  addEventListener("click", (event) => {
    const clicked = /** @type {Element} */ (event.target).closest?.("a");
    if (clicked?.href !== link.href) return; // there are two links, one of them for those who use the keys
    event.preventDefault();
    leave();
  }, true);
  leaveByShift(section, leave);
  addEventListener("storage", () => decide(erasesOnExit())); // chosen in another tab
  addEventListener("pageshow", ({ persisted }) => {
    if (!persisted) return; // a page that the browser kept as it was
    if (wasLeft()) leave();
    else decide(erasesOnExit());
  });

  decide(erasesOnExit());
  if (wasLeft() && cameBack()) leave();
  else keepLeft(false);
  setUpChoice(erases, (wanted) => {
    decide(wanted);
    keepErasesOnExit(wanted);
  });
}

/**
 * Shift, pressed by itself often enough, leaves; until then it is told how often it is still to be pressed.
 * @param {HTMLElement} section
 * @param {() => void} leave
 */
function leaveByShift(section, leave) {
  const status = /** @type {HTMLElement} */ (section.querySelector("[aria-live]"));
  const { more = "", over = "" } = section.dataset;
  const texts = more.split("|");
  let timer = 0;

  /** @param {string} text */
  function tell(text) {
    clearTimeout(timer);
    status.textContent = text;
  }

  watchShift((count) => {
    if (count >= ENOUGH) leave();
    else if (count) {
      tell(texts[ENOUGH - 1 - count]);
      timer = setTimeout(() => tell(over), LIMIT);
    } else tell("");
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
 * @param {boolean} erases
 * @param {(wanted: boolean) => void} choose
 */
function setUpChoice(erases, choose) {
  const choice = /** @type {HTMLElement | null} */ (document.querySelector(".exit-choice"));
  if (!choice) return;
  choice.hidden = false;
  for (const box of /** @type {NodeListOf<HTMLInputElement>} */ (choice.querySelectorAll("input"))) {
    box.checked = erases === (box.value === "erase");
    box.addEventListener("change", () => choose(box.value === "erase"));
  }
}

const exit = /** @type {HTMLAnchorElement | null} */ (document.querySelector("[data-do=exit]"));
if (exit) setUp(exit);
