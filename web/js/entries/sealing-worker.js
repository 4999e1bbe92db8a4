// The worker that seals and opens texts: the page does not stand still while a passphrase is counted, and keys are
// gone when the worker is ended.
//
// In: {id, task, given}, a task of kept/age-files.js. Out: {id, value}, or {id, error}.

import * as tasks from "../kept/age-files.js";

/** @type {Record<string, (...given: any[]) => unknown>} */
const known = tasks;

addEventListener("message", async ({ data: { id, task, given } }) => {
  try {
    postMessage({ id, value: await known[task](...given) });
  } catch (error) {
    postMessage({ id, error: String(error) });
  }
});
