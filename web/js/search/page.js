// The search page. What is typed stays in the page and out of its address, so that no list of visited pages shows it.
// A link may bring words, after the # only, so that no host sees them: search.html#q=weak+ties

import { announcer } from "../dom/live-region.js";
import { query } from "../dom/query.js";
import { loadSearch } from "./search-index.js";
import { drawResults } from "./search-results.js";
import { tokenize } from "./tokenize.js";

const MOST = 20; // results that are listed
const PAUSE = 120; // milliseconds without a key, before the search starts

const search = query("#search");
const box = /** @type {HTMLInputElement} */ (query("#query"));
const list = query(".search-results");
const count = query(".search-count");
const help = query(".search-help");
const helpWords = (help.dataset.words ?? "").split(" ");
const announce = announcer(query("#search [role=status]"));

/** @type {Promise<import("./search-index.js").Search> | undefined} */
let loading;

/** Load once; after a failure, the next call tries again. */
function load() {
  loading ??= loadSearch(search.dataset.entries ?? "").catch((error) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

/** Whether a word is one of those that lead to help, or the longer part of one. @param {string} term */
const leadsToHelp = (term) => helpWords.some((word) => word === term || (term.length > 4 && word.startsWith(term)));

/** Put the way to help above the results for who may need it. @param {string} words */
function offerHelp(words) {
  help.hidden = !tokenize(words).some(({ term }) => leadsToHelp(term));
}

/** Show the part of the page for a state, and none of the others. @param {string} state */
function show(state) {
  for (const part of /** @type {NodeListOf<HTMLElement>} */ (search.querySelectorAll("[data-when]"))) {
    part.hidden = part.dataset.when !== state;
    if (!part.hidden) tell((state === "found" ? count : (part.querySelector("p") ?? part)).textContent ?? "");
  }
  search.dataset.state = state;
}

/** Say a text, and with it that there is help. @param {string} text */
const tell = (text) => announce(help.hidden ? text : `${text} ${help.textContent}`);

/** @param {import("./search-index.js").Answer} answer */
function showAnswer({ found, loose }) {
  const total = found.length;
  const shown = Math.min(total, MOST);
  const form = loose ? "loose" : total === 1 ? "one" : total > MOST ? "most" : "many";
  count.textContent = (count.dataset[form] ?? "").replace("{total}", String(total)).replace("{shown}", String(shown));
  drawResults(list, found.slice(0, MOST));
  show(total ? "found" : "none");
}

let latest = 0;

/** Search for what is in the box now; an answer to older words is dropped. */
async function update() {
  clearTimeout(timer);
  latest += 1;
  const mine = latest;
  const words = box.value.trim();
  offerHelp(words);
  if (!words) {
    announce("");
    show("empty");
    return;
  }
  if (search.dataset.state !== "found") show("loading");
  try {
    const answer = (await load())(words);
    if (mine === latest) showAnswer(answer);
  } catch (error) {
    console.error(`search: ${error}`);
    if (mine === latest) show("failed");
  }
}

/** @type {ReturnType<typeof setTimeout> | undefined} */
let timer;

function updateSoon() {
  clearTimeout(timer);
  timer = setTimeout(update, PAUSE);
}

/** The words that a link brought; null where there are none, as with any other anchor. */
const brought = () => new URLSearchParams(location.hash.slice(1)).get("q");

/** Keep the words for the way back from a result. The newest words replace those of a link. */
function remember() {
  const place = location.pathname + location.search + (brought() === null ? location.hash : "");
  history.replaceState({ query: box.value.trim() }, "", place);
}

function recall() {
  const words = brought() ?? history.state?.query;
  if (!words) return;
  box.value = words.slice(0, box.maxLength); // an address can be as long as its writer likes
  update();
}

/** @param {number} index Place of a result's link; before the first is the box. */
function focusOn(index) {
  const links = list.querySelectorAll("a");
  if (index < 0) box.focus();
  else links[Math.min(index, links.length - 1)]?.focus();
}

function clear() {
  box.value = "";
  update();
  remember();
  box.focus();
}

async function openFirst() {
  await update();
  remember();
  if (search.dataset.state === "found") list.querySelector("a")?.click();
}

/** @param {KeyboardEvent} event */
function onKey(event) {
  if (event.isComposing || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const place = [...list.querySelectorAll("a")].findIndex((link) => link === event.target);
  const inBox = event.target === box;
  if (!inBox && place < 0) return;
  if (event.key === "Escape") clear();
  else if (event.key === "ArrowDown") focusOn(place + 1);
  else if (event.key === "ArrowUp" && !inBox) focusOn(place - 1);
  else if (event.key === "Enter" && inBox) openFirst();
  else return;
  event.preventDefault();
}

search.addEventListener("keydown", onKey);
// A failure is told when something is typed.
box.addEventListener("focus", () => load().catch(() => {}), { once: true });
box.addEventListener("input", updateSoon);
box.addEventListener("change", remember);
addEventListener("hashchange", recall);
search.hidden = false;
recall();
