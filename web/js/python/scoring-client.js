// The page's side of the worker: requests by id, states, and an end to every wait.

import { scriptAddress } from "../platform/trusted-types.js";
import { compileSnapshot } from "./snapshot-engine.js";

/** @import { Answer, Request } from "../../types/scoring" */
/** @typedef {import("./engine.js").EngineName} EngineName */
/** @typedef {"idle" | "loading" | "ready" | "failed" | "unavailable"} State */
/**
 * @typedef {{
 *   state?: State, engine?: EngineName, reason?: string, bytes?: number, id?: number, text?: string, error?: string
 * }} Message
 */
/** @typedef {{text: string, resolve: (text: string) => void, reject: (error: Error) => void}} Waiting */

const START_LIMIT = 120_000; // milliseconds; a very slow line still gets there
const ANSWER_LIMIT = 5_000; // milliseconds; an answer takes some thousandths of that

export class ScoringClient {
  /** @type {State} */
  state = "idle";
  /** @type {EngineName | ""} */
  engine = ""; // until one is ready
  #reason = "";
  /** @type {Map<number, Waiting>} */
  #waiting = new Map();
  #lastId = 0;
  #wanted = { runtime: "", edition: "" };
  #isAgain = false;
  /** @type {Worker | undefined} */
  #worker;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #limit;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #patience;
  /** @type {(state: State, reason: string) => void} */
  #onState = () => {};
  /** @type {(engine: EngineName, bytes: number) => void} */
  #onProgress = () => {};

  /**
   * @param {(state: State, reason: string) => void} onState Called with the state as it is, and at every change.
   * @param {(engine: EngineName, bytes: number) => void} onProgress Called with what has come so far.
   */
  listen(onState, onProgress) {
    this.#onState = onState;
    this.#onProgress = onProgress;
    onState(this.state, this.#reason);
  }

  /**
   * Start Python. What goes wrong ends in the state `failed` or `unavailable`, never in silence.
   * @param {{runtime: string, edition: string}} wanted
   */
  start(wanted) {
    if (typeof WebAssembly !== "object") {
      this.#end("unavailable", "this browser does not run WebAssembly");
      return;
    }
    this.#wanted = wanted;
    this.#begin(this.state === "failed");
  }

  /** @param {boolean} isAgain Whether it has failed before, so that no file which the browser has is trusted. */
  async #begin(isAgain) {
    this.#isAgain = isAgain;
    this.#enter("loading");
    if (isAgain) await fetch(`${scriptAddress("python")}`, { cache: "reload" }).catch(() => {});
    if (this.state === "loading") this.#launch();
  }

  #launch() {
    try {
      this.#worker = new Worker(scriptAddress("python"), { type: "module" });
    } catch (error) {
      this.#fail(String(error));
      return;
    }
    const worker = this.#worker;
    worker.addEventListener("message", ({ data }) => this.#receive(data));
    worker.addEventListener("error", (event) => this.#tryAgain(event.message || "the worker could not be loaded"));
    for (const [id, { text }] of this.#waiting) worker.postMessage({ id, text }); // asked before
    let bytes = 0;
    const count = (/** @type {number} */ more) => this.#onProgress("frozen", (bytes += more));
    const begin = (/** @type {WebAssembly.Module | string} */ snapshot) =>
      worker.postMessage({ start: { ...this.#wanted, isAgain: this.#isAgain, snapshot } });
    compileSnapshot(this.#wanted, count).then(begin);
  }

  /**
   * Ask `scoring` something; resolves to its answer, rejects when Python has ended or dies. Before the start it
   * waits.
   * @template {Request} R
   * @param {R} request
   * @returns {Promise<Answer<R>>}
   */
  async ask(request) {
    return JSON.parse(await this.askText(JSON.stringify(request)));
  }

  /**
   * The same with the request and the answer as text.
   * @param {string} text
   * @returns {Promise<string>}
   */
  askText(text) {
    if (this.state === "failed" || this.state === "unavailable") return Promise.reject(new Error("Python is not running"));
    this.#lastId += 1;
    const id = this.#lastId;
    this.#worker?.postMessage({ id, text });
    const answer = /** @type {Promise<string>} */ (
      new Promise((resolve, reject) => this.#waiting.set(id, { text, resolve, reject }))
    );
    this.#watch();
    return answer;
  }

  /** A worker that the browser stopped tells nobody. So a started Python that does not answer has failed. */
  #watch() {
    clearTimeout(this.#patience);
    if (this.state !== "ready" || this.#waiting.size === 0) return;
    this.#patience = setTimeout(() => this.#fail("Python did not answer"), ANSWER_LIMIT);
  }

  /** @param {Message} message See scoring-worker.js. */
  #receive(message) {
    if (message.state === "failed") this.#tryAgain(message.reason ?? "");
    else if (message.state) {
      this.engine = message.engine ?? "";
      this.#enter(message.state);
    } else if (message.bytes) this.#onProgress("plain", message.bytes);
    else {
      const { id = 0, text = "" } = message;
      const waiting = this.#waiting.get(id);
      this.#waiting.delete(id);
      if (message.error === undefined) waiting?.resolve(text);
      else waiting?.reject(new Error(message.error));
    }
    this.#watch();
  }

  /** @param {State} state */
  #enter(state, reason = "") {
    clearTimeout(this.#limit);
    if (state === "loading") {
      this.#limit = setTimeout(() => this.#fail("Python took too long to start"), START_LIMIT);
    }
    this.state = state;
    this.#reason = reason;
    this.#onState(state, reason);
  }

  /** A wrong file that the browser keeps would be wrong at every start: it is asked for again, once. @param {string} reason */
  #tryAgain(reason) {
    if (this.#isAgain || this.state !== "loading") {
      this.#fail(reason);
      return;
    }
    this.#worker?.terminate();
    this.#worker = undefined;
    this.#begin(true);
  }

  /** @param {string} reason */
  #fail(reason) {
    this.#worker?.terminate();
    this.#worker = undefined;
    this.#end("failed", reason);
  }

  /** @param {"failed" | "unavailable"} state @param {string} reason */
  #end(state, reason) {
    for (const { reject } of this.#waiting.values()) reject(new Error(reason));
    this.#waiting.clear();
    this.#watch();
    this.#enter(state, reason);
  }
}
