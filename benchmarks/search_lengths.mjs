// Times the search of a built site over queries of growing lengths: `node benchmarks/search_lengths.mjs dist/assets/search/*.json`.
//
// Letters that are all the same are the worst that was found: each may be a slip for another. The page cuts a query at
// the `maxlength` of its box, so what takes long beyond that is never asked.

import { readFileSync } from "node:fs";
import MiniSearch from "minisearch";
import { buildSearch, readEntries } from "../web/js/search/search-index.js";

const LENGTHS = [50, 100, 200, 400, 800, 1600];
const ROUNDS = 5;

const entries = readEntries(JSON.parse(readFileSync(process.argv[2], "utf8")));
const search = await buildSearch(MiniSearch, entries);

/** The least time of some rounds. */
function milliseconds(query) {
  const times = Array.from({ length: ROUNDS }, () => {
    const start = performance.now();
    search(query);
    return performance.now() - start;
  });
  return Math.min(...times);
}

console.log("| letters | one word (ms) | words of five (ms) |\n| ---: | ---: | ---: |");
for (const length of LENGTHS) {
  const figures = ["a".repeat(length), "aaaa ".repeat(length / 5)].map((query) => milliseconds(query).toFixed(2));
  console.log(`| ${length} | ${figures.join(" | ")} |`);
}
