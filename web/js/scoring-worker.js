// The worker that Python lives in. It starts one engine, proves that it is the page's edition, then passes text.
//
// In:  {start: {runtime, edition}} once, then {id, text}.
// Out: {state: "ready"} or {state: "failed", reason} once, then {id, text} or {id, error}.

import { startPlain } from "./plain-engine.js";

/** @type {Promise<import("./plain-engine.js").Engine>} */
let engine;

/** @param {{runtime: string, edition: string}} wanted */
async function start({ runtime, edition }) {
  const started = await startPlain(runtime);
  if (started.edition !== edition) {
    throw new Error(`the page is edition ${edition}, Python is edition ${started.edition}; load the page again`);
  }
  return started;
}

/** @param {unknown} error */
const reasonOf = (error) => (error instanceof Error ? error.message : String(error));

addEventListener("message", async ({ data }) => {
  if (data.start) {
    engine = start(data.start);
    engine.then(
      () => postMessage({ state: "ready" }),
      (error) => postMessage({ state: "failed", reason: reasonOf(error) }),
    );
    return;
  }
  try {
    postMessage({ id: data.id, text: (await engine).handle(data.text) });
  } catch (error) {
    postMessage({ id: data.id, error: reasonOf(error) });
  }
});
