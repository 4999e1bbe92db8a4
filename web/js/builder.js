// The Community Map Builder: form to worker, view to page.

import { copyText } from "./card.js";
import { fill } from "./fill.js";
import { ScoringClient } from "./scoring-client.js";
import { announcer } from "./status.js";
import { drawVillage } from "./village.js";

/** @param {string} selector @returns {HTMLElement} */
const find = (selector) => /** @type {HTMLElement} */ (document.querySelector(selector));

const page = document.documentElement;
const form = /** @type {HTMLFormElement} */ (find("#builder"));
const result = find("#result");
const village = find("#result .village");
const errors = find("#errors");
const announce = announcer(find("[role=status]"));

/** The reader's own date: the moves turn with the week. */
function today() {
  const now = new Date();
  const two = (/** @type {number} */ number) => String(number).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** @param {import("./scoring-client.js").State} state @param {string} [reason] */
function showState(state, reason) {
  page.dataset.python = state;
  for (const element of result.querySelectorAll("[data-when]")) {
    /** @type {HTMLElement} */ (element).hidden = element.getAttribute("data-when") !== state;
  }
  const text = result.querySelector(`[data-when="${state}"]`)?.textContent;
  announce(text ?? "");
  if (reason) console.error(`Python: ${reason}`);
}

/** @param {any} view */
function show(view) {
  result.dataset.state = view.state;
  fill(result, view);
  drawVillage(village, new FormData(form), view.chapter);
  if (view.said) announce(view.said);
}

let latest = 0;

async function update() {
  latest += 1;
  const mine = latest;
  try {
    const answer = await client.ask({ do: "builder", entries: [...new FormData(form)], today: today() });
    if (mine !== latest) return; // a newer answer is on its way
    errors.textContent = answer.ok ? "" : answer.issues.map((/** @type {any} */ issue) => issue.text).join(" ");
    if (answer.ok) show(answer.result);
    copied.hidden = true; // the card is another one now
  } catch (error) {
    if (client.state === "ready") errors.textContent = String(error);
  }
}

const copyButton = find("[data-do=copy-card]");
const copied = find(".copied");

copyButton.addEventListener("click", async () => {
  const done = await copyText(find("#result [data-out=card]"));
  copied.textContent = copyButton.dataset[done ? "done" : "marked"] ?? "";
  copied.hidden = false;
  announce(copied.textContent);
});

const client = new ScoringClient(showState);
const runtime = new URL(page.dataset.runtime ?? "", document.baseURI).href;
client.start({ runtime, edition: page.dataset.edition ?? "" });
form.addEventListener("change", update);
find("[data-do=start-over]").addEventListener("click", () => {
  form.reset();
  update();
  form.querySelector("input")?.focus();
});
update();
