// Python of this page. It begins to start when this module runs, but where a result of an earlier visit may be shown: that
// is drawn first, and builder.js starts Python.

import { hasResult } from "../builder/draft.js";
import { ScoringClient } from "./scoring-client.js";
import { today } from "../platform/today.js";

const { runtime = "", edition = "" } = document.documentElement.dataset;

export const python = new ScoringClient();

/** Start, or start again after a failure. */
export function startPython() {
  python.start({ runtime: new URL(runtime, document.baseURI).href, edition });
}

if (!hasResult([edition, today()])) startPython();
