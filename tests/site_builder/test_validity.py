"""Every page, style sheet and drawing of the finished site is valid."""

import re

import pytest

from site_builder.core.model import Files
from site_builder.core.project import Project
from tests.once import Once
from tests.site_builder.nu import CHECKED, complaints

KNOWN = {
    r"violates Content Security Policy \(meta tag\): (external (stylesheet|script)|image) “[^:”]+” blocked": (
        "the policy allows 'self', which is no place when the checker reads a file from disk; "
        "that the browser blocks nothing of ours is tested in tests/browser"
    ),
    "Inline script violates Content Security Policy": (
        "structured data is no script to a browser, and no policy touches it (tests/browser/test_head.py); "
        "the one real script inside the pages has its hash in the policy"
    ),
    "CSS: “(container-type|paint-order|vector-effect)”: Property": "CSS and SVG 2, in all browsers for years",
    "CSS: Unrecognized at-rule “@container”": "CSS Containment 3, in all browsers since 2023",
    "CSS: “animation-timeline”: Property": "CSS Scroll-driven Animations 1; only an ornament depends on it",
    "CSS: “scroll-target-group”: Property": "CSS Overflow 5; where it is unknown, the contents list stays plain",
    "pseudo-class “:target-current”": "CSS Overflow 5, with scroll-target-group",
}
"""What the checker says although it is not so, with the reason. Each must still occur: the list cannot rot."""


PAGE = "<!DOCTYPE html>\n<html lang=en><meta charset=utf-8><title>t</title>\n{}\n"
DRAWING = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">{}</svg>'
FAULTY = {
    "a.html": (PAGE.format("<p><div></p>"), "3: No “p” element in scope"),
    "b.html": (PAGE.format("<ul><p>c</p></ul>"), "3: Element “p” not allowed as child of element “ul”"),
    "c.html": (PAGE.format("<label for=none>d</label>"), "3: The value of the “for” attribute"),
    "d.html": (PAGE.format("").replace(" lang=en", ""), "2: Consider adding a “lang” attribute"),
    "deep/e.css": ("p { color: red }\np { colour: red }", "2: CSS: “colour”: Property “colour” doesn't exist"),
    "f.svg": (DRAWING.format("<circle rr='3'/>"), "1: Attribute “rr” not allowed on element “circle”"),
}
GOOD = {
    "a.html": PAGE.format("<p>b</p>"),
    "c.css": "p { color: red }",
    "d.svg": DRAWING.format("<circle r='3'/>"),
}


@pytest.fixture(scope="module")
def told(
    project: Project, files: Files, once: Once, tmp_path_factory: pytest.TempPathFactory
) -> dict[str, list[str]]:
    """What the checker says of the real site, of a faulty one and of a good one, which it is given together."""
    assert {ending for ending in CHECKED if any(name.endswith(ending) for name in files)} == set(CHECKED)
    sites: dict[str, Files] = {
        "real": files,
        "faulty": {name: text.encode() for name, (text, _) in FAULTY.items()},
        "good": {name: text.encode() for name, text in GOOD.items()},
    }
    together = {f"{site}/{name}": data for site in sites for name, data in sites[site].items()}
    folder = tmp_path_factory.mktemp("nu") / "dist"
    said: dict[str, list[str]] = {site: [] for site in sites}
    for line in once("validity", lambda: complaints(project, together, folder)):
        site, _, rest = line.partition("/")
        said[site].append(rest)
    return said


def test_every_file_is_valid(told: dict[str, list[str]]) -> None:
    faults = [line for line in told["real"] if not any(re.search(known, line) for known in KNOWN)]
    assert not faults, "\n" + "\n".join(faults)


@pytest.mark.parametrize("known", KNOWN)
def test_what_is_known_still_occurs(told: dict[str, list[str]], known: str) -> None:
    assert any(re.search(known, line) for line in told["real"]), KNOWN[known]


def test_faults_are_found_with_file_and_line(told: dict[str, list[str]]) -> None:
    missing = [
        wanted
        for name, (_, fault) in FAULTY.items()
        if not any(line.startswith(wanted := f"{name}:{fault}") for line in told["faulty"])
    ]
    assert missing == [], told["faulty"]


def test_a_good_site_passes(told: dict[str, list[str]]) -> None:
    assert told["good"] == []
