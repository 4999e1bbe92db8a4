"""Style sheets name no left and no right: a page whose letters run to the left is laid out the other way round."""

import re

from site_builder.core.project import Project

SIDES = re.compile(
    r"(?:margin|padding|border|scroll-margin|scroll-padding)-(?:left|right)|(?<![-.\w])(?:left|right)\s*[:;}]"
)
SHORT = re.compile(r"(?<![-\w])(?:margin|padding|inset):\s*([^;{}]+)")
PARTS = re.compile(r"(?:[^\s(]|\((?:[^()]|\([^()]*\))*\))+")
PAPER = re.compile(r"@page[^{]*\{(?:[^{}]|\{[^{}]*\})*\}")
"""A sheet of paper has no direction."""


def sides(css: str) -> list[str]:
    """Everything that names a side, and margins and the like that differ between the two."""
    css = PAPER.sub("", css)
    uneven = [
        found.group()
        for found in SHORT.finditer(css)
        if len(parts := PARTS.findall(found.group(1))) == 4 and parts[1] != parts[3]
    ]
    return [found.group() for found in SIDES.finditer(css)] + uneven


def test_a_side_is_found() -> None:
    told = sides("a { margin-left: 0; float: right; margin: 0 1em 0 calc(1em + (2px * 3)) } .left { left: 0 }")
    assert told == ["margin-left", "right;", "left:", "margin: 0 1em 0 calc(1em + (2px * 3)) "]
    assert (
        sides("@page { margin: 1mm 2mm 3mm 4mm; @bottom-right { content: none; } } a { margin: 0 1px 2px 1px }") == []
    )


def test_no_style_sheet_names_a_side(project: Project) -> None:
    found = {path.name: sides(path.read_text("utf-8")) for path in sorted((project.web / "css").rglob("*.css"))}
    assert {name: told for name, told in found.items() if told} == {}
