// What happens while somebody goes through a page with the Tab key: order, a mark, and nothing in the way.
{
  const checks = (globalThis.checks ??= {});
  const INTERACTIVE = "a[href], area[href], button, input, select, textarea, summary, [tabindex], [contenteditable]";
  /** Least width of an outline in CSS pixels. */
  const THICK = 2;

  const call = (element) => {
    const text = element.ariaLabel || element.labels?.[0]?.textContent || element.textContent || element.name;
    return `${element.localName} "${text?.trim().replaceAll(/\s+/g, " ").slice(0, 40)}"`;
  };

  /** Of a group of radio buttons Tab reaches one: the chosen one, else the first. */
  const standsForGroup = (element, all) => {
    if (element.type !== "radio" || !element.name) return true;
    const group = all.filter((one) => one.type === "radio" && one.name === element.name && one.form === element.form);
    return element === (group.find((one) => one.checked) ?? group[0]);
  };

  const stops = () => {
    const shown = [...document.querySelectorAll(INTERACTIVE)].filter(
      (one) => !one.disabled && one.tabIndex >= 0 && !one.closest("[inert]") && one.checkVisibility({ visibilityProperty: true }),
    );
    return shown.filter((one) => standsForGroup(one, shown));
  };

  /** Where a mark may be, besides what the element itself draws before and after its text. */
  const around = (element) =>
    [element, ...(element.labels ?? []), element.parentElement, element.nextElementSibling].filter(Boolean);

  /** The outline as text, empty where there is none to speak of. The browser's own, `auto`, is thick whatever it reports. */
  const outlineOf = ({ outlineStyle, outlineColor, outlineWidth }) =>
    outlineStyle === "auto" || (outlineStyle !== "none" && parseFloat(outlineWidth) >= THICK)
      ? `${outlineStyle} ${outlineColor} ${outlineWidth}`
      : "";

  const look = (element) =>
    [...around(element).map((one) => [one, null]), [element, "::before"], [element, "::after"]].map(([one, part]) => {
      const style = getComputedStyle(one, part);
      return { outline: outlineOf(style), shadow: style.boxShadow };
    });

  const isMarked = (before, now) =>
    now.some(
      (one, i) =>
        (one.outline && one.outline !== before[i].outline) || (one.shadow !== "none" && one.shadow !== before[i].shadow),
    );

  /** Whether any corner or the middle of it can be seen: nothing sticky is in front and it is in the window. */
  const isSeen = (element) =>
    around(element).slice(0, 1 + (element.labels?.length ?? 0)).some((one) =>
      [...one.getClientRects()].some(({ left, right, top, bottom }) => {
        const [x, y] = [(left + right) / 2, (top + bottom) / 2];
        const points = [[x, y], [left + 2, top + 2], [right - 2, top + 2], [left + 2, bottom - 2], [right - 2, bottom - 2]];
        return points.some(([across, down]) => {
          const top_most = document.elementFromPoint(across, down);
          return top_most && (one.contains(top_most) || top_most.contains(element));
        });
      }),
    );

  /** Start to watch. Returns how many stops the page has; `checks.walked()` tells afterward what went wrong. */
  checks.walk = () => {
    const wanted = stops();
    document.body.tabIndex = -1; // Tab starts from what had focus last, so that has to be the top of the page
    document.body.focus();
    document.body.removeAttribute("tabindex");
    const before = new Map(wanted.map((one) => [one, look(one)]));
    const reached = [];
    const found = wanted.filter((one) => one.tabIndex > 0).map((one) => `has a place of its own in the order: ${call(one)}`);
    const notice = (event) => {
      const now = document.activeElement;
      if (event.key !== "Tab" || !before.has(now) || reached.includes(now)) return;
      reached.push(now);
      if (!isMarked(before.get(now), look(now))) found.push(`no mark: ${call(now)}`);
      if (!isSeen(now)) found.push(`out of sight: ${call(now)}`);
    };
    addEventListener("keydown", notice, { capture: true });
    checks.walked = () => {
      found.push(...wanted.filter((one) => !reached.includes(one)).map((one) => `not reached: ${call(one)}`));
      const early = reached.find((one, i) => i && wanted.indexOf(one) < wanted.indexOf(reached[i - 1]));
      return early ? [...found, `out of order: ${call(early)}`] : found;
    };
    return wanted.length;
  };
}
