"""axe-core over a page: what it faults, and what it leaves undecided, as lines that a person can act on."""

from collections import Counter
from collections.abc import Mapping

from playwright.sync_api import Page

TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
"""WCAG 2.2 AA and axe's own good practice, nothing switched off. Left out are the tags for level AAA, which nobody
promised, and `experimental`, which axe itself calls unfinished."""

CONTRAST = "color-contrast"
EVERYTHING = {"type": "tag", "values": TAGS}
COLORS = {"type": "rule", "values": (CONTRAST, "link-in-text-block")}
COLORS_AND_ROOM = {"type": "rule", "values": (*COLORS["values"], "target-size", "scrollable-region-focusable")}
"""What can differ between two themes, and between two widths. The other rules read the HTML: once is enough."""

RUN = """async (only) => {
    const options = { runOnly: only, resultTypes: ["violations", "incomplete"], preload: false, ancestry: true };
    const { violations, incomplete } = await axe.run(document, options);
    const rows = (results) => results.flatMap(({ id, nodes }) => nodes.map((node) => {
        const why = [...node.any, ...node.all, ...node.none].map((check) => check.message);
        return [id, node.ancestry.flat().join(" "), node.html.slice(0, 120), why.join("; ")];
    }));
    return [rows(violations), rows(incomplete)];
}"""
"""`preload` would fetch the style sheets again, for a rule that looks for locked screens only."""


QUICKLY = {"format": "png", "optimizeForSpeed": True}
ENOUGH = 1
"""So many texts of one color on one paper are measured, the first that is met."""


def faults(page: Page, rules: Mapping[str, object], met: Counter[str] | None = None) -> list[str]:
    """Run rules; one line a fault.

    Contrast that axe cannot decide is measured here; anything else undecided is a fault. `met` counts what was
    measured on other pages in the same look.
    """
    violations, incomplete = page.evaluate(RUN, rules)
    found = [f"{rule}: {html} {why}" for rule, _, html, why in violations]
    found += [f"{rule} (undecided): {html} {why}" for rule, _, html, why in incomplete if rule != CONTRAST]
    open_ones = [(selector, html) for rule, selector, html, _ in incomplete if rule == CONTRAST]
    return found + _measured(page, open_ones, Counter() if met is None else met)


def _measured(page: Page, texts: list[tuple[str, str]], met: Counter[str]) -> list[str]:
    """Look at what is behind the texts, in as few pictures as can be."""
    inks = page.evaluate("selectors => selectors.map(checks.ink)", [selector for selector, _ in texts])
    chosen = []
    for (selector, html), (ink, needed, like) in zip(texts, inks, strict=True):
        met[like] += 1
        if needed and met[like] <= ENOUGH:
            chosen.append((selector, html, ink, needed))
    found: list[str] = []
    if not chosen:
        return found
    camera = page.context.new_cdp_session(page)
    page.evaluate("checks.veil()")
    for selector, html, ink, needed in chosen:
        if page.evaluate("checks.bring", selector):
            page.evaluate("checks.look", camera.send("Page.captureScreenshot", QUICKLY)["data"])
        ratio = page.evaluate("checks.contrast", [selector, ink])
        if ratio < needed:
            found.append(f"{CONTRAST}: {html} has {ratio:.2f}, needs {needed}")
    page.evaluate("checks.unveil()")
    camera.detach()
    return found
