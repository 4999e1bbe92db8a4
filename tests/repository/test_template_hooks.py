"""What pages want to show is in the answers of `scoring`; what is in the answers is shown or used."""

import re
from pathlib import Path

import pytest

from site_builder.core.model import Files
from site_builder.core.project import Project
from tests.repository.hooks import Hooks, Output, outputs
from tests.repository.used_by_scripts import used_by_scripts

DO = re.compile(r'\bdata-do="([^"]*)"')
HANDLED = re.compile(r"\[data-do=([\w-]+)\]")
PROMISED = {("PossibleAnswer", "score"): "the score that every possible answer of every strand would give"}
"""What nothing of ours reads, and the changelog's words for it."""

SPARE: Output = ("Idea", "spare")
"""An output that nothing uses, put in to see that it is found."""


@pytest.fixture(scope="module")
def pages(files: Files) -> dict[str, bytes]:
    """The finished pages."""
    return {name: data for name, data in files.items() if name.endswith(".html")}


@pytest.fixture(scope="module")
def hooks(pages: dict[str, bytes]) -> Hooks:
    """The hooks of all pages."""
    found = Hooks()
    for name, html in pages.items():
        found.read(name, html)
    return found


def test_every_name_in_a_page_is_in_what_fills_it(hooks: Hooks) -> None:
    assert hooks.faults == []
    assert len(hooks.shown) > 40


def test_every_output_is_shown_or_used(hooks: Hooks, project: Project, tmp_path: Path) -> None:
    types = (project.web / "types" / "scoring.d.ts").read_text("utf-8")
    types = types.replace("interface Idea {\n", "interface Idea {\n  spare: string;\n")
    asked = outputs() - hooks.shown | {SPARE}
    assert asked - used_by_scripts(project, types, asked, tmp_path) == {SPARE, *PROMISED}


@pytest.mark.parametrize("words", PROMISED.values())
def test_what_nothing_uses_is_promised_in_the_changelog(words: str, project: Project) -> None:
    assert words in " ".join((project.root / "CHANGELOG.md").read_text("utf-8").split())


def test_every_button_has_its_script_and_every_script_its_button(pages: dict[str, bytes], project: Project) -> None:
    wanted = {name for html in pages.values() for name in DO.findall(html.decode())}
    scripts = "".join(path.read_text("utf-8") for path in (project.web / "js").rglob("*.js"))
    assert wanted == set(HANDLED.findall(scripts))
    assert {"another", "erase", "theme", "restart"} < wanted


@pytest.mark.parametrize(
    ("html", "fault"),
    [
        ('<i data-text="sentence"></i>', ""),
        ('<i data-text="sentense"></i>', "BuilderView has no sentense"),
        ('<i data-text="invitation.title"></i>', ""),
        ('<i data-text="invitation.titel"></i>', "Idea has no titel"),
        ('<i data-text="invitation"></i>', "is of another kind"),
        ('<i data-text="sentence.x"></i>', "str has no x"),
        ('<i data-if="protocol.steps"></i>', ""),
        ('<i data-if="card-parts"></i>', "BuilderView has no card-parts"),
        ('<i data-each="notes"><template><b data-text=""></b></template></i>', ""),
        ('<i data-each="points"><template><b data-text="gain"></b></template></i>', ""),
        ('<i data-each="points"><template><b data-text="sentence"></b></template></i>', "PointsRow has no sentence"),
        ('<i data-each="points"><template><b data-text=""></b></template></i>', "is of another kind"),
        ('<i data-each="sentence"></i>', "is of another kind"),
        ('<i data-pick="path"></i>', ""),
        ('<i data-pick="points"></i>', "is of another kind"),
        ('<i data-slot="day" data-show="moment"></i>', ""),
        ('<i data-slot="range"></i>', "CardParts has no range"),
        ('<i data-kind="invitation"></i>', ""),
        ('<i data-kind="repair"></i>', "Ideas has no repair"),
    ],
)
def test_a_name_that_means_nothing_is_found(html: str, fault: str) -> None:
    hooks = Hooks()
    hooks.read("x.html", f'<p data-text="never"></p><div id="result">{html}</div>'.encode())
    outside, *inside = hooks.faults
    assert outside == "x.html: data-text=never: nothing fills this part of the page"
    assert [one.rpartition(": ")[2] for one in inside] == ([fault] if fault else [])
