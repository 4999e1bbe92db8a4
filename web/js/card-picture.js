// The Community Card as a picture: drawn anew with every result, saved as a file, printed alone.

import { find } from "./find.js";
import { fitText } from "./fit-text.js";
import { saveFile } from "./save-file.js";
import { standalone, toPng } from "./standalone.js";
import { today } from "./today.js";
import { drawRows } from "./village.js";

/** @typedef {"wide" | "square"} Shape */
/** @typedef {"svg" | "png"} Kind */

const FACES = [
  { file: "besley", family: "Besley", style: "normal", weight: "740" },
  { file: "vollkorn", family: "Vollkorn", style: "normal", weight: "400" },
];

/** The faces as data, taken when the page starts: a click makes no request. @type {Promise<import("./standalone.js").Face[]>} */
const faces = Promise.all(FACES.map(readFace)).then((read) => read.flatMap((face) => face ?? []));

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
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(blob);
  });
}

/**
 * Fill every picture of the card below `root`.
 * @param {ParentNode} root
 * @param {any} view A view of a result; without a card the pictures are cleared.
 */
export function drawCards(root, view) {
  const parts = view.card_parts ?? {};
  title = parts.line ?? "";
  for (const picture of root.querySelectorAll(".card-picture")) {
    for (const part of every(picture, "[data-show]")) part.toggleAttribute("hidden", !parts[part.dataset.show ?? ""]);
    for (const part of every(picture, "[data-unless]")) part.toggleAttribute("hidden", Boolean(parts[part.dataset.unless ?? ""]));
    for (const slot of every(picture, "[data-width]")) {
      const text = slot.dataset.slot ? (parts[slot.dataset.slot] ?? "") : (slot.textContent ?? "");
      slot.dataset.filled = String(fitText(/** @type {SVGTextElement} */ (slot), text));
    }
    every(picture, "[data-rows]").forEach(spread);
    drawRows(picture, view.ring);
    picture.toggleAttribute("data-drawn", Boolean(view.card_parts));
  }
}

/** Give each picture a copy of the page's map, with ids of its own. @param {ParentNode} root */
function placeMaps(root) {
  for (const place of /** @type {NodeListOf<SVGElement>} */ (root.querySelectorAll("[data-map]"))) {
    const map = /** @type {Element} */ (find("svg.village").cloneNode(true));
    for (const part of map.querySelectorAll("[id]")) part.id = `${place.dataset.map}-${part.id}`;
    for (const use of map.querySelectorAll("use")) {
      use.setAttribute("href", `#${place.dataset.map}-${use.getAttribute("href")?.slice(1)}`);
    }
    place.append(...map.childNodes);
  }
}

/** @param {Element} root @param {string} selector @returns {SVGElement[]} */
const every = (root, selector) => [...root.querySelectorAll(selector)].map((found) => /** @type {SVGElement} */ (found));

/**
 * Put entries under each other on their ruled lines. Lines that are left over part them, the last ones first.
 * @param {SVGElement} list
 */
function spread(list) {
  const rows = every(list, ":scope > :not([hidden])");
  const lines = rows.map((row) => Math.max(...every(row, "[data-filled]").map((slot) => Number(slot.dataset.filled))));
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
 * @param {Shape} shape
 * @param {Kind} kind
 * @returns {Promise<Blob>}
 */
export async function cardFile(shape, kind) {
  const picture = /** @type {SVGSVGElement} */ (document.querySelector(`.card-${shape}`));
  const svg = standalone(picture, title, await faces);
  return kind === "png" ? toPng(svg) : new Blob([svg], { type: "image/svg+xml" });
}

/** Print the wide picture and nothing else. */
function printCard() {
  const sheet = document.createElement("div");
  sheet.className = "for-paper";
  sheet.append(find(".card-wide").cloneNode(true));
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
 * Save the card in the chosen shape, and say how that went.
 * @param {HTMLElement} root
 * @param {Kind} kind
 */
async function saved(root, kind) {
  const shape = /** @type {Shape} */ (/** @type {HTMLInputElement} */ (find("[name=card-shape]:checked", root)).value);
  const name = `${root.dataset.file}-${today()}.${kind}`;
  try {
    saveFile(name, await cardFile(shape, kind));
    return (root.dataset.saved ?? "").replace("{name}", name);
  } catch {
    return root.dataset.failed ?? "";
  }
}

/**
 * @param {(text: string) => void} announce
 * @param {() => any} view
 */
export function setUpCardPicture(announce, view) {
  const root = find(".card-as-picture");
  const said = find(".done", root);

  /** @param {string} text */
  function tell(text) {
    said.textContent = text;
    said.hidden = !text;
    if (text) announce(text);
  }

  /** @param {Kind} kind */
  async function save(kind) {
    draw();
    tell(await saved(root, kind));
  }

  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let waiting;

  function draw() {
    clearTimeout(waiting);
    drawCards(root, view());
  }

  placeMaps(root);
  find("[data-do=save-png]", root).addEventListener("click", () => save("png"));
  find("[data-do=save-svg]", root).addEventListener("click", () => save("svg"));
  find("[data-do=print-card]", root).addEventListener("click", () => {
    draw();
    printCard();
  });
  // Lines are broken by the width of the faces, so once more when they are there.
  Promise.all(FACES.map(({ family, weight }) => document.fonts.load(`${weight} 1em ${family}`))).then(draw, draw);

  return {
    /** The card is another one now. */
    changed() {
      tell("");
      clearTimeout(waiting);
      waiting = setTimeout(draw, LATER);
    },
  };
}
