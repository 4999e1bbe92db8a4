// What a snapshot's Python never reads, for `take_snapshot.mjs`: it becomes zeros, which the file leaves out.
//
// What knows how CPython lays something out checks what it finds: after a change there the build fails.

const BLOCK = 65_536; // bytes; the first that are asked for
const CODE = "c".charCodeAt(0); // first byte of packed bytecode, but for its high bit
const ROWS = 256; // of a table of characters, one for each first byte

/** Free blocks of the heap: take them all, the largest first, until the heap would grow. */
export function clearFreeMemory(python) {
  const taken = [];
  for (let size = BLOCK; size >= 16; size /= 2) {
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

/** The unused stack. It grows downward. */
export function clearStack(python) {
  python.HEAPU8.fill(0, python._emscripten_stack_get_end(), python._emscripten_stack_get_current());
}

/** CPython's own bytecode of the modules that it starts with: they are imported, and nobody imports them again. */
export function clearStartModules(python) {
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

// The pairs of jisx0213 are laid out in another way, and small.
const IMPORT_CODECS = `
import _codecs_cn, _codecs_hk, _codecs_jp, _codecs_kr, _codecs_tw
maps = {name: value for module in (_codecs_cn, _codecs_hk, _codecs_jp, _codecs_kr, _codecs_tw)
        for name, value in vars(module).items() if name.startswith("__map_") and not name.endswith("_pair")}
names = " ".join(maps)
`;

/**
 * CPython's East Asian characters. Only `_codecs_jp` and its like read them, and only modules that are not in the archive
 * import those. They are imported here to find the places, so no snapshot may be taken of this Python afterwards. `run` runs a text.
 * @returns {[number, number][]} The first byte of each run, and the one after its last.
 */
export function findCharacters(python, run) {
  const text = (words) => python.stringToNewUTF8(words);
  const main = python._PyImport_AddModule(text("__main__"));
  const get = (name) => python._PyObject_GetAttrString(main, text(name));
  run(python, IMPORT_CODECS);
  const names = python.UTF8ToString(python._PyUnicode_AsUTF8(get("names"))).split(" ");
  return names.flatMap((name) => {
    const capsule = python._PyDict_GetItemString(get("maps"), text(name));
    return charactersOf(python, name, python._PyCapsule_GetPointer(capsule, text("multibytecodec.map")));
  });
}

/** The runs of one map: {name, rows to encode with, rows to decode with}, each of 256 rows {characters, first, last}. */
function charactersOf(python, name, map) {
  const [charset, ...tables] = python.HEAPU32.subarray(map / 4, map / 4 + 3);
  const runs = tables.filter(Boolean).flatMap((table) =>
    Array.from({ length: ROWS }, (_, row) => {
      const [start] = python.HEAPU32.subarray(table / 4 + 2 * row);
      const [first, last] = python.HEAPU8.subarray(table + 8 * row + 4);
      return start ? [start, start + 2 * (last - first + 1)] : [0, 0];
    }),
  );
  const inPlace = runs.every(([start, end]) => start <= end && end <= python._emscripten_stack_get_end());
  if (!inPlace || `__map_${python.UTF8ToString(charset)}` !== name) throw new Error(`the characters of ${name} are not as expected`);
  return runs;
}
