// Waiting for what comes first.

const LONGEST = 2000; // milliseconds to wait for an idle moment
const SOON = 200; // milliseconds, where a browser does not tell when it is idle

/** Resolves when the page is loaded and has nothing else to do. @returns {Promise<void>} */
export async function idle() {
  if (document.readyState !== "complete") {
    await new Promise((resolve) => addEventListener("load", resolve, { once: true }));
  }
  await idleMoment(LONGEST, SOON);
}

/**
 * Resolves when the browser has nothing else to do.
 * @param {number} latest Milliseconds to wait for that, at most.
 * @param {number} blind Milliseconds to wait where the browser does not tell.
 * @returns {Promise<void>}
 */
export function idleMoment(latest, blind = 0) {
  return new Promise((resolve) => {
    if ("requestIdleCallback" in globalThis) requestIdleCallback(() => resolve(), { timeout: latest });
    else setTimeout(resolve, blind);
  });
}
