// Runs the pinned Pyodide's CPython under Node for `site_builder/frozen.py`, and writes down its memory:
//
//   node freeze_python.mjs PYODIDE_FOLDER ARCHIVE.zip OUT.memory
//
// ARCHIVE.zip is the library of the plain way, door.py and the catalogue included. Python starts on it without
// Pyodide's own Python and JavaScript layer, imports the door, and answers the requests that come as JSON on standard
// input. Prints {pages, stack_pointer, handle, edition, answers} as JSON. The same input gives the same bytes: clocks,
// entropy, names of the machine and the time zone (set by the caller) are fixed before anything of Pyodide loads.

import { readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

const [pyodideFolder, archive, outFile] = process.argv.slice(2).map((path) => resolve(path));
const MOMENT = 1_700_000_000_000; // milliseconds; any will do
const PAGE = 65_536;
const CODE = "c".charCodeAt(0); // first byte of packed bytecode, but for its high bit

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

/** Fill every free block of the heap with zeros: take them all, the largest first, until the heap would grow. */
function clearFreeMemory(python) {
  const taken = [];
  for (let size = PAGE; size >= 16; size /= 2) {
    for (;;) {
      const top = python._sbrk(0);
      const block = python._malloc(size - 8);
      if (python._sbrk(0) !== top) {
        python._free(block);
        break;
      }
      python.HEAPU8.fill(0, block, block + size - 8);
      taken.push(block);
    }
  }
  for (const block of taken) python._free(block);
}

/** Fill CPython's own bytecode of the modules that it starts with: they are imported, and nobody imports them again. */
function clearStartModules(python) {
  const places = [python.__PyImport_FrozenBootstrap, python.__PyImport_FrozenStdlib, python.__PyImport_FrozenTest];
  const sizes = new Map(); // by address; some have two names
  for (const place of places) {
    // Each place holds the address of rows of {name, code, size, is_package}; the last row has no name.
    for (let row = python.HEAPU32[place / 4] / 4; python.HEAPU32[row]; row += 4) {
      const [code, size] = python.HEAPU32.subarray(row + 1, row + 3);
      if ((python.HEAPU8[code] & 0x7f) !== CODE) throw new Error("a table of frozen modules is not as expected");
      sizes.set(code, size);
    }
  }
  for (const [code, size] of sizes) python.HEAPU8.fill(0, code, code + size);
}

/** Run Python; its own error message is the error. */
function run(python, code) {
  const [failed, message] = python.API.rawRun(code);
  if (failed || message) throw new Error(message || "Python failed without words");
}

const REHEARSE = `
import door, json
with open("/requests.json", encoding="utf-8") as file:
    requests = json.load(file)
answers = [door.handle(request) for request in requests]
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
    gc.collect()
    gc.collect()
tidy()
del tidy
`;

stopTheWorld();
const python = await startPython();
python.FS.writeFile("/requests.json", readFileSync(0));
run(python, REHEARSE);
run(python, TIDY);
const text = (words) => python.stringToNewUTF8(words);
const door = python._PyImport_AddModule(text("door"));
const handle = python._PyObject_GetAttrString(door, text("handle"));
const edition = python._PyObject_GetAttrString(door, text("EDITION"));
clearStartModules(python);
clearFreeMemory(python);
const stackPointer = python._emscripten_stack_get_current();
python.HEAPU8.fill(0, python._emscripten_stack_get_end(), stackPointer); // the stack grows downward
// The engine decides how Python calls functions of a wrong type. Zero means the way through JavaScript.
const trampoline = python.__PyRuntime + python.HEAP32[python.__PyEM_EMSCRIPTEN_TRAMPOLINE_OFFSET / 4];
python.HEAPU32[trampoline / 4] = 0;
writeFileSync(outFile, python.HEAPU8);
const answers = JSON.parse(python.FS.readFile("/answers.json", { encoding: "utf8" }));
const pages = python.HEAPU8.length / PAGE;
process.stdout.write(JSON.stringify({ pages, stack_pointer: stackPointer, handle, edition, answers }));
