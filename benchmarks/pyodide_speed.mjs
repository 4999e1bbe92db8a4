// Times one request in Pyodide: `node pyodide_speed.mjs PYODIDE_FOLDER ARCHIVE.zip ROUNDS REQUEST`, milliseconds as JSON.

import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

const [folder, archive, rounds, request] = process.argv.slice(2);
const { loadPyodide } = await import(pathToFileURL(resolve(join(folder, "pyodide.mjs"))).href);
const pyodide = await loadPyodide({ indexURL: resolve(folder), stdLibURL: resolve(archive) });
const entry = pyodide.pyimport("entry");
const times = [];
for (let round = 0; round < Number(rounds); round += 1) {
  const start = performance.now();
  entry.handle(request);
  times.push(performance.now() - start);
}
process.stdout.write(JSON.stringify(times));
