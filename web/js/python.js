// Python of this page. It begins to start when this module runs.

import { ScoringClient } from "./scoring-client.js";

const { runtime = "", edition = "" } = document.documentElement.dataset;

export const python = new ScoringClient();

/** Start, or start again after a failure. */
export function startPython() {
  python.start({ runtime: new URL(runtime, document.baseURI).href, edition });
}

startPython();
