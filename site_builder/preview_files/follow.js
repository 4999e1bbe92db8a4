// Loads the page anew when the site was built anew. Only the preview serves this, and dist/ knows nothing of it.

const { edition } = document.currentScript.dataset;
const AGAIN = 1000;
/** @type {AbortController | undefined} */
let asked;

/** Wait for another edition. A page that nobody sees asks for none: a browser has few connections to one server. */
async function follow() {
  asked?.abort();
  if (document.hidden) return;
  asked = new AbortController();
  const { signal } = asked;
  while (!signal.aborted) {
    try {
      const answer = await fetch(`/preview/edition?seen=${edition}`, { signal });
      if ((await answer.text()) !== edition) return location.reload();
    } catch {
      await new Promise((go) => { setTimeout(go, AGAIN); }); // the preview has been stopped, or the page left
    }
  }
}

document.addEventListener("visibilitychange", follow);
follow();
