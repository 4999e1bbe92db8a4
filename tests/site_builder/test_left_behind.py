"""Files that editors leave between ours, and ours that cannot be read, at every place that a build reads."""

import errno
import os
from pathlib import Path
from shutil import rmtree

import pytest

from site_builder.build import ReadRuntime, build
from site_builder.core.problems import ContentProblems, MissingPart
from site_builder.core.project import Project
from tests.cases.case import lay_out

READ = (
    "content/chapters/03-weak-ties.md",
    "content/pages/safety.md",
    "content/pictures/ring.svg",
    "content/words.yaml",
    "templates/page.html.j2",
    "web/css/search.css",
    "web/css/site/8-drawing.css",
    "web/img/icon.svg",
    "web/js/entries/page.js",
    "web/js/site/theme.js",
)
"""A file of each kind that a build reads, each in a way of its own."""

LEFT = (".{}.swp", "._{}", "{}~", "#{}#", "{}.orig", "{}.sync-conflict-20261128-101010-ABCDEFG.md")
PICTURE = '<svg viewBox="0 0 360 90"/>'


@pytest.fixture
def site(tiny: Project) -> Project:
    """The tiny site with a picture."""
    (tiny.content / "pictures").mkdir()
    (tiny.content / "pictures" / "ring.svg").write_text(PICTURE, "utf-8")
    return tiny


def test_a_site_is_the_same_whatever_was_left_between_its_files(
    site: Project, project: Project, tmp_path: Path, read_runtime: ReadRuntime
) -> None:
    clean = lay_out("tiny", project, tmp_path / "clean")
    (clean.content / "pictures").mkdir()
    (clean.content / "pictures" / "ring.svg").write_text(PICTURE, "utf-8")
    for file in (site.root / name for name in READ):
        assert file.is_file()
        for left in LEFT:
            file.with_name(left.format(file.name)).write_bytes(b"\x00\xff of an editor")
        file.with_name(f".#{file.name}").symlink_to("ann@host.1234")
    assert build(site, print, read_runtime).files == build(clean, print, read_runtime).files


@pytest.mark.parametrize("name", [name for name in READ if "/pictures/" not in name])
def test_a_file_that_cannot_be_read_is_named(site: Project, name: str, read_runtime: ReadRuntime) -> None:
    file = site.root / name
    file.unlink()
    file.symlink_to(file.name)
    with pytest.raises(ContentProblems) as caught:
        build(site, print, read_runtime)
    told = {(problem.path, problem.text) for problem in caught.value.problems}
    assert (name, f"this cannot be read ({os.strerror(errno.ELOOP)})") in told


@pytest.mark.parametrize("name", READ)
def test_a_file_that_is_no_text_is_told_with_its_line(site: Project, name: str, read_runtime: ReadRuntime) -> None:
    (site.root / name).write_bytes(b"\ncaf\xe9\n")
    with pytest.raises(ContentProblems) as caught:
        build(site, print, read_runtime)
    told = {(problem.path, problem.line, problem.code) for problem in caught.value.problems}
    assert (name, 2, "encoding") in told


@pytest.mark.parametrize(
    "folder", ["content/chapters", "content/pages", "templates", "web/css", "web/img", "web/js", "web/js/entries"]
)
def test_a_file_in_the_place_of_a_folder_is_told(site: Project, folder: str, read_runtime: ReadRuntime) -> None:
    rmtree(site.root / folder)
    (site.root / folder).write_text("", "utf-8")
    with pytest.raises((ContentProblems, MissingPart)):
        build(site, print, read_runtime)
