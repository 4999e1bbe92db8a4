// Starts Python as Pyodide: by its public options, with our own small archive as its library.

import { countBytes } from "../platform/count-bytes.js";
import { isWasm } from "../platform/media-type.js";

const MODULES = ["pyodide.mjs", "pyodide.asm.mjs"]; // imported, for which no browser can be told to ask the host

/**
 * @param {string} runtime Address of the folder with the runtime's files, ending in a slash.
 * @param {(more: number) => void} onBytes
 * @param {boolean} isAgain Whether it has failed before, so that no file which the browser has is trusted.
 * @returns {Promise<import("./engine.js").Engine & {edition: string}>}
 */
export async function startPyodide(runtime, onBytes, isAgain) {
  countFetches(onBytes, isAgain ? "reload" : "default");
  takeAnyMediaType();
  if (isAgain) await Promise.all(MODULES.map((name) => fetch(`${runtime}${name}`)));
  const { loadPyodide } = await import(`${runtime}pyodide.mjs`);
  const trouble = wasmTrouble();
  const pyodide = await Promise.race([
    loadPyodide({ indexURL: runtime, stdLibURL: `${runtime}python.zip` }),
    trouble,
  ]);
  const entry = pyodide.pyimport("entry");
  return { name: "plain", edition: entry.EDITION, handle: (text) => entry.handle(text) };
}

/** Count what Pyodide fetches. @param {(more: number) => void} onBytes @param {RequestCache} cache */
function countFetches(onBytes, cache) {
  const original = globalThis.fetch;
  globalThis.fetch = async (address, how) => {
    const response = await original(address, { cache, ...how });
    countBytes(response, onBytes);
    return response;
  };
}

/** Pyodide gives up where the host does not call the wasm file WebAssembly. Here it is compiled when it has come. */
function takeAnyMediaType() {
  const streaming = WebAssembly.instantiateStreaming;
  WebAssembly.instantiateStreaming = async (source, imports) => {
    const response = await source;
    if (isWasm(response)) return streaming(response, imports);
    return WebAssembly.instantiate(await response.arrayBuffer(), imports);
  };
}

/**
 * Rejects when the wasm file is missing or damaged. Pyodide writes a warning then, and would wait for ever.
 * @returns {Promise<never>}
 */
function wasmTrouble() {
  return new Promise((_, reject) => {
    for (const name of /** @type {const} */ (["instantiate", "instantiateStreaming"])) {
      const original = /** @type {(...given: any[]) => Promise<any>} */ (WebAssembly[name]);
      /** @type {any} */ (WebAssembly)[name] = (/** @type {any[]} */ ...given) => {
        const made = original.apply(WebAssembly, given);
        made.catch(reject);
        return made;
      };
    }
  });
}
