// Leaves comments and space out of style sheets for `site_builder/assets/bundle.py`; {name: text} in and out, as JSON.
// Its argument is the module of esbuild. Rules stay as they were written.

import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const { transform } = await import(pathToFileURL(process.argv[2]).href);
const sheets = Object.entries(JSON.parse(readFileSync(0, "utf8")));
const options = { loader: "css", minifyWhitespace: true, charset: "utf8", logLevel: "silent" };
const packed = sheets.map(async ([name, text]) => [name, (await transform(text, { ...options, sourcefile: name })).code]);
process.stdout.write(JSON.stringify(Object.fromEntries(await Promise.all(packed))));
