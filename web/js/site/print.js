// The button that prints a page made for paper; the browser's own command does the same.

/** It appears where it works. */
export function setUpPrint() {
  const button = /** @type {HTMLElement | null} */ (document.querySelector("[data-do=print]"));
  if (!button) return;
  button.hidden = false;
  button.addEventListener("click", () => print());
}
