// Requests to the worker, its states, and an end to every wait.

import assert from "node:assert/strict";
import { afterEach, beforeEach, mock, test } from "node:test";

const WANTED = { runtime: "https://example.org/runtime/x/", edition: "e" };

let workers;

/** A worker that does only what a test says. */
class FakeWorker {
  sent = [];
  listeners = {};
  isTerminated = false;

  constructor() {
    workers.push(this);
  }

  addEventListener(type, listener) {
    this.listeners[type] = listener;
  }

  postMessage(message) {
    this.sent.push(message);
  }

  terminate() {
    this.isTerminated = true;
  }

  say(data) {
    this.listeners.message({ data });
  }
}

const { ScoringClient } = await import("../../web/js/python/scoring-client.js");

function listening() {
  const client = new ScoringClient();
  const states = [];
  const bytes = [];
  client.listen(
    (state, reason) => states.push(reason ? `${state}: ${reason}` : state),
    (engine, done) => bytes.push([engine, done]),
  );
  return { client, states, bytes };
}

/** After everything that waits for nothing but its turn. */
async function settled() {
  for (let turn = 0; turn < 4; turn += 1) await new Promise(setImmediate);
}

/** A client whose Python is ready. */
function started() {
  const made = listening();
  made.client.start(WANTED);
  workers.at(-1).say({ state: "ready", engine: "frozen" });
  return made;
}

beforeEach(() => {
  workers = [];
  globalThis.Worker = FakeWorker;
  mock.method(globalThis, "fetch", () => Promise.resolve(new Response("", { status: 404 })));
  mock.timers.enable({ apis: ["setTimeout"] });
});

afterEach(() => {
  mock.timers.reset();
  mock.restoreAll();
});

test("whoever listens late hears the state as it is", () => {
  const { client } = started();
  const heard = [];
  client.listen((state) => heard.push(state), () => {});
  assert.deepEqual(heard, ["ready"]);
});

test("what is asked before the start waits for it", async () => {
  const { client, states } = listening();
  const answer = client.ask({ do: "builder" });
  client.start(WANTED);
  const [worker] = workers;
  assert.deepEqual(worker.sent[0], { id: 1, text: '{"do":"builder"}' });
  worker.say({ state: "ready", engine: "plain" });
  worker.say({ id: 1, text: '{"ok":true}' });
  assert.deepEqual(await answer, { ok: true });
  assert.deepEqual([states, client.engine], [["idle", "loading", "ready"], "plain"]);
});

test("answers find their requests in any order, and an error is one request's own", async () => {
  const { client } = started();
  const [first, second, third] = ["1", "2", "3"].map((text) => client.askText(text));
  const [worker] = workers;
  worker.say({ id: 3, text: "c" });
  worker.say({ id: 2, error: "no" });
  worker.say({ id: 1, text: "a" });
  assert.deepEqual([await first, await third], ["a", "c"]);
  await assert.rejects(second, /^Error: no$/);
  assert.equal(client.state, "ready");
});

test("the worker gets the snapshot, or the reason why there is none", async () => {
  listening().client.start(WANTED);
  await settled();
  assert.deepEqual(workers[0].sent, [{ start: { ...WANTED, isAgain: false, snapshot: "frozen.wasm: Error: status 404" } }]);
});

test("bytes of both engines are told", () => {
  const { client, bytes } = listening();
  client.start(WANTED);
  workers[0].say({ bytes: 5 });
  assert.deepEqual(bytes, [["plain", 5]]);
});

test("a failed start is tried once more with files that are asked for again, and what waits is asked there", async () => {
  const { client, states } = listening();
  const answer = client.askText("1");
  client.start(WANTED);
  workers[0].say({ state: "failed", reason: "damaged" });
  await settled();
  const [first, second] = workers;
  assert.deepEqual([first.isTerminated, second.sent[0]], [true, { id: 1, text: "1" }]);
  assert.equal(second.sent[1].start.isAgain, true);
  const asked = globalThis.fetch.mock.calls.map(({ arguments: [url, { cache }] }) => `${url.split("/").at(-1)} ${cache}`);
  const again = asked.slice(asked.indexOf("scoring-worker.js reload"));
  assert.deepEqual([again[0], again.includes("frozen.wasm force-cache")], ["scoring-worker.js reload", true]);
  second.say({ state: "ready", engine: "plain" });
  second.say({ id: 1, text: "a" });
  assert.equal(await answer, "a");
  assert.deepEqual(states, ["idle", "loading", "loading", "ready"]);
});

test("a start that fails twice rejects what waits, and a new start asks nothing old", async () => {
  const { client, states } = listening();
  const answer = client.askText("1");
  client.start(WANTED);
  workers[0].say({ state: "failed", reason: "damaged" });
  await settled();
  workers[1].say({ state: "failed", reason: "damaged" });
  await assert.rejects(answer, /damaged/);
  await assert.rejects(client.askText("2"), /not running/);
  client.start(WANTED);
  await settled();
  assert.deepEqual([workers[1].isTerminated, workers[2].sent.map(({ id }) => id)], [true, [undefined]]);
  assert.equal(workers[2].sent[0].start.isAgain, true);
  assert.deepEqual(states, ["idle", "loading", "loading", "failed: damaged", "loading"]);
});

test("a Python that is not ready in two minutes has failed", () => {
  const { client, states } = listening();
  client.start(WANTED);
  mock.timers.tick(119_999);
  assert.equal(client.state, "loading");
  mock.timers.tick(1);
  assert.equal(states.at(-1), "failed: Python took too long to start");
});

test("a Python that was ready and does not answer in five seconds has failed", async () => {
  const { client } = started();
  const answer = client.askText("1");
  mock.timers.tick(4_999);
  assert.equal(client.state, "ready");
  mock.timers.tick(1);
  await assert.rejects(answer, /did not answer/);
  assert.equal(client.state, "failed");
});

test("any sign of life begins the wait anew, and without requests there is none", () => {
  const { client } = started();
  client.askText("1");
  client.askText("2");
  mock.timers.tick(4_000);
  workers[0].say({ id: 1, text: "a" });
  mock.timers.tick(4_000);
  assert.equal(client.state, "ready");
  workers[0].say({ id: 2, text: "b" });
  mock.timers.tick(60_000);
  assert.equal(client.state, "ready");
});

test("while another engine takes over nobody is impatient", () => {
  const { client } = started();
  client.askText("1");
  workers[0].say({ state: "loading" });
  mock.timers.tick(60_000);
  assert.deepEqual([client.state, client.engine], ["loading", ""]);
});

test("a worker that cannot be loaded, or made, is told", async () => {
  const { client, states } = listening();
  client.start(WANTED);
  workers[0].listeners.error({ message: "" });
  await settled();
  workers[1].listeners.error({ message: "" });
  globalThis.Worker = class {
    constructor() {
      throw new Error("blocked");
    }
  };
  client.start(WANTED);
  await settled();
  assert.deepEqual(states.slice(3), ["failed: the worker could not be loaded", "loading", "failed: Error: blocked"]);
});

test("a browser without WebAssembly is told so, and nothing is loaded", async () => {
  const { client, states } = listening();
  const answer = client.askText("1");
  const whole = globalThis.WebAssembly;
  globalThis.WebAssembly = undefined;
  client.start(WANTED);
  globalThis.WebAssembly = whole;
  await assert.rejects(answer, /does not run WebAssembly/);
  assert.deepEqual([states.at(-1), workers], ["unavailable: this browser does not run WebAssembly", []]);
});
