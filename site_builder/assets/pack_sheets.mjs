// Leaves comments and space out of style sheets for `site_builder/assets/bundle.py`: {name: text} in and
// {made: {name: text}, faults: [...]} out, as JSON. Rules stay as they were written.

import { transform } from "esbuild";
import { readFileSync } from "node:fs";
import { told } from "./faults.mjs";

const sheets = Object.entries(JSON.parse(readFileSync(0, "utf8")));
const options = { loader: "css", minifyWhitespace: true, charset: "utf8", logLevel: "silent" };
const packed = await Promise.all(
  sheets.map(async ([name, text]) => {
    const { code, warnings } = await transform(text, { ...options, sourcefile: name });
    return { name, code, faults: told(warnings) };
  }),
);
const made = Object.fromEntries(packed.map(({ name, code }) => [name, code]));
process.stdout.write(JSON.stringify({ made, faults: packed.flatMap(({ faults }) => faults) }));
