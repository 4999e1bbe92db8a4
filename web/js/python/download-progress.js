// How much of Python has come: a bar, and numbers that are spoken only now and then.

/** @typedef {import("./engine.js").EngineName} EngineName */

const MEGABYTE = 1_000_000;
const SPOKEN = 4; // times on the way, at most

/**
 * @param {HTMLElement} line With a label and a progress element.
 * @param {Record<EngineName, number>} totals Bytes of each engine.
 * @param {(text: string) => void} announce
 */
export function setUpDownloadProgress(line, totals, announce) {
  const label = /** @type {HTMLElement} */ (line.querySelector("label"));
  const bar = /** @type {HTMLProgressElement} */ (line.querySelector("progress"));
  /** @type {{engine: EngineName, done: number} | undefined} */
  let latest;
  let spoken = 0;

  function draw() {
    const now = latest;
    latest = undefined;
    if (!now || line.hidden) return; // Python has ended in the meantime
    const total = totals[now.engine];
    const done = Math.min(now.done, total);
    bar.max = total;
    bar.value = done;
    const text = (done < total ? line.dataset.fetching : line.dataset.starting) ?? "";
    label.textContent = text.replace("{done}", megabytes(done)).replace("{total}", megabytes(total));
    const part = Math.floor((SPOKEN * done) / total);
    if (part !== spoken) announce(label.textContent);
    spoken = part;
  }

  /**
   * Drawn with the next picture of the page, however many pieces come before it.
   * @param {EngineName} engine
   * @param {number} done Bytes so far, unpacked: what a host compresses is counted as the browser hands it over, for
   *   neither the length on the line nor its share is told to a page.
   */
  return (engine, done) => {
    if (!latest) requestAnimationFrame(draw);
    latest = { engine, done };
  };
}

/** @param {number} bytes */
const megabytes = (bytes) => (bytes / MEGABYTE).toFixed(1);
