// Python of this page, whichever tool it is.

import { today } from "../platform/today.js";
import { ScoringClient } from "./scoring-client.js";
import { mayHaveResult } from "./stored-result.js";

const { runtime = "", edition = "" } = document.documentElement.dataset;

export const python = new ScoringClient();

/** Start, or start again after a failure. */
export function startPython() {
  python.start({ runtime: new URL(runtime, document.baseURI).href, edition });
}

/**
 * Start at once, except where a result of an earlier visit may be shown: that is drawn first, and then the tool
 * starts Python.
 * @param {import("../platform/store.js").Tool} tool
 */
export function startEarly(tool) {
  if (!mayHaveResult(tool, [edition, today()])) startPython();
}
