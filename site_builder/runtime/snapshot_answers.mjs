// Asks a memory snapshot under Node, through the very host that readers get:
//
//   node snapshot_answers.mjs ENGINE.js SNAPSHOT.wasm < requests.json
//
// Prints the answers as a JSON list.

import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";

const [engineFile, snapshotFile] = process.argv.slice(2).map((path) => resolve(path));
const { startSnapshot } = await import(pathToFileURL(engineFile).href);
const engine = await startSnapshot(await WebAssembly.compile(readFileSync(snapshotFile)));
const requests = JSON.parse(readFileSync(0, "utf8"));
process.stdout.write(JSON.stringify(requests.map((request) => engine.handle(request))));
