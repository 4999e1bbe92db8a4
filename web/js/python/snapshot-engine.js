// Starts Python from a memory snapshot: one wasm file with Python's memory inside, in which `scoring` is imported.
//
// There is no file system and no way from Python to the page: whatever Python asks of this host that it does not
// know throws, and the worker goes on with Pyodide. See docs/memory-snapshot.md.

import { countBytes } from "../platform/count-bytes.js";
import { isWasm } from "../platform/media-type.js";

const FACTS_SECTION = "community-os";
const PAGE = 65_536;
const LITTLE_ENDIAN = -1;
const ERRORS_AT = 4; // bytes after the byte order
const UNITS_AT = 20;

/**
 * Fetch and compile the snapshot, on the page: the engine does both beside the main thread and while the worker
 * loads. Resolves to the reason where that fails.
 * @param {{runtime: string, edition: string}} wanted Address of the folder with the runtime's files, ending in a slash;
 *   the edition that the page is of.
 * @param {(more: number) => void} onBytes
 * @returns {Promise<WebAssembly.Module | string>}
 */
export async function compileSnapshot({ runtime, edition }, onBytes) {
  // The address is made from the content: a copy that the browser has is right however old it is. One that does not
  // compile, or is another edition's, was never right, and would lie there for a year.
  let reason;
  for (const cache of /** @type {const} */ (["force-cache", "reload"])) {
    try {
      const module = await compile(await fetch(`${runtime}frozen.wasm`, { cache }), onBytes);
      const { edition: found } = readFacts(module);
      if (found !== edition) throw new Error(`edition ${found}`);
      return module;
    } catch (error) {
      reason = `frozen.wasm: ${error}`;
    }
  }
  return `${reason}`;
}

/** @param {Response} response @param {(more: number) => void} onBytes */
async function compile(response, onBytes) {
  if (!response.ok) throw new Error(`status ${response.status}`);
  countBytes(response, onBytes);
  if (isWasm(response)) return WebAssembly.compileStreaming(response);
  return WebAssembly.compile(await response.arrayBuffer());
}

/**
 * @param {WebAssembly.Module} module
 * @returns {Promise<import("./engine.js").Engine>}
 */
export async function startSnapshot(module) {
  const facts = readFacts(module);
  const python = await instantiate(module);
  /** @type {import("./engine.js").Engine} */
  const engine = {
    name: "frozen",
    handle: (text) => call(python, facts.handle, text),
  };
  if (engine.handle(facts.request) !== facts.answer) throw new Error("frozen Python fails its check");
  return engine;
}

/**
 * @param {WebAssembly.Module} module
 * @returns {{handle: number, edition: string, request: string, answer: string}} An address, and a proof.
 */
export function readFacts(module) {
  const [section] = WebAssembly.Module.customSections(module, FACTS_SECTION);
  return JSON.parse(new TextDecoder().decode(section));
}

/**
 * @param {WebAssembly.Module} module
 * @returns {Promise<any>} The exports.
 */
export async function instantiate(module) {
  /** @type {Record<string, Function>} */
  const known = {
    emscripten_resize_heap(/** @type {number} */ wanted) {
      const missing = (wanted >>> 0) - python.memory.buffer.byteLength;
      try {
        python.memory.grow(Math.ceil(missing / PAGE));
        return 1;
      } catch {
        return 0; // Python raises MemoryError
      }
    },
    _Py_CheckEmscriptenSignals_Helper: () => 0,
    _PyEM_TrampolineCall_JS: (/** @type {number} */ index, /** @type {number[]} */ ...given) =>
      python.__indirect_function_table.get(index)(...given),
  };
  /** @type {Record<string, Record<string, any>>} */
  const imports = {};
  for (const { module: from, name, kind } of WebAssembly.Module.imports(module)) {
    imports[from] ??= {};
    // The only globals are addresses of functions for graphics, which are not there.
    imports[from][name] =
      kind === "global" ? new WebAssembly.Global({ value: "i32", mutable: true }, 0) : (known[name] ?? refuse(name));
  }
  /** @type {any} */
  const python = (await WebAssembly.instantiate(module, imports)).exports;
  return python;
}

/** @param {string} name @returns {() => never} */
const refuse = (name) => () => {
  throw new Error(`frozen Python asks for ${name}`);
};

/** @param {any} python @param {number} callee Address of a function of one text. @param {string} text */
export function call(python, callee, text) {
  const given = newText(python, text);
  const result = python.PyObject_CallOneArg(callee, given);
  python.Py_DecRef(given);
  if (!result) throw new Error("frozen Python raised an exception");
  const answer = readText(python, result);
  python.Py_DecRef(result);
  return answer;
}

/**
 * Make a Python text. It goes in as UTF-16, as JavaScript holds it: halves of characters and marks of byte order too.
 * @param {any} python
 * @param {string} text
 */
function newText(python, text) {
  const place = python.malloc(UNITS_AT + 2 * text.length) >>> 0;
  const memory = python.memory.buffer;
  new Int32Array(memory, place, 1)[0] = LITTLE_ENDIAN;
  new TextEncoder().encodeInto("surrogatepass\0", new Uint8Array(memory, place + ERRORS_AT, UNITS_AT - ERRORS_AT));
  const units = new Uint16Array(memory, place + UNITS_AT, text.length);
  for (let index = 0; index < text.length; index += 1) units[index] = text.charCodeAt(index);
  const made = python.PyUnicode_DecodeUTF16(place + UNITS_AT, 2 * text.length, place + ERRORS_AT, place);
  python.free(place);
  if (!made) throw new Error("frozen Python cannot take the text");
  return made;
}

/** @param {any} python @param {number} object A text without the character zero. */
function readText(python, object) {
  const start = python.PyUnicode_AsUTF8(object) >>> 0;
  const bytes = new Uint8Array(python.memory.buffer);
  return new TextDecoder().decode(bytes.subarray(start, bytes.indexOf(0, start)));
}
