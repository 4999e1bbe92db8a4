// Runs the pinned Pyodide's CPython under Node for `site_builder/runtime/snapshot.py`, and writes down its memory:
//
//   node take_snapshot.mjs PYODIDE_FOLDER ARCHIVE.zip OUT.memory
//
// ARCHIVE.zip is the library of the plain engine, entry.py and the catalogue included. Python starts on it without
// Pyodide's own Python and JavaScript layer, imports the entry, and answers the requests that come as JSON on standard
// input. Prints {pages, stack_pointer, handle, edition, answers} as JSON. The same input gives the same bytes: clocks,
// entropy, names of the machine and the time zone (set by the caller) are fixed before anything of Pyodide loads.

import { readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

import { clearFreeMemory, clearStack, clearStartModules, findCharacters } from "./unused_memory.mjs";

const [pyodideFolder, archive, outFile] = process.argv.slice(2).map((path) => resolve(path));
const MOMENT = 1_700_000_000_000; // milliseconds; any will do
const PAGE = 65_536;

/** Take away everything that differs between two runs or two machines. */
function stopTheWorld() {
  let seed = 0x12345678;
  const RealDate = Date;
  globalThis.Date = class extends RealDate {
    constructor(...given) {
      super(...(given.length ? given : [MOMENT]));
    }

    static now() {
      return MOMENT;
    }
  };
  performance.now = () => 0;
  Object.defineProperty(globalThis, "navigator", { value: { userAgent: "build", platform: "build" } });
  crypto.getRandomValues = (view) => {
    for (let index = 0; index < view.length; index += 1) {
      seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
      view[index] = seed >>> 24;
    }
    return view;
  };
}

/** CPython in the Emscripten module, with files and environment that Pyodide's bootstrap would give it. */
async function startPython() {
  const { default: createModule } = await import(pathToFileURL(join(pyodideFolder, "pyodide.asm.mjs")).href);
  const [major, minor] = JSON.parse(readFileSync(join(pyodideFolder, "pyodide-lock.json"))).info.python.split(".");
  const prepare = ({ FS, ENV }) => {
    FS.mkdirTree(`/lib/python${major}.${minor}/lib-dynload`);
    FS.mkdirTree("/home/pyodide");
    FS.chdir("/home/pyodide");
    FS.writeFile(`/lib/python${major}${minor}.zip`, readFileSync(archive));
    for (const name of Object.keys(ENV)) delete ENV[name];
    Object.assign(ENV, { HOME: "/home/pyodide", LANG: "C.UTF-8", PYTHONHASHSEED: "0", PYTHONINSPECT: "1" });
  };
  const instantiateWasm = (imports, receive) => {
    imports.env.Jsv_GetError_import ??= () => null;
    imports.env.JsvError_Check ??= () => 0;
    const bytes = readFileSync(join(pyodideFolder, "pyodide.asm.wasm"));
    WebAssembly.instantiate(bytes, imports).then(({ instance, module }) => receive(instance, module));
    return {};
  };
  const API = { config: { jsglobals: {}, args: [], env: {} }, runtimeEnv: { IN_NODE: true } };
  const preRun = [prepare];
  return createModule({ API, preRun, instantiateWasm, arguments: [], thisProgram: "python", locateFile: (name) => name });
}

/** Run Python; its own error message is the error. */
function run(python, code) {
  const [failed, message] = python.API.rawRun(code);
  if (failed || message) throw new Error(message || "Python failed without words");
}

const ANSWER_ALL = `
import entry, json
with open("/requests.json", encoding="utf-8") as file:
    requests = json.load(file)
answers = [entry.handle(request) for request in requests]
with open("/answers.json", "w", encoding="utf-8") as file:
    json.dump(answers, file)
del json, file, requests, answers
`;
const TIDY = `
def tidy():
    import gc, linecache, sys, zipimport
    sys.path_importer_cache.clear()
    zipimport._zip_directory_cache.clear()
    linecache.clearcache()
    sys.stdin = sys.__stdin__ = None  # its buffer, 128 kB, holds what was in that memory before
    gc.collect()
    gc.collect()
tidy()
del tidy
`;

stopTheWorld();
const python = await startPython();
python.FS.writeFile("/requests.json", readFileSync(0));
run(python, ANSWER_ALL);
run(python, TIDY);
const text = (words) => python.stringToNewUTF8(words);
const entry = python._PyImport_AddModule(text("entry"));
const handle = python._PyObject_GetAttrString(entry, text("handle"));
const edition = python.UTF8ToString(python._PyUnicode_AsUTF8(python._PyObject_GetAttrString(entry, text("EDITION"))));
const stackPointer = python._emscripten_stack_get_current();
clearStartModules(python);
clearFreeMemory(python);
clearStack(python);
// The engine decides how Python calls functions of a wrong type. Zero means the way through JavaScript.
const trampoline = python.__PyRuntime + python.HEAP32[python.__PyEM_EMSCRIPTEN_TRAMPOLINE_OFFSET / 4];
python.HEAPU32[trampoline / 4] = 0;
const memory = python.HEAPU8.slice();
for (const [start, end] of findCharacters(python, run)) memory.fill(0, start, end);
writeFileSync(outFile, memory);
const answers = JSON.parse(python.FS.readFile("/answers.json", { encoding: "utf8" }));
const pages = memory.length / PAGE;
process.stdout.write(JSON.stringify({ pages, stack_pointer: stackPointer, handle, edition, answers }));
