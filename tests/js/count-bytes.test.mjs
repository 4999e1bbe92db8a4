// Bytes are counted while they come, and the response stays as it is.

import assert from "node:assert/strict";
import { test } from "node:test";
import { countBytes } from "../../web/js/platform/count-bytes.js";

/** A response in pieces; `type` "bytes" can be read into a piece of memory, others not. */
function inPieces(pieces, type) {
  const chunks = pieces.map((length) => new Uint8Array(length).fill(7));
  return new Response(
    new ReadableStream({
      type,
      pull(controller) {
        const chunk = chunks.shift();
        if (chunk) {
          controller.enqueue(chunk);
          return;
        }
        controller.close();
        controller.byobRequest?.respond(0);
      },
    }),
  );
}

for (const type of ["bytes", undefined]) {
  test(`every byte is counted once in a stream of type ${type}`, async () => {
    const response = inPieces([3, 2_000_000, 1], type);
    const seen = [];
    await countBytes(response, (more) => seen.push(more));
    assert.equal(seen.reduce((sum, more) => sum + more, 0), 2_000_004);
    assert.ok(seen.length >= 3);
    assert.equal((await response.arrayBuffer()).byteLength, 2_000_004);
  });
}

test("a response without a body counts nothing", async () => {
  const seen = [];
  await countBytes(new Response(null, { status: 204 }), (more) => seen.push(more));
  assert.deepEqual(seen, []);
});

test("a response that breaks off is no error here", async () => {
  const broken = new Response(
    new ReadableStream({
      start(controller) {
        controller.error(new Error("the line is cut"));
      },
    }),
  );
  const seen = [];
  await countBytes(broken, (more) => seen.push(more));
  assert.deepEqual(seen, []);
});
