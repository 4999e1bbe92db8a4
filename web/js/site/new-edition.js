// A newer edition of the site is offered and never forced: the page is loaded again when the reader says so.

import { container, ownWorker } from "./offline.js";

const line = /** @type {HTMLElement} */ (document.querySelector(".new-edition p"));
const button = /** @type {HTMLElement} */ (line.querySelector("[data-do=new-edition]"));

let chosen = false;

/** @param {ServiceWorkerRegistration} registration */
function watch(registration) {
  const offer = () => {
    if (registration.waiting && ownWorker()) line.hidden = false;
  };
  registration.addEventListener("updatefound", () => {
    registration.installing?.addEventListener("statechange", offer);
  });
  offer();
}

async function use() {
  chosen = true;
  const waiting = (await container?.getRegistration())?.waiting;
  if (waiting) waiting.postMessage({ do: "activate" });
  else location.reload(); // it was chosen in another tab
}

/** Watch for newer editions. */
export function setUpNewEdition() {
  if (!container) return;
  let kept = Boolean(ownWorker());
  container.ready.then(watch);
  container.addEventListener("controllerchange", () => {
    if (chosen) location.reload();
    else if (kept) line.hidden = false; // chosen in another tab; without a change before, it is the first edition
    kept = true;
  });
  button.addEventListener("click", use);
}
