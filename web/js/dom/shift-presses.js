// Counts how often Shift was pressed by itself within a short time. Not Escape: after it, browsers let a page do less.

/** Milliseconds in which presses count together. */
export const LIMIT = 5000;

export class ShiftPresses {
  /** @type {number[]} When Shift was let go, of the presses that still count. */
  #times = [];
  #isAlone = false;

  /** Shift goes down. */
  down() {
    this.#isAlone = true;
  }

  /** Shift goes up. @param {number} now Milliseconds. @returns {number} How many presses count now. */
  up(now) {
    if (!this.#isAlone) return 0;
    this.#isAlone = false;
    this.#times = [...this.#times.filter((time) => now - time < LIMIT), now];
    return this.#times.length;
  }

  /** Another key, or the pointer: Shift was meant for that. */
  interrupt() {
    this.#isAlone = false;
    this.#times = [];
  }
}

/** @param {(count: number) => void} counted Told at each press how many count, and 0 where something else came. */
export function watchShift(counted) {
  const presses = new ShiftPresses();
  const interrupt = () => {
    presses.interrupt();
    counted(0);
  };
  addEventListener("keydown", ({ key, repeat }) => {
    if (key !== "Shift") interrupt();
    else if (!repeat) presses.down();
  }, true);
  addEventListener("keyup", ({ key, timeStamp }) => {
    if (key === "Shift") counted(presses.up(timeStamp));
  }, true);
  addEventListener("pointerdown", interrupt, true);
}
