// Finds out which functions of a memory snapshot run, for `site_builder/runtime/prune.py`:
//
//   node survey.mjs ENGINE.js INSTRUMENTED.wasm EXERCISE.py NOTES_AT COUNT OUT < requests.json
//
// Every function of INSTRUMENTED.wasm writes a byte to memory from NOTES_AT on when it runs. The requests are answered, the
// function exercise(text) of EXERCISE.py runs, and the COUNT bytes are written to OUT.

import { readFileSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";

const [engineFile, instrumentedFile, exerciseFile, notesAt, count, outFile] = process.argv.slice(2);
const { call, instantiate, readFacts } = await import(pathToFileURL(resolve(engineFile)).href);
const module = await WebAssembly.compile(readFileSync(instrumentedFile));
const python = await instantiate(module);
const { handle } = readFacts(module);

/** A C text that is never freed. @param {string | Buffer} words */
function newWords(words) {
  const bytes = Buffer.concat([Buffer.from(words), Buffer.alloc(1)]);
  const place = python.malloc(bytes.length);
  new Uint8Array(python.memory.buffer).set(bytes, place);
  return place;
}

if (python.PyRun_SimpleString(newWords(readFileSync(exerciseFile)))) throw new Error(`${exerciseFile} failed`);
const main = python.PyImport_AddModule(newWords("__main__"));
const exercise = python.PyObject_GetAttrString(main, newWords("exercise"));
// Readers compile no Python: what ran so far does not count.
new Uint8Array(python.memory.buffer, Number(notesAt), Number(count)).fill(0);
for (const request of JSON.parse(readFileSync(0, "utf8"))) call(python, handle, request);
call(python, exercise, "");
if (python.malloc(1) > Number(notesAt)) throw new Error("the heap grew into the notes");
writeFileSync(outFile, new Uint8Array(python.memory.buffer, Number(notesAt), Number(count)));
