// What does not fit: a page wider than its window, text cut off, ordinary text that must be scrolled sideways.
{
  const checks = (globalThis.checks ??= {});
  const TWO_WAYS = "table, pre, svg, img";
  const SLACK = 1;
  /** The part of a line's height below its letters' feet. */
  const EMPTY = 0.2;

  const call = (element) => {
    const text = element.textContent.trim().replaceAll(/\s+/g, " ").slice(0, 40);
    const marks = [element.id && `#${element.id}`, ...[...element.classList].map((name) => `.${name}`)];
    return `${element.localName}${marks.join("")} "${text}"`;
  };

  const scrolls = (element) => /auto|scroll/.test(getComputedStyle(element).overflowX);

  /** Text that sticks out of the window, where no box of its own lets the reader scroll to it. */
  const sticksOut = (element, width) => {
    if (![...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim())) return false;
    if (element.getBoundingClientRect().right <= width + SLACK) return false;
    for (let box = element; box; box = box.parentElement) if (scrolls(box)) return false;
    return true;
  };

  /** Text that its own box hides. A box of one pixel is there for screen readers only. */
  const isCut = (element, style) => {
    const hides = (way) => /hidden|clip/.test(way);
    if (element.clientWidth <= 1 || element instanceof SVGElement || !element.textContent.trim()) return false;
    return (
      (hides(style.overflowX) && element.scrollWidth > element.clientWidth + SLACK) ||
      (hides(style.overflowY) && element.scrollHeight > element.clientHeight + SLACK)
    );
  };

  /** A label in a drawing that reaches over the drawing's edge. */
  const leavesDrawing = (element) => {
    if (element.localName !== "text" || getComputedStyle(element.ownerSVGElement).overflow === "visible") return false;
    const [label, sheet] = [element, element.ownerSVGElement].map((one) => one.getBoundingClientRect());
    if (!element.getClientRects().length) return false; // within a hidden part, which Chromium calls visible
    const ink = label.bottom - EMPTY * label.height;
    return label.left < sheet.left - SLACK || label.right > sheet.right + SLACK || ink > sheet.bottom + SLACK;
  };

  checks.reflow = () => {
    const root = document.documentElement;
    const wide = root.scrollWidth > root.clientWidth;
    const found = wide ? [`the page is ${root.scrollWidth} px wide in a window of ${root.clientWidth} px`] : [];
    for (const element of document.body.querySelectorAll("*")) {
      if (!element.checkVisibility({ visibilityProperty: true })) continue;
      const style = getComputedStyle(element);
      if (sticksOut(element, root.clientWidth)) found.push(`sticks out: ${call(element)}`);
      if (isCut(element, style)) found.push(`is cut off: ${call(element)}`);
      if (leavesDrawing(element)) found.push(`leaves its drawing: ${call(element)}`);
      const sideways = scrolls(element) && element.scrollWidth > element.clientWidth + SLACK;
      if (sideways && !element.matches("input, textarea, select") && !element.querySelector(TWO_WAYS)) {
        found.push(`scrolls sideways: ${call(element)}`);
      }
    }
    return found;
  };

  /** Put rules above those of the page, in place of the last ones; none for the page as it is. */
  checks.alter = (rules) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(rules);
    document.adoptedStyleSheets = [sheet];
  };
}
