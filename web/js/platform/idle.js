// Waiting for what comes first.

const LONGEST = 2000; // milliseconds to wait for an idle moment
const SOON = 200; // milliseconds, where a browser does not tell when it is idle

/** Resolves when the page is loaded and has nothing else to do. @returns {Promise<void>} */
export async function idle() {
  if (document.readyState !== "complete") await new Promise((resolve) => addEventListener("load", resolve, { once: true }));
  await new Promise((resolve) => {
    if ("requestIdleCallback" in globalThis) requestIdleCallback(resolve, { timeout: LONGEST });
    else setTimeout(resolve, SOON);
  });
}
