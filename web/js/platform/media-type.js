// Browsers compile WebAssembly while it loads only where the host names it so.

/** @param {Response} response */
export const isWasm = (response) => response.headers.get("Content-Type") === "application/wasm";
