// Python of this page. It begins to start with this file, before the page has been read to its end.

import { ScoringClient } from "./scoring-client.js";

const { runtime = "", edition = "" } = document.documentElement.dataset;

export const python = new ScoringClient();

/** Start, or start again after a failure. */
export function startPython() {
  python.start({ runtime: new URL(runtime, document.baseURI).href, edition });
}

startPython();
