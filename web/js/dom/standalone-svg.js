// Makes a drawing of the page into a file that looks the same anywhere: computed colors and lines in the day theme,
// the faces inside, text as text; and that file into a picture of pixels.

const SVG = "http://www.w3.org/2000/svg";
const WRITTEN = [
  "fill",
  "stroke",
  "stroke-width",
  "stroke-opacity",
  "stroke-dasharray",
  "stroke-linecap",
  "stroke-linejoin",
  "font-family",
  "font-size",
  "font-weight",
  "font-style",
  "letter-spacing",
  "text-anchor",
]; // all are inherited, so that only what differs from the parent is written
const FOR_THE_PAGE = /^(?:class|id|hidden|focusable|aria-.*|data-.*)$/;

const SAMPLE = 16; // pixels, both ways
const [GRAY, NOISE] = [120, 8]; // of 255

/** @typedef {{ family: string, style: string, weight: string, data: string }} Face The data is a data: address. */

/**
 * @param {SVGSVGElement} drawing
 * @param {string} title
 * @param {Face[]} faces
 * @returns {string} An SVG file.
 */
export function standaloneSvg(drawing, title, faces) {
  const copy = /** @type {SVGSVGElement} */ (drawing.cloneNode(true));
  const day = document.createElement("div");
  day.className = "for-file";
  day.dataset.theme = "light";
  day.append(copy);
  document.body.append(day); // styles are computed only for what is in the page; nothing is painted in between
  expand(copy);
  const used = write(copy);
  day.remove();
  const { width, height } = copy.viewBox.baseVal;
  copy.setAttribute("width", String(width));
  copy.setAttribute("height", String(height));
  copy.setAttribute("role", "img");
  const shown = faces.filter(({ family, style }) => used.has(family + style));
  copy.prepend(made("title", title), made("style", fontRules(shown)));
  return new XMLSerializer().serializeToString(copy);
}

/**
 * Put what <use> refers to in its place: the colors inside it can only be computed there.
 * @param {SVGSVGElement} drawing
 */
function expand(drawing) {
  for (const use of drawing.querySelectorAll("use")) {
    const group = document.createElementNS(SVG, "g");
    const original = drawing.querySelector(use.getAttribute("href") ?? "");
    group.setAttribute("class", use.getAttribute("class") ?? "");
    group.setAttribute("transform", `translate(${use.getAttribute("x")} ${use.getAttribute("y")})`);
    if (original) group.append(...original.cloneNode(true).childNodes);
    use.replaceWith(group);
  }
  for (const defs of drawing.querySelectorAll("defs")) defs.remove();
}

/**
 * Write computed styles as attributes, drop what is not seen and what only the page needs.
 * @param {SVGElement} root
 * @returns {Set<string>} The faces that are used, each as family and style.
 */
function write(root) {
  const used = new Set();
  const styles = new Map([...root.querySelectorAll("*"), root].map((element) => [element, styleOf(element)]));
  for (const [element, style] of styles) {
    const above = element === root ? undefined : styles.get(/** @type {Element} */ (element.parentElement));
    for (const name of element.getAttributeNames()) if (FOR_THE_PAGE.test(name)) element.removeAttribute(name);
    for (const name of WRITTEN) {
      if (style[name] === above?.[name]) element.removeAttribute(name);
      else element.setAttribute(name, style[name]);
    }
    if (element.matches("text")) used.add(style["font-family"].split(",")[0] + style["font-style"]);
  }
  for (const [element, style] of styles) if (style.seen === "no") element.remove();
  return used;
}

/** @param {Element} element @returns {Record<string, string>} */
function styleOf(element) {
  const computed = getComputedStyle(element);
  const plain = WRITTEN.map((name) => [name, computed.getPropertyValue(name).replaceAll("px", "")]);
  const family = computed.fontFamily.split(",")[0].replaceAll('"', "");
  const isEmpty = computed.visibility !== "visible" && !element.children.length;
  const seen = computed.display === "none" || isEmpty ? "no" : "yes";
  return { ...Object.fromEntries(plain), "font-family": `${family}, Georgia, serif`, seen };
}

/** @param {Face[]} faces */
function fontRules(faces) {
  return faces
    .map(({ family, style, weight, data }) => {
      const source = `src:url("${data}") format("woff2")`;
      return `@font-face{font-family:${family};font-style:${style};font-weight:${weight};${source}}`;
    })
    .join("");
}

/** @param {string} name @param {string} text */
function made(name, text) {
  const element = document.createElementNS(SVG, name);
  element.textContent = text;
  return element;
}

/**
 * Draw an SVG file as PNG, in its own size. Rejects where the browser hides from pages what is on a canvas: it would
 * put noise or a blank sheet into the file.
 * @param {string} svg
 * @returns {Promise<Blob>}
 */
export async function toPng(svg) {
  if (!isReadable()) throw new Error("the browser does not let pages read what they draw");
  const picture = new Image();
  picture.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await picture.decode();
  const { canvas, context } = sheet(picture.naturalWidth, picture.naturalHeight);
  context.drawImage(picture, 0, 0);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("the browser made no picture"))), "image/png");
  });
}

/** Whether what is drawn can be read again, but for the little noise that some browsers add. */
function isReadable() {
  const { context } = sheet(SAMPLE, SAMPLE);
  context.fillStyle = `rgb(${GRAY},${GRAY},${GRAY})`;
  context.fillRect(0, 0, SAMPLE, SAMPLE);
  const { data } = context.getImageData(0, 0, SAMPLE, SAMPLE);
  return data.every((value, place) => Math.abs(value - (place % 4 === 3 ? 255 : GRAY)) <= NOISE);
}

/** @param {number} width @param {number} height */
function sheet(width, height) {
  const canvas = document.createElement("canvas");
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext("2d");
  if (!context) throw new Error("the browser has no canvas");
  return { canvas, context };
}
