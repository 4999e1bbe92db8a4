// Counts the bytes of a response while they come.

const PIECE = 1 << 20; // bytes read at a time, at most

/**
 * @param {Response} response Stays as it is; its copy is counted.
 * @param {(more: number) => void} onBytes
 */
export async function countBytes(response, onBytes) {
  const body = response.clone().body;
  if (!body) return;
  const reader = readerOf(body);
  try {
    let next = await reader.read(new Uint8Array(PIECE));
    while (!next.done) {
      onBytes(next.value.length);
      next = await reader.read(new Uint8Array(next.value.buffer));
    }
  } catch {
    // The response itself fails as well, and whoever reads it finds out.
  }
}

/**
 * Reads into one piece of memory again and again, where the browser can; megabytes of waste otherwise.
 * @param {ReadableStream<Uint8Array<ArrayBuffer>>} body
 * @returns {{read: (into: Uint8Array<ArrayBuffer>) => Promise<ReadableStreamReadResult<Uint8Array<ArrayBuffer>>>}}
 */
function readerOf(body) {
  try {
    return /** @type {any} */ (body.getReader({ mode: "byob" }));
  } catch {
    return body.getReader();
  }
}
