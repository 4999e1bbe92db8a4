// Leaves comments and space out of style sheets, or of scripts that stand alone, for `site_builder/assets/bundle.py`:
// {name: text} in and {made: {name: text}, faults: [...]} out, as JSON. Its argument is the module of esbuild. Rules stay
// as they were written.

import { readFileSync } from "node:fs";
import { extname } from "node:path";
import { pathToFileURL } from "node:url";
import { told } from "./faults.mjs";

const { transform } = await import(pathToFileURL(process.argv[2]).href);
const files = Object.entries(JSON.parse(readFileSync(0, "utf8")));
const options = { minifyWhitespace: true, charset: "utf8", logLevel: "silent" };
const packed = await Promise.all(
  files.map(async ([name, text]) => {
    const made = transform(text, { ...options, loader: extname(name).slice(1), sourcefile: name });
    const { code = "", warnings, errors = [] } = await made.catch((failure) => failure);
    return { name, code, faults: told([...errors, ...warnings]) };
  }),
);
const made = Object.fromEntries(packed.map(({ name, code }) => [name, code]));
process.stdout.write(JSON.stringify({ made, faults: packed.flatMap(({ faults }) => faults) }));
