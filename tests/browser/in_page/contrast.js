// Contrast of text that axe could not decide on: over a picture, a gradient, a scrolled table, drawn in SVG.
{
  const checks = (globalThis.checks ??= {});
  const COLOR = /(?:rgba?|hsla?|oklch|oklab|lch|lab|color)\([^()]*\)|transparent|#[0-9a-f]{3,8}/g;
  const brush = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });

  /** Any CSS color as red, green, blue (0 to 255) and opacity (0 to 1). */
  const rgba = (color) => {
    brush.clearRect(0, 0, 1, 1);
    brush.fillStyle = color;
    brush.fillRect(0, 0, 1, 1);
    const [red, green, blue, alpha] = brush.getImageData(0, 0, 1, 1).data;
    return [red, green, blue, alpha / 255];
  };

  const over = (top, below) => [0, 1, 2].map((i) => top[i] * top[3] + below[i] * (1 - top[3])).concat(1);

  const luminance = (color) => {
    const [red, green, blue] = color.slice(0, 3).map((part) => {
      const share = part / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };

  checks.ratio = (one, other) => {
    const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a);
    return (light + 0.05) / (dark + 0.05);
  };

  /** The colors that an element paints over others, layer by layer; null for a picture, which nobody can foresee. */
  const layers = (element) => {
    const style = getComputedStyle(element);
    if (element instanceof SVGElement && element.localName !== "svg") {
      const fill = rgba(style.fill === "none" || element.localName === "text" ? "transparent" : style.fill);
      return [[[...fill.slice(0, 3), fill[3] * style.fillOpacity * style.opacity]]];
    }
    if (style.backgroundImage.includes("url(") || element.localName === "img") return null;
    const stops = style.backgroundImage.match(COLOR) ?? [];
    return [[rgba(style.backgroundColor)], stops.map(rgba)].filter((layer) => layer.length);
  };

  /** All colors that can be behind an element, from the page's own up to the nearest; null if that cannot be told. */
  checks.behind = (element) => {
    element.scrollIntoView({ block: "center", inline: "center", behavior: "instant" });
    const box = element.getBoundingClientRect();
    const at = document.elementsFromPoint(box.x + box.width / 2, box.y + box.height / 2);
    if (!at.includes(element)) return null;
    let colors = [rgba("Canvas")];
    for (const one of at.slice(at.indexOf(element)).reverse()) {
      const painted = layers(one);
      if (!painted) return null;
      for (const layer of painted) {
        const mixed = layer.flatMap((top) => colors.map((below) => over(top, below)));
        colors = layer.every((top) => top[3] === 1) ? mixed : [...colors, ...mixed];
      }
    }
    return colors;
  };

  /** Worst contrast of an element's text and what it needs; a ratio of 0 where the background cannot be told. */
  checks.contrast = (selector) => {
    const element = document.querySelector(selector);
    const style = getComputedStyle(element);
    const size = parseFloat(style.fontSize);
    const needed = size >= 24 || (size >= 18.66 && style.fontWeight >= 700) ? 3 : 4.5;
    const ink = rgba(element instanceof SVGElement ? style.fill : style.color);
    const colors = checks.behind(element);
    return [colors ? Math.min(...colors.map((color) => checks.ratio(over(ink, color), color))) : 0, needed];
  };
}
