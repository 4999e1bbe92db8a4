// Messages for assistive technology: one live region, short texts, at most one a second, the last one wins.

const PAUSE = 1000; // milliseconds

/**
 * Make a function that announces texts in a live region.
 * @param {Element} region An element with role="status" that is in the page before any text is.
 * @returns {(text: string, told?: () => void) => void} `told` is called once the text is there.
 */
export function announcer(region) {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  return (text, told) => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      region.textContent = text;
      told?.();
    }, PAUSE);
  };
}
