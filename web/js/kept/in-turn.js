// One thing after the other in this page, and one change at a time over all tabs: the browser's locks see to that, and
// let go of a page that dies. Where it has none, the database refuses what was made from an older text.

import { ownName } from "../platform/own-name.js";

/** @type {Promise<unknown>} */
let last = Promise.resolve();

/** @param {() => Promise<void>} task */
async function locked(task) {
  let isStarted = false;
  try {
    await navigator.locks.request(ownName("ledger"), () => {
      isStarted = true;
      return task();
    });
  } catch (error) {
    if (isStarted) throw error;
    await task(); // no locks here, or none for this page
  }
}

/** What need not wait for other tabs. @param {() => void | Promise<void>} task @returns {Promise<void>} */
export function inOrder(task) {
  const turn = last.then(task);
  last = turn.catch(() => undefined);
  return turn;
}

/** What changes something. @param {() => Promise<void>} task */
export const inTurn = (task) => inOrder(() => locked(task));
