// Runs the pinned Pyodide under Node for `site_builder/runtime/collect.py`:
//
//   node pyodide_archive.mjs compile PYODIDE_FOLDER PACKED.zip OUT.zip < requests.json
//     PACKED.zip holds sources and data (entry.py, scoring/, practices.json). The stock library answers the sample
//     requests once; the modules that got loaded are those that are needed. That very Python compiles them to
//     bytecode, and OUT.zip holds them, without the data.
//   node pyodide_archive.mjs answer PYODIDE_FOLDER ARCHIVE.zip < requests.json
//     Starts on ARCHIVE.zip alone, as the browser does, and prints the answers as a JSON list. A module that
//     is missing fails here and not at a reader's.

import { readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

const [task, ...paths] = process.argv.slice(2);
const [pyodideFolder, inFile, outFile] = paths.map((path) => resolve(path));
const { loadPyodide } = await import(pathToFileURL(join(pyodideFolder, "pyodide.mjs")).href);
const requests = JSON.parse(readFileSync(0, "utf8"));
// PYTHONNODEBUGRANGES: bytecode knows its lines and not its columns, which only tracebacks would show.
const env = { HOME: "/home/pyodide", PYTHONHASHSEED: "0", PYTHONNODEBUGRANGES: "1" };
const fixed = { indexURL: pyodideFolder, env };
const answers = (pyodide) => requests.map((request) => pyodide.pyimport("entry").handle(request));

const COMPILE = `
import ast, importlib._bootstrap_external as external, importlib.util, sys, zipfile

library = next(path for path in sys.path if path.endswith(".zip") and path != "/packed.zip")
loaded = {getattr(module, "__file__", None) for module in list(sys.modules.values())}

def bytecode(source, path, tree):
    code = compile(tree, path, "exec", dont_inherit=True, optimize=2)  # without docstrings
    return external._code_to_hash_pyc(code, importlib.util.source_hash(source), False)

def without_annotations(source):
    """Of functions, which nobody asks for; those of classes are what dataclasses are made from."""
    tree = ast.parse(source)
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef):
            node.returns = None
        elif isinstance(node, ast.arg):
            node.annotation = None
    return tree

compiled = {}
for path in (library, "/packed.zip"):
    archive = zipfile.ZipFile(path)
    for name in archive.namelist():
        if f"{path}/{name}" in loaded:
            source = archive.read(name)
            tree = source if path == library else without_annotations(source)
            compiled[name + "c"] = bytecode(source, f"{library}/{name}", tree)

with zipfile.ZipFile("/out.zip", "w") as archive:
    for name in sorted(compiled):
        entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
        archive.writestr(entry, compiled[name], zipfile.ZIP_DEFLATED, 9)
`;

if (task === "compile") {
  const pyodide = await loadPyodide(fixed);
  pyodide.FS.writeFile("/packed.zip", readFileSync(inFile));
  pyodide.runPython("import sys; sys.path.insert(0, '/packed.zip')");
  answers(pyodide);
  pyodide.runPython(COMPILE);
  writeFileSync(outFile, pyodide.FS.readFile("/out.zip"));
} else {
  const pyodide = await loadPyodide({ ...fixed, stdLibURL: inFile });
  process.stdout.write(JSON.stringify(answers(pyodide)));
}
