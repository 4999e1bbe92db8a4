"""axe-core over a page: what it faults, and what it leaves undecided, as lines that a person can act on."""

from collections.abc import Mapping

from playwright.sync_api import Page

TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
"""WCAG 2.2 AA and axe's own good practice, nothing switched off. Left out are the tags for level AAA, which nobody
promised, and `experimental`, which axe itself calls unfinished."""

EVERYTHING = {"type": "tag", "values": TAGS}
COLORS = {"type": "rule", "values": ("color-contrast", "link-in-text-block")}
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


def faults(page: Page, rules: Mapping[str, object]) -> list[str]:
    """Run rules; one line a fault.

    Contrast that axe cannot decide is measured here; anything else undecided is a fault.
    """
    violations, incomplete = page.evaluate(RUN, rules)
    found = [f"{rule}: {html} {why}" for rule, _, html, why in violations]
    return found + [line for one in incomplete if (line := _undecided(page, *one))]


def _undecided(page: Page, rule: str, selector: str, html: str, why: str) -> str:
    """Contrast can be measured where axe gives up; anything else needs a person."""
    if rule != "color-contrast":
        return f"{rule} (undecided): {html} {why}"
    ratio, needed = page.evaluate("selector => checks.contrast(selector)", selector)
    if not ratio:
        return f"{rule} (undecided): {html} {why}"
    return "" if ratio >= needed else f"{rule}: {html} has {ratio:.2f}, needs {needed}"
