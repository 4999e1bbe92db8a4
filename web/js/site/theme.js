// The switch between day and night.

import { keepTheme } from "../platform/storage.js";

const night = matchMedia("(prefers-color-scheme: dark)");
const root = document.documentElement;
const bars = /** @type {NodeListOf<HTMLMetaElement>} */ (document.querySelectorAll("meta[name=theme-color]"));
const barColors = [...bars].map((bar) => bar.content);

const isDark = () => (root.dataset.theme ? root.dataset.theme === "dark" : night.matches);

/**
 * Remember the choice; what agrees with the system is no choice and follows the system again.
 * @param {boolean} dark
 */
function choose(dark) {
  const chosen = dark === night.matches ? "" : dark ? "dark" : "light";
  if (chosen) root.dataset.theme = chosen;
  else delete root.dataset.theme;
  try {
    keepTheme(chosen);
  } catch {
    // Storage is refused: the choice holds for this page.
  }
}

/** The switch appears where the browser can show both, and works. */
export function setUpTheme() {
  const button = /** @type {HTMLElement | null} */ (document.querySelector("[data-do=theme]"));
  if (!button || !CSS.supports("color", "light-dark(#000, #fff)")) return;

  /** The switch and the browser's own frame show what the page shows. */
  function show() {
    button?.setAttribute("aria-pressed", String(isDark()));
    for (const [index, bar] of bars.entries()) {
      bar.content = root.dataset.theme ? getComputedStyle(root).backgroundColor : barColors[index];
    }
  }

  button.hidden = false;
  button.addEventListener("click", () => {
    choose(!isDark());
    show();
  });
  night.addEventListener("change", show);
  show();
}
