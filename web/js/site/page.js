// What every page does once it is shown: the switch between day and night, and what keeps the site at hand.

import { setUpAhead } from "./ahead.js";
import { setUpNewEdition } from "./new-edition.js";
import { setUpOffline } from "./offline.js";

const button = /** @type {HTMLElement | null} */ (document.querySelector("[data-do=theme]"));
const night = matchMedia("(prefers-color-scheme: dark)");
const root = document.documentElement;

const isDark = () => (root.dataset.theme ? root.dataset.theme === "dark" : night.matches);
const bars = /** @type {NodeListOf<HTMLMetaElement>} */ (document.querySelectorAll("meta[name=theme-color]"));
const barColors = [...bars].map((bar) => bar.content);

/** The switch and the browser's own frame show what the page shows. */
function show() {
  button?.setAttribute("aria-pressed", String(isDark()));
  for (const [index, bar] of bars.entries()) {
    bar.content = root.dataset.theme ? getComputedStyle(root).backgroundColor : barColors[index];
  }
}

/**
 * Remember the choice; what agrees with the system is no choice and follows the system again.
 * @param {boolean} dark
 */
function choose(dark) {
  const chosen = dark === night.matches ? "" : dark ? "dark" : "light";
  if (chosen) root.dataset.theme = chosen;
  else delete root.dataset.theme;
  try {
    if (chosen) localStorage.setItem("theme", chosen);
    else localStorage.removeItem("theme");
  } catch {
    // Storage is refused: the choice holds for this page.
  }
}

if (button && CSS.supports("color", "light-dark(#000, #fff)")) {
  button.hidden = false;
  button.addEventListener("click", () => {
    choose(!isDark());
    show();
  });
  night.addEventListener("change", show);
  show();
}

setUpAhead();
setUpNewEdition();
if (!("python" in root.dataset)) setUpOffline(); // a tool's page starts Python first
