// The Community Card as a picture: drawn anew with every result, shared or saved as a file, printed alone.

import { fitText, measuring } from "../dom/fit-text.js";
import { query } from "../dom/query.js";
import { standaloneSvg, toPng } from "../dom/standalone-svg.js";
import { idle } from "../platform/idle.js";
import { saveFile } from "../platform/save-file.js";
import { today } from "../platform/today.js";
import { copyOfMap, drawRows } from "./village.js";

/** @import { CardParts, MapRow } from "../../types/scoring" */
/** @typedef {{card_parts?: CardParts | null, ring?: MapRow[]}} Shown What there is to draw. */

const TYPES = { svg: "image/svg+xml", png: "image/png" };
/** @typedef {keyof typeof TYPES} Kind */

const FACES = [
  { file: "besley", family: "Besley", style: "normal", weight: "740" },
  { file: "vollkorn", family: "Vollkorn", style: "normal", weight: "400" },
  { file: "vollkorn-italic", family: "Vollkorn", style: "italic", weight: "400" },
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
 * Fill the picture of the card.
 * @param {Element} picture
 * @param {Shown} view Without a card the picture is cleared.
 */
export function drawCard(picture, view) {
  /** @type {Record<string, string>} */
  const parts = { ...view.card_parts };
  const slots = /** @type {SVGTextElement[]} */ (every(picture, "[data-width]"));
  const measures = slots.map(measuring);
  title = parts.headline ?? "";
  placeMap(picture, view.ring ?? []);
  for (const part of every(picture, "[data-show]")) part.toggleAttribute("hidden", !parts[part.dataset.show ?? ""]);
  for (const [index, slot] of slots.entries()) {
    const text = slot.dataset.slot ? (parts[slot.dataset.slot] ?? "") : (slot.textContent ?? "");
    slot.dataset.depth = String(fitText(slot, text, measures[index]));
  }
  stack(every(picture, "[data-after]:not([hidden])"));
  drawRows(picture, view.ring);
  picture.toggleAttribute("data-drawn", Boolean(view.card_parts));
}

/**
 * Give the picture a copy of the page's map, if it has none yet; it shows where there is something on it.
 * @param {Element} picture
 * @param {object[]} rows
 */
function placeMap(picture, rows) {
  const place = /** @type {SVGElement} */ (picture.querySelector("[data-map]"));
  place.toggleAttribute("hidden", rows.length === 0);
  if (!place.querySelector("[data-strand]")) place.append(...copyOfMap(place.dataset.map ?? "").childNodes);
}

/** @param {Element} root @param {string} selector @returns {SVGElement[]} */
const every = (root, selector) => /** @type {SVGElement[]} */ ([...root.querySelectorAll(selector)]);

/** Put blocks below each other. @param {SVGElement[]} blocks */
function stack(blocks) {
  let down = 0;
  for (const block of blocks) {
    block.setAttribute("transform", `translate(0 ${down.toFixed(1)})`);
    down += Number(block.dataset.after) + Number(every(block, "[data-depth]")[0]?.dataset.depth ?? 0);
  }
}

/**
 * The card as a file, always in the day theme.
 * @param {SVGSVGElement} picture
 * @param {Kind} kind
 * @param {string} name
 */
async function cardFile(picture, kind, name) {
  const svg = standaloneSvg(picture, title, await faces);
  return new File([kind === "png" ? await toPng(svg) : svg], name, { type: TYPES[kind] });
}

/** Take the sheet of the card away again, and print as ever. */
function endPrinting() {
  for (const sheet of document.querySelectorAll(".for-paper")) sheet.remove();
  delete document.documentElement.dataset.print;
}

addEventListener("afterprint", endPrinting);
addEventListener("pointerdown", endPrinting); // a browser may not say that printing is over; the reader goes on
addEventListener("keydown", endPrinting);

/** Print a picture and nothing else. @param {Element} picture */
function printCard(picture) {
  endPrinting();
  const sheet = document.createElement("div");
  sheet.className = "for-paper";
  sheet.append(picture.cloneNode(true));
  document.body.append(sheet);
  document.documentElement.dataset.print = "card";
  print();
}

/**
 * Offer a file to whatever the reader sends things with.
 * @param {File} file
 * @returns {Promise<boolean>} Whether the browser did; a reader who thinks better of it wants no other way.
 */
async function offered(file) {
  try {
    await navigator.share({ files: [file] });
    return true;
  } catch (error) {
    return error instanceof DOMException && error.name === "AbortError";
  }
}

/** Where the browser shares no files, copying takes the place of sharing. @param {Element} share @param {Element} copy */
function showMainAction(share, copy) {
  const file = new File([], "card.png", { type: TYPES.png });
  share.toggleAttribute("hidden", !navigator.canShare?.({ files: [file] }));
  if (!share.hasAttribute("hidden")) return;
  copy.className = share.className;
  share.replaceWith(copy);
}

/**
 * @param {(text: string) => void} tell Says in the page and aloud what happened.
 * @param {() => Shown} view
 */
export function setUpCardPicture(tell, view) {
  const root = query(".card-as-picture");
  const picture = /** @type {SVGSVGElement} */ (root.querySelector(".card-picture"));
  const share = query("[data-do=share-card]", root);
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let waiting;

  function draw() {
    clearTimeout(waiting);
    if (view().card_parts || picture.hasAttribute("data-drawn")) drawCard(picture, view());
  }

  /** @param {Kind} kind @param {(file: File) => Promise<boolean>} [taken] Whether the file need not be saved. */
  async function give(kind, taken) {
    draw();
    const name = `${root.dataset.file}-${today()}.${kind}`;
    try {
      const file = await cardFile(picture, kind, name);
      if (await taken?.(file)) return;
      saveFile(name, file);
      tell((root.dataset.saved ?? "").replace("{name}", name));
    } catch {
      tell(root.dataset.failed ?? "");
    }
  }

  showMainAction(share, query("[data-do=copy-card]", root));
  share.addEventListener("click", () => give("png", offered));
  query("[data-do=save-png]", root).addEventListener("click", () => give("png"));
  query("[data-do=save-svg]", root).addEventListener("click", () => give("svg"));
  query("[data-do=print-card]", root).addEventListener("click", () => {
    draw();
    printCard(picture);
  });
  // Lines are broken by the width of the faces.
  const ready = Promise.allSettled(
    FACES.map(({ family, style, weight }) => document.fonts.load(`${style} ${weight} 1em ${family}`)),
  );

  return {
    /** The card is another one now. */
    changed() {
      clearTimeout(waiting);
      waiting = setTimeout(() => ready.then(draw), LATER);
    },
  };
}
