// Text that is smaller than it may be, at the size at which it is shown; what is folded is opened for it.
{
  const checks = (globalThis.checks ??= {});
  /** Pixels: of what is read, and of marks and of words in drawings, below which nothing goes. */
  const READ = 16;
  const LEAST = 14;
  const SLACK = 0.05;
  /** The picture of the card is a preview of a file; the card in words stands beside it. */
  const LEFT_OUT = ".card-picture, .card-picture *";

  const shown = (element) => {
    const size = parseFloat(getComputedStyle(element).fontSize);
    if (!element.ownerSVGElement) return size;
    const { a, b } = element.getScreenCTM();
    return size * Math.hypot(a, b);
  };

  checks.small = () => {
    const folded = document.querySelectorAll("details:not([open])");
    for (const one of folded) one.open = true;
    const found = [];
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const { data, parentElement: element } = texts.currentNode;
      if (!data.trim() || element.matches(LEFT_OUT) || !element.checkVisibility({ visibilityProperty: true })) continue;
      const least = element.ownerSVGElement || element.closest("sup") ? LEAST : READ;
      const size = shown(element);
      if (size < least - SLACK) found.push(`${size.toFixed(1)} px: ${element.localName} "${data.trim().slice(0, 40)}"`);
    }
    for (const one of folded) one.open = false;
    return found;
  };
}
