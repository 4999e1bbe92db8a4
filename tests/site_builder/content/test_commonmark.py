"""Every example of the CommonMark specification: the HTML that it says, or a problem that is told, or a reason."""

import re

import pytest
from lxml.html import fragment_fromstring, tostring

from site_builder.core.project import Project
from tests.site_builder.content.test_untrusted import html_of
from tests.site_builder.samples import parse

EXAMPLE = re.compile(r"^`{32} example\n(.*?)^\.\n(.*?)^`{32}$", re.MULTILINE | re.DOTALL)
TAB = "→"
"""Stands for one in the specification."""

STRAIGHT = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'", "…": "...", "–": "--", "—": "---"})
"""We set quotation marks, dashes and dots as a printer does."""

OURS = {*((f"h{level}", "id") for level in range(1, 7)), ("blockquote", "class"), ("img", "title")}
"""Attributes that only one side has: headings can be linked, what is to be said looks so, and what stands in the
title of an image would be lost on a phone."""

AROUND_BLOCKS = re.compile(r"\s*(</?(?:div|p|ul|ol|li|blockquote|pre|hr|h[1-6])\b[^>]*>)\s*")
"""White space beside a block is none."""

REFUSED = {
    "cells",
    "h1-in-text",
    "heading-jump",
    "leftover",
    "no-alt",
    "raw-html",
    "too-deep",
    "unused-address",
}

DIFFERENT = {
    "[foo]: <>\n\n[foo]\n": "an empty address is told when the links of all pages are looked at",
    "[link]()\n": "the same",
    "[link](<>)\n": "the same",
    "[]()\n": "the same",
}
"""Examples that are neither as specified nor refused, and why."""

MOST_REFUSED = 150


@pytest.fixture(scope="module")
def examples(project: Project) -> list[tuple[str, str]]:
    """Text and HTML of each."""
    path = project.root / "node_modules" / "commonmark-spec" / "spec.txt"
    return EXAMPLE.findall(path.read_text("utf-8").replace(TAB, "\t"))


def shape(html: str) -> str:
    """HTML as text, without what makes no difference to a reader."""
    root = fragment_fromstring(html, create_parent=True)
    for element in root.iter():
        for name in [name for name in element.attrib if (element.tag, name) in OURS]:
            del element.attrib[name]
        element.attrib.update(sorted((name, element.attrib.pop(name)) for name in list(element.attrib)))
    text = tostring(root, encoding="unicode").translate(STRAIGHT)
    verbatim = re.split(r"(<pre>.*?</pre>)", text, flags=re.DOTALL)
    return "".join(one if one.startswith("<pre>") else AROUND_BLOCKS.sub(r"\1", one) for one in verbatim)


def test_every_example_is_as_specified_or_refused_or_has_a_reason(examples: list[tuple[str, str]]) -> None:
    assert len(examples) > 600
    refused, different = 0, []
    for text, expected in examples:
        document, problems = parse(text)
        assert {problem.code for problem in problems} <= REFUSED, text
        refused += bool(problems)
        if not problems and shape(html_of(document)) != shape(expected):
            different.append(text)
    assert different == list(DIFFERENT)
    assert refused <= MOST_REFUSED
