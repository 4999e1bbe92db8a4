// Contrast of text that axe could not decide on: over a picture, a gradient, in a scrolled table, drawn in SVG. Measured in
// pixels: a picture of the page without its text shows what is behind each line of text.
{
  const checks = (globalThis.checks ??= {});
  /** So much of what is behind may be too near to the text's color: a ruled line crosses letters without hiding them. */
  const LINES = 0.1;
  const VEIL =
    "*, *::before, *::after { -webkit-text-fill-color: transparent !important; text-shadow: none !important;" +
    " text-decoration-color: transparent !important; } svg :is(text, tspan) { fill: transparent !important; }";
  const brush = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
  let shown;
  let loosened = [];

  const rgba = (color) => {
    brush.clearRect(0, 0, 1, 1);
    brush.fillStyle = color;
    brush.fillRect(0, 0, 1, 1);
    return [...brush.getImageData(0, 0, 1, 1).data];
  };

  const luminance = (color) => {
    const [red, green, blue] = Array.from(color, (part) => {
      const share = part / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };

  const ratio = (ink, paper) => {
    const seen = [0, 1, 2].map((i) => (ink[i] * ink[3] + paper[i] * (255 - ink[3])) / 255);
    const [dark, light] = [luminance(seen), luminance(paper)].toSorted((a, b) => a - b);
    return (light + 0.05) / (dark + 0.05);
  };

  /** What an element and all around it paint, as text: two elements with the same answer stand on the same paper. */
  const paper = (element) => {
    const painted = [];
    for (let one = element; one; one = one.parentElement) {
      const { backgroundColor, backgroundImage } = getComputedStyle(one);
      if (backgroundImage !== "none" || !backgroundColor.endsWith(", 0)")) painted.push(backgroundColor, backgroundImage);
    }
    return painted.join();
  };

  /** Whether the browser sees to the contrast: with forced colors it paints text and a plate behind it in the system's. */
  const isForced = (style) => matchMedia("(forced-colors: active)").matches && style.forcedColorAdjust === "auto";

  /** The color of an element's text, the ratio that its size asks for, and a text that is the same for its like. */
  const ink = (selector) => {
    const element = document.querySelector(selector);
    const style = getComputedStyle(element);
    const size = parseFloat(style.fontSize);
    const inDrawing = element instanceof SVGElement;
    const color = inDrawing ? style.fill : style.color;
    const large = size >= 24 || (size >= 18.66 && style.fontWeight >= 700);
    const needed = isForced(style) ? 0 : large ? 3 : 4.5;
    const place = inDrawing ? `${element.ownerSVGElement.outerHTML.length} ${element.getAttribute("class")}` : paper(element);
    return { color, needed, like: `${color} ${needed} ${place}` };
  };

  /** Of texts, each given as selector and HTML, the first of each kind whose contrast matters. */
  checks.kinds = (texts) => {
    const kinds = new Map();
    for (const [selector, html] of texts) {
      const one = ink(selector);
      if (one.needed && !kinds.has(one.like)) kinds.set(one.like, { ...one, selector, html });
    }
    return [...kinds.values()];
  };

  /** Take the text off the page and let nothing stick, so that all of it can be scrolled to; the rest is left as it is. */
  const veil = () => {
    shown = null; // a picture of another look says nothing about this one
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(VEIL);
    document.adoptedStyleSheets.push(sheet);
    loosened = [...document.body.querySelectorAll("*")].filter((one) => getComputedStyle(one).position === "sticky");
    for (const one of loosened) Object.assign(one.style, { position: "relative", inset: "auto" });
  };
  const unveil = () => {
    document.adoptedStyleSheets.pop();
    for (const one of loosened) one.removeAttribute("style");
  };

  const lines = (element) => {
    const range = document.createRange();
    range.selectNodeContents(element);
    return [...range.getClientRects()].filter((box) => box.width >= 1 && box.height >= 1);
  };

  const isInWindow = (box) => box.left >= 0 && box.top >= 0 && box.right <= innerWidth && box.bottom <= innerHeight;

  /** Bring an element's text into the window; tells whether the last picture no longer fits. */
  const bring = (selector) => {
    const element = document.querySelector(selector);
    const box = element.getBoundingClientRect();
    const top = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
    if (isInWindow(box) && element.contains(top)) return !shown;
    element.scrollIntoView({ block: "center", inline: "center", behavior: "instant" });
    return true;
  };

  /** Keep a picture of the window, as the text of a PNG in base 64. */
  const look = async (text) => {
    const image = await createImageBitmap(new Blob([Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0))]));
    const canvas = new OffscreenCanvas(image.width, image.height);
    shown = canvas.getContext("2d", { willReadFrequently: true });
    shown.drawImage(image, 0, 0);
  };

  /** The contrast that all but `LINES` of what is behind an element's text gives; 0 where none of it is in the window. */
  const contrast = ({ selector, color }) => {
    const paint = rgba(color);
    const ratios = [];
    for (const box of lines(document.querySelector(selector))) {
      const [left, top] = [Math.max(0, Math.ceil(box.left)), Math.max(0, Math.ceil(box.top))];
      const [right, bottom] = [Math.min(innerWidth, Math.floor(box.right)), Math.min(innerHeight, Math.floor(box.bottom))];
      if (right <= left || bottom <= top) continue;
      const { data } = shown.getImageData(left, top, right - left, bottom - top);
      for (let i = 0; i < data.length; i += 4) ratios.push(ratio(paint, data.subarray(i, i + 3)));
    }
    const sorted = Float64Array.from(ratios).toSorted();
    return sorted.length ? sorted[Math.floor(sorted.length * LINES)] : 0;
  };

  let waiting = [];
  let measured = [];

  /** Measure as far as the last picture reaches. Returns all contrasts, or nothing where another picture is needed. */
  const proceed = () => {
    while (waiting.length) {
      if (bring(waiting[0].selector)) return null;
      measured.push(contrast(waiting.shift()));
    }
    unveil();
    return measured;
  };

  /** Start to measure the contrast of texts as `checks.kinds` gives them. */
  checks.measure = (texts) => {
    veil();
    [waiting, measured] = [texts, []];
    return proceed();
  };

  /** Go on with a picture of the window as it is. */
  checks.goOn = async (text) => {
    await look(text);
    measured.push(contrast(waiting.shift()));
    return proceed();
  };
}
