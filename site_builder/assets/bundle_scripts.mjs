// Puts modules of the browser side together for `site_builder/assets/bundle.py`:
//
//   node bundle_scripts.mjs ESBUILD FOLDER ENTRY.js ...
//
// Each entry becomes one file with all that it imports; what is imported by address at run time stays outside. Prints
// {made: {name: text}, faults: [...]} as JSON. Names stay as they were written, so that readers can see in their browser
// what runs.

import { basename } from "node:path";
import { pathToFileURL } from "node:url";
import { told } from "./faults.mjs";

/** age-encryption can do more than passphrases and plain keys. What nobody calls is left out: half of the script. */
const unused = {
  name: "unused",
  setup({ onLoad }) {
    const contents = "export const MLKEM768P256 = undefined, MLKEM768X25519 = undefined, p256 = undefined;";
    onLoad({ filter: /@noble.(post-quantum.hybrid|curves.nist)\.js$/ }, () => ({ contents }));
  },
};

const [esbuild, folder, ...entryPoints] = process.argv.slice(2);
const { build } = await import(pathToFileURL(esbuild).href);
const { outputFiles = [], errors } = await build({
  absWorkingDir: folder,
  entryPoints,
  outdir: folder,
  write: false,
  bundle: true,
  format: "esm",
  charset: "utf8",
  plugins: [unused],
  preserveSymlinks: true, // comments name the modules by their place in the project, wherever that lies
  logLevel: "silent", // what is wrong is told below
}).catch((failure) => failure);
const made = Object.fromEntries(outputFiles.map(({ path, text }) => [basename(path), text]));
process.stdout.write(JSON.stringify({ made, faults: told(errors) }));
