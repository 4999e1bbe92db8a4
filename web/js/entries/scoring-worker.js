// The worker that Python lives in. It starts one engine, then passes text. Of which edition a snapshot is, the page has
// looked at; the plain engine is asked here. Whatever stops the snapshot, at the start or in the middle of an answer, Pyodide takes over and answers.
//
// In:  {start: {runtime, edition, isAgain, snapshot}} once; {id, text}, also before that.
// Out: {state: "ready", engine}, {state: "loading"} while another engine starts, {state: "failed", reason} as the
//      last; {bytes} of what Pyodide loaded so far; {id, text} or {id, error}.

import { startPyodide } from "../python/pyodide-engine.js";
import { startSnapshot } from "../python/snapshot-engine.js";

/** @typedef {import("../python/engine.js").Engine} Engine */
/** @typedef {{runtime: string, edition: string, isAgain: boolean, snapshot: WebAssembly.Module | string}} Start */

/** @type {(wanted: Start) => void} */
let begin;
/** @type {Promise<Start>} */
const wanted = new Promise((resolve) => {
  begin = resolve;
});
/** @type {Promise<Engine>} */
let engine = wanted.then(start);
tell(engine);

/** @param {Start} wanted @returns {Promise<Engine>} */
async function start({ snapshot }) {
  if (typeof snapshot === "string") return startAgain(snapshot);
  try {
    return await startSnapshot(snapshot);
  } catch (error) {
    return startAgain(reasonOf(error));
  }
}

/** @param {string} reason @returns {Promise<Engine>} */
async function startAgain(reason) {
  console.warn(`Python: ${reason}; the plain engine takes over`);
  const { runtime, edition, isAgain } = await wanted;
  let bytes = 0;
  const count = (/** @type {number} */ more) => postMessage({ bytes: (bytes += more) });
  const started = await startPyodide(runtime, count, isAgain);
  if (started.edition === edition) return started;
  throw new Error(`the page is edition ${edition}, Python is edition ${started.edition}; load the page again`);
}

/** @param {Promise<Engine>} starting */
function tell(starting) {
  starting.then(
    ({ name }) => postMessage({ state: "ready", engine: name }),
    (error) => postMessage({ state: "failed", reason: reasonOf(error) }),
  );
}

/** @param {string} text */
async function answer(text) {
  const asked = engine;
  const running = await asked;
  try {
    return running.handle(text);
  } catch (error) {
    if (running.name === "plain") throw error;
    if (engine === asked) {
      // the first of the waiting requests to meet the fault
      postMessage({ state: "loading" });
      engine = startAgain(reasonOf(error));
      tell(engine);
    }
    return (await engine).handle(text);
  }
}

/** @param {unknown} error */
const reasonOf = (error) => (error instanceof Error ? error.message : String(error));

addEventListener("message", async ({ data }) => {
  if (data.start) {
    begin(data.start);
    return;
  }
  try {
    postMessage({ id: data.id, text: await answer(data.text) });
  } catch (error) {
    postMessage({ id: data.id, error: reasonOf(error) });
  }
});
