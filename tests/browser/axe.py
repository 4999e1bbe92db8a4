"""axe-core over a page: what it faults, and what it leaves undecided, as lines that a person can act on."""

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
    const wanted = { runOnly: only, resultTypes: ["violations", "incomplete"], ancestry: true };
    const { violations, incomplete } = await axe.run(document, { ...wanted, preload: false, selectors: false });
    const small = violations.find(({ id }) => id === "target-size");
    if (small) small.nodes = await checks.inTheOpen(small);
    const rows = (results) => results.flatMap(({ id, nodes }) => nodes.map((node) => {
        const why = [...node.any, ...node.all, ...node.none].map((check) => check.message);
        return [id, node.html.slice(0, 120), why.join("; ")];
    }));
    const open = incomplete.find(({ id }) => id === "color-contrast");
    const texts = (open?.nodes ?? []).map((node) => [node.ancestry.flat().join(" "), node.html.slice(0, 120)]);
    return [rows(violations), rows(incomplete.filter((result) => result !== open)), checks.kinds(texts)];
}"""
"""`preload` would fetch the style sheets again, for a rule that looks for locked screens only.
`selectors` would make up one for each text, and the ancestry is one."""

QUICKLY = {"format": "png", "optimizeForSpeed": True}


def faults(page: Page, rules: Mapping[str, object], met: set[str] | None = None) -> list[str]:
    """Run rules; one line a fault.

    Contrast that axe cannot decide is measured here; anything else undecided is a fault. Of texts of one color on one
    paper the first is measured; `met` are the kinds that were measured on other pages in the same look.
    """
    violations, undecided, kinds = page.evaluate(RUN, rules)
    found = [f"{rule}: {html} {why}" for rule, html, why in violations]
    found += [f"{rule} (undecided): {html} {why}" for rule, html, why in undecided]
    met = set() if met is None else met
    chosen = [kind for kind in kinds if kind["like"] not in met]
    met.update(kind["like"] for kind in chosen)
    for kind, ratio in zip(chosen, _measured(page, chosen), strict=True):
        if ratio < kind["needed"]:
            found.append(f"{CONTRAST}: {kind['html']} has {ratio:.2f}, needs {kind['needed']}")
    return found


def _measured(page: Page, kinds: list[dict[str, object]]) -> list[float]:
    """Look at what is behind the texts, in as few pictures as can be."""
    if not kinds:
        return []
    camera = page.context.new_cdp_session(page)
    ratios = page.evaluate("checks.measure", kinds)
    while ratios is None:
        ratios = page.evaluate("checks.goOn", camera.send("Page.captureScreenshot", QUICKLY)["data"])
    camera.detach()
    return ratios
