// The Community Card as a picture: drawn anew with every result, saved as a file, printed alone.

import { fitText, measuring } from "../dom/fit-text.js";
import { query } from "../dom/query.js";
import { standaloneSvg, toPng } from "../dom/standalone-svg.js";
import { idle } from "../platform/idle.js";
import { saveFile } from "../platform/save-file.js";
import { today } from "../platform/today.js";
import { drawRows } from "./village.js";

/** @import { BuilderView } from "../../types/scoring" */
/** @typedef {"svg" | "png"} Kind */

const FACES = [
  { file: "besley", family: "Besley", style: "normal", weight: "740" },
  { file: "vollkorn", family: "Vollkorn", style: "normal", weight: "400" },
];

/**
 * The faces as data, taken before they are wanted: a click makes no request.
 * @type {Promise<import("../dom/standalone-svg.js").Face[]>}
 */
const faces = idle().then(() => Promise.all(FACES.map(readFace))).then((read) => read.flatMap((face) => face ?? []));

const LATER = 100; // milliseconds: the words come first, the drawing after them

let title = "";

/** @param {typeof FACES[number]} face */
async function readFace({ file, ...face }) {
  try {
    const answer = await fetch(new URL(`../fonts/${file}.woff2`, import.meta.url));
    if (!answer.ok) return undefined;
    return { ...face, data: await asData(await answer.blob()) };
  } catch {
    return undefined; // the file then names the face, and shows it where it is installed
  }
}

/** @param {Blob} blob @returns {Promise<string>} A data: address. */
function asData(blob) {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener("load", () => resolve(String(reader.result)));
    reader.addEventListener("error", () => reject(reader.error));
    reader.readAsDataURL(blob);
  });
}

/**
 * Fill a picture of the card.
 * @param {Element} picture
 * @param {Partial<BuilderView>} view A view of a result; without a card the picture is cleared.
 */
export function drawCard(picture, view) {
  /** @type {Record<string, string>} */
  const parts = { ...view.card_parts };
  const slots = /** @type {SVGTextElement[]} */ (every(picture, "[data-width]"));
  const measures = slots.map(measuring);
  title = parts.line ?? "";
  placeMap(picture);
  const has = (/** @type {string | undefined} */ name) => Boolean(parts[name ?? ""]);
  for (const part of every(picture, "[data-show]")) part.toggleAttribute("hidden", !has(part.dataset.show));
  for (const part of every(picture, "[data-unless]")) part.toggleAttribute("hidden", has(part.dataset.unless));
  for (const [index, slot] of slots.entries()) {
    const text = slot.dataset.slot ? (parts[slot.dataset.slot] ?? "") : (slot.textContent ?? "");
    slot.dataset.filled = String(fitText(slot, text, measures[index]));
  }
  every(picture, "[data-rows]").forEach(spread);
  drawRows(picture, view.ring);
  picture.toggleAttribute("data-drawn", Boolean(view.card_parts));
}

/** Give the picture a copy of the page's map, with ids of its own, if it has none yet. @param {Element} picture */
function placeMap(picture) {
  const place = /** @type {SVGElement} */ (picture.querySelector("[data-map]"));
  if (place.querySelector("[data-strand]")) return;
  const map = /** @type {Element} */ (query("svg.village").cloneNode(true));
  for (const part of map.querySelectorAll("[id]")) part.id = `${place.dataset.map}-${part.id}`;
  for (const use of map.querySelectorAll("use")) {
    use.setAttribute("href", `#${place.dataset.map}-${use.getAttribute("href")?.slice(1)}`);
  }
  place.append(...map.childNodes);
}

/** @param {Element} root @param {string} selector @returns {SVGElement[]} */
const every = (root, selector) => /** @type {SVGElement[]} */ ([...root.querySelectorAll(selector)]);

/**
 * Put entries under each other on their ruled lines. Lines that are left over part them, the last ones first.
 * @param {SVGElement} list
 */
function spread(list) {
  const rows = every(list, ":scope > :not([hidden])");
  const slots = rows.map((row) => every(row, "[data-filled]"));
  const lines = slots.map((inside) => Math.max(...inside.map((slot) => Number(slot.dataset.filled))));
  const spare = Number(list.dataset.rows) - lines.reduce((sum, count) => sum + count, 0);
  let line = 0;
  rows.forEach((row, place) => {
    if (place && rows.length - place <= spare) line += 1;
    row.setAttribute("transform", `translate(0 ${line * Number(list.dataset.pitch)})`);
    line += lines[place];
  });
}

/**
 * The card as a file, always in the day theme.
 * @param {SVGSVGElement} picture
 * @param {Kind} kind
 * @returns {Promise<Blob>}
 */
async function cardFile(picture, kind) {
  const svg = standaloneSvg(picture, title, await faces);
  return kind === "png" ? toPng(svg) : new Blob([svg], { type: "image/svg+xml" });
}

/** Print a picture and nothing else. @param {Element} picture */
function printCard(picture) {
  const sheet = document.createElement("div");
  sheet.className = "for-paper";
  sheet.append(picture.cloneNode(true));
  document.body.append(sheet);
  document.documentElement.dataset.print = "card";
  addEventListener(
    "afterprint",
    () => {
      sheet.remove();
      delete document.documentElement.dataset.print;
    },
    { once: true },
  );
  print();
}

/**
 * Save a picture of the card, and say how that went.
 * @param {HTMLElement} root
 * @param {SVGSVGElement} picture
 * @param {Kind} kind
 */
async function saved(root, picture, kind) {
  const name = `${root.dataset.file}-${today()}.${kind}`;
  try {
    saveFile(name, await cardFile(picture, kind));
    return (root.dataset.saved ?? "").replace("{name}", name);
  } catch {
    return root.dataset.failed ?? "";
  }
}

/**
 * @param {(text: string) => void} announce
 * @param {() => Partial<BuilderView>} view
 */
export function setUpCardPicture(announce, view) {
  const root = query(".card-as-picture");
  const said = query(".done", root);
  const picture = (shape = /** @type {HTMLInputElement} */ (query("[name=card-shape]:checked", root)).value) =>
    /** @type {SVGSVGElement} */ (root.querySelector(`.card-${shape}`));

  /** @param {string} text */
  function tell(text) {
    said.textContent = text;
    said.hidden = !text;
    if (text) announce(text);
  }

  /** @param {Kind} kind */
  async function save(kind) {
    tell(await saved(root, draw(), kind));
  }

  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let waiting;

  /** Draw one picture; the other one too where it holds a card. */
  function draw(shown = picture()) {
    clearTimeout(waiting);
    const now = view();
    for (const one of root.querySelectorAll(".card-picture")) {
      if (one.hasAttribute("data-drawn") || (one === shown && now.card_parts)) drawCard(one, now);
    }
    return shown;
  }

  query("[data-do=save-png]", root).addEventListener("click", () => save("png"));
  query("[data-do=save-svg]", root).addEventListener("click", () => save("svg"));
  query("[data-do=print-card]", root).addEventListener("click", () => printCard(draw(picture("wide"))));
  query(".card-shapes", root).addEventListener("change", () => draw());
  // Lines are broken by the width of the faces.
  const ready = Promise.allSettled(FACES.map(({ family, weight }) => document.fonts.load(`${weight} 1em ${family}`)));

  return {
    /** The card is another one now. */
    changed() {
      tell("");
      clearTimeout(waiting);
      waiting = setTimeout(() => ready.then(() => draw()), LATER);
    },
  };
}
