"""A site may grow: every further chapter costs the same, and no limit stands in its way."""

from collections import Counter
from cProfile import Profile
from pathlib import Path

import pytest

from benchmarks.generators.chapters import read_chapters
from benchmarks.generators.sites import community_os, mkdocs
from site_builder.build import build
from site_builder.core.project import Project
from tests.cases.case import read_no_python

LEAST = 12
"""The builder names as many."""


@pytest.fixture
def grow(project: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> "Grow":
    monkeypatch.setattr("os.cpu_count", lambda: 1)
    monkeypatch.setattr("site_builder.graphics.draw.draw", lambda *_: b"a picture")
    return Grow(project, tmp_path)


class Grow:
    """Builds sites with the real chapters repeated, without drawing their pictures."""

    def __init__(self, project: Project, folder: Path) -> None:
        self.project = project
        self.folder = folder

    def lay_out(self, count: int) -> Project:
        root = self.folder / str(count)
        root.mkdir()
        community_os(self.project, root, list(read_chapters(self.project, count)))
        for name in ("fonts", "scripts"):  # not those of the project: other tests' builds make old ones go from there
            (self.folder / name).mkdir(exist_ok=True)
            (root / ".cache" / name).symlink_to(self.folder / name)
        return Project(root)

    def calls(self, count: int) -> Counter[str]:
        """Count the calls of each function of a build with a warm cache."""
        project = self.lay_out(count)
        build(project, print, read_no_python)
        with Profile() as profile:
            build(project, print, read_no_python)
        calls: Counter[str] = Counter()
        for entry in profile.getstats():
            code = entry.code
            name = code if isinstance(code, str) else f"{code.co_filename}:{code.co_qualname}"
            calls[name.replace(str(project.root), "")] += entry.callcount
        return calls


def test_a_hundred_chapters_are_built_with_all_checks(grow: Grow) -> None:
    built = build(grow.lay_out(100), print, read_no_python)
    assert built.chapters == 100
    assert "chapters/weekly-review-8.html" in built.files


def test_no_function_is_called_more_often_for_further_chapters_than_for_those_before_them(grow: Grow) -> None:
    few, more, most = (grow.calls(LEAST * times) for times in (1, 2, 3))
    growing = {name: (few[name], more[name], most[name]) for name in most}
    steep = {name: n for name, n in growing.items() if n[2] - n[1] > 1.25 * (n[1] - n[0]) + LEAST}
    assert steep == {}


def test_chapters_are_the_same_for_other_generators_but_for_links_and_citations(
    project: Project, tmp_path: Path
) -> None:
    chapters = list(read_chapters(project, 30))
    assert len({chapter.slug for chapter in chapters}) == len({chapter.title for chapter in chapters}) == 30
    mkdocs(project, tmp_path, chapters)
    texts = {path.name: path.read_text("utf-8") for path in (tmp_path / "docs").glob("*.md")}
    assert len(texts) == 31
    assert not any("[@" in text for text in texts.values())
    assert "](0009-repair.md" in texts["0015-weak-ties-2.md"]
    assert "](pictures/five-steps.svg)" in texts["0015-weak-ties-2.md"]
