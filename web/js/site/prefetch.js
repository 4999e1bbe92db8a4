// Fetches Python ahead, once, when a reader comes near a link to a tool.

import { savesData } from "../platform/connection.js";

const { tools = "", ahead = "" } = document.body.dataset;
const addresses = new Set(tools.split(" ").map((tool) => new URL(tool, document.baseURI).pathname));
const NEAR = ["pointerover", "focusin", "touchstart"];

function fetchAhead() {
  const link = document.createElement("link");
  if (link.relList.supports("prefetch")) {
    link.rel = "prefetch";
    link.as = "fetch";
    link.crossOrigin = "anonymous"; // as the fetch that comes later, so that both mean the same entry of the cache
    link.href = ahead;
    document.head.append(link);
  } else {
    fetch(ahead).then((response) => response.arrayBuffer()).catch(() => {}); // the tool tries again
  }
}

/** @param {Event} event */
function comesNear(event) {
  const link = /** @type {Element} */ (event.target).closest?.("a[href]");
  if (!link || !addresses.has(/** @type {HTMLAnchorElement} */ (link).pathname) || savesData()) return;
  stop();
  fetchAhead();
}

function stop() {
  for (const name of NEAR) document.removeEventListener(name, comesNear);
}

/** Watch, except on a tool's own page: it names no address to fetch ahead, for it loads Python anyway. */
export function setUpPrefetch() {
  if (!ahead || typeof WebAssembly !== "object") return;
  for (const name of NEAR) document.addEventListener(name, comesNear, { passive: true });
}
