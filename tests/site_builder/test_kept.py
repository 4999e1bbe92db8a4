"""Whatever is in `.cache/`: the same site comes out, and the same mistakes are told."""

from pathlib import Path
from shutil import copytree

import pytest

from site_builder.build import build
from site_builder.core.model import Files
from site_builder.core.problems import ContentProblems
from site_builder.core.project import Project
from tests.cases.case import read_no_python


def make(project: Project) -> Files:
    return build(project, print, read_no_python).files


def complaint(project: Project) -> str:
    with pytest.raises(ContentProblems) as caught:
        make(project)
    return str(caught.value)


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


def kept_files(project: Project) -> list[Path]:
    return [path for path in project.cache.rglob("*") if path.is_file()]


@pytest.fixture
def tiny(tiny: Project) -> Project:
    """The tiny site, with what takes longest to make and nothing else."""
    for name in ("compressed", "figures"):
        (tiny.cache / name).unlink()
    return tiny


@pytest.fixture
def alone(tiny: Project) -> Project:
    """The same with a cache of its own, as far as other tests have filled theirs."""
    for link in [path for path in tiny.cache.iterdir() if path.is_symlink()]:
        target = link.resolve()
        link.unlink()
        copytree(target, link)
    return tiny


def test_an_empty_a_warm_and_a_damaged_cache_give_the_same_bytes(alone: Project) -> None:
    cold, warm = make(alone), make(alone)
    assert warm == cold
    for number, path in enumerate(kept_files(alone)):
        data = path.read_bytes()
        path.write_bytes([b"", data[:-1], bytes(len(data)), data[:50] + b"?" + data[51:]][number % 4])
    assert make(alone) == cold
    assert make(alone) == cold


def test_a_changed_text_changes_its_page_only_as_it_would_without_a_cache(tiny: Project) -> None:
    make(tiny)
    change(tiny.content / "chapters" / "03-weak-ties.md", "\n---\n", "\n---\n\nA new first line.\n")
    warm = make(tiny)
    for path in kept_files(tiny):
        path.unlink()
    assert make(tiny) == warm
    assert b"A new first line." in warm["chapters/weak-ties.html"]


def test_a_mistake_in_a_text_is_told_by_every_build(tiny: Project) -> None:
    make(tiny)
    chapter = tiny.content / "chapters" / "03-weak-ties.md"
    change(chapter, "\n---\n", "\n---\n\n[x](nothing.md)\n\n# A title\n")
    first, second = complaint(tiny), complaint(tiny)
    line = chapter.read_text("utf-8").splitlines().index("# A title") + 1
    assert first == second
    assert f"content/chapters/03-weak-ties.md:{line}:1: " in first
    assert f"content/chapters/03-weak-ties.md:{line - 2}:5: " in first


def test_a_mistake_in_a_finished_page_is_told_by_every_build(tiny: Project) -> None:
    make(tiny)
    change(tiny.templates / "base.html.j2", "</body>", '<b style="x">y</b><a href="nothing.html">z</a></body>')
    first, second = complaint(tiny), complaint(tiny)
    assert first == second
    assert "templates/base.html.j2:" in first
    assert "inline style" in first
    assert '"nothing.html" leads nowhere' in first
