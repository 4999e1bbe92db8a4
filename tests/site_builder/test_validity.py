"""Every page, style sheet and drawing of the finished site is valid."""

import re
from pathlib import Path

import pytest

from site_builder.core.model import Files
from site_builder.core.project import Project
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


@pytest.fixture(scope="module")
def said(project: Project, files: Files, tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """What the checker says of the real site."""
    assert {ending for ending in CHECKED if any(name.endswith(ending) for name in files)} == set(CHECKED)
    return complaints(project, files, tmp_path_factory.mktemp("nu") / "dist")


def test_every_file_is_valid(said: list[str]) -> None:
    faults = [line for line in said if not any(re.search(known, line) for known in KNOWN)]
    assert not faults, "\n" + "\n".join(faults)


@pytest.mark.parametrize("known", KNOWN)
def test_what_is_known_still_occurs(said: list[str], known: str) -> None:
    assert any(re.search(known, line) for line in said), KNOWN[known]


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


def test_faults_are_found_with_file_and_line(project: Project, tmp_path: Path) -> None:
    files = {name: text.encode() for name, (text, _) in FAULTY.items()}
    found = complaints(project, files, tmp_path / "dist")
    missing = [
        wanted
        for name, (_, fault) in FAULTY.items()
        if not any(line.startswith(wanted := f"{name}:{fault}") for line in found)
    ]
    assert missing == [], found


def test_a_good_site_passes(project: Project, tmp_path: Path) -> None:
    good = {
        "a.html": PAGE.format("<p>b</p>"),
        "c.css": "p { color: red }",
        "d.svg": DRAWING.format("<circle r='3'/>"),
    }
    assert complaints(project, {name: text.encode() for name, text in good.items()}, tmp_path / "dist") == []
