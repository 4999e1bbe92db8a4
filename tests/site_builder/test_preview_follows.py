"""The preview builds at each change by itself; who waits for another edition is told when it is there."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Event

import pytest

from site_builder import preview as preview_module
from site_builder.core.problems import ContentProblems, Problem
from site_builder.core.project import Project
from site_builder.preview import EDITION, Preview
from site_builder.trouble_page import render_trouble
from tests.site_builder.commands import patch_build
from tests.site_builder.served import change

PATIENCE = 60
"""Seconds until a change counts as not noticed, on a machine that many programs share."""

CHAPTER = "content/chapters/03-weak-ties.md"


@pytest.fixture
def preview(tiny: Project, monkeypatch: pytest.MonkeyPatch) -> Preview:
    """A tiny site whose waiting pages are patient."""
    patch_build(monkeypatch)
    monkeypatch.setattr(preview_module, "PATIENCE", PATIENCE)
    return Preview(tiny, lambda _: None)


@pytest.fixture
def followed(preview: Preview) -> Iterator[Preview]:
    """The same, following changes."""
    with preview.following():
        yield preview


def after(preview: Preview, seen: str) -> str:
    """Another edition than the one that a page has, asked for as the page asks."""
    status, kind, body = preview.answer(f"/{EDITION}?seen={seen}")
    assert (status, kind) == (200, "text/plain; charset=utf-8")
    return body.decode()


def changed(preview: Preview, name: str = CHAPTER, old: str = "Start with", new: str = "Begin with") -> str:
    """Change a file, and wait for the edition that comes of it."""
    before = preview.shown.edition
    change(preview.project.root / name, old, new)
    told = after(preview, before)
    assert told == preview.shown.edition != before
    return told


def test_a_change_is_told_without_a_page_that_is_asked_for(followed: Preview) -> None:
    changed(followed)
    assert b"Begin with one face" in followed.shown.files["chapters/weak-ties.html"]


def test_a_mistake_is_told_and_the_mended_site_is_the_edition_that_it_was(followed: Preview) -> None:
    before = followed.shown.edition
    changed(followed, CHAPTER, "label:", "lable:")
    assert changed(followed, CHAPTER, "lable:", "label:") == before


def test_a_folder_that_comes_later_is_followed_from_then_on(tiny: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    patch_build(monkeypatch)
    monkeypatch.setattr(preview_module, "PATIENCE", PATIENCE)
    looked, away = Event(), tiny.root / "templates-away"
    tiny.templates.rename(away)
    preview = Preview(tiny, lambda _: None)
    assert preview.shown.trouble
    before = preview.shown.edition
    watch = preview_module.watch

    def watched(*folders: Path, **how: object) -> Iterator[object]:
        if tiny.templates in folders:
            looked.set()
        return watch(*folders, **how)

    monkeypatch.setattr(preview_module, "watch", watched)
    with preview.following():
        away.rename(tiny.templates)
        assert after(preview, before) != before
        assert looked.wait(PATIENCE)
        changed(preview, "templates/404.html.j2", "<h1>", "<h1>Begin with one face ")
    assert b"Begin with one face" in preview.shown.files["404.html"]


def test_where_the_system_does_not_watch_the_library_looks_by_itself(
    preview: Preview, monkeypatch: pytest.MonkeyPatch
) -> None:
    watch, asked = preview_module.watch, []

    def refuse(*folders: Path, **how: object) -> Iterator[object]:
        asked.append(how["force_polling"])
        if not how["force_polling"]:
            raise OSError("no space left for watches")
        return watch(*folders, **how)

    monkeypatch.setattr(preview_module, "watch", refuse)
    with preview.following():
        changed(preview)
    assert asked == [None, True]


def test_what_nobody_reports_is_seen_all_the_same(preview: Preview, monkeypatch: pytest.MonkeyPatch) -> None:
    """As on a network drive: the library looks at a folder in which nothing happens, and its time is up."""
    watch, still = preview_module.watch, preview.project.root / "still"
    still.mkdir()
    monkeypatch.setattr(preview_module, "LOOK_AGAIN", 50)
    monkeypatch.setattr(preview_module, "watch", lambda *_, **how: watch(still, **how))
    with preview.following():
        changed(preview)


def test_all_who_wait_are_told_and_who_is_behind_need_not_wait(preview: Preview) -> None:
    assert preview.answer(f"/{EDITION}?seen=older")[2].decode() == preview.shown.edition
    assert preview.answer(f"/{EDITION}")[2].decode() == preview.shown.edition
    with ThreadPoolExecutor(3) as pages:
        told = [pages.submit(after, preview, preview.shown.edition) for _ in range(3)]
        change(preview.project.root / CHAPTER, "Start with one face", "Begin with one face")
        preview.refresh()
        assert {one.result() for one in told} == {preview.shown.edition}


def test_who_waits_in_vain_is_answered_to_ask_again(preview: Preview, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(preview_module, "PATIENCE", 0)
    assert after(preview, preview.shown.edition) == preview.shown.edition


def test_what_is_shown_of_a_mistake_is_text() -> None:
    bold = Problem("a<b>.md", 3, 3, "x", "<b>", "<i>", "<u>text</u>", 4)
    page = render_trouble(ContentProblems([bold]))
    assert "<h2>a&lt;b&gt;.md</h2>" in page
    assert "&lt;u<mark>&gt;tex</mark>t&lt;/u&gt;" in page
    assert "&lt;b&gt;</p>" in page
    assert "<p>&lt;i&gt;</p>" in page


def test_problems_stand_below_their_files_and_no_more_of_them_than_are_read() -> None:
    problems = [Problem(f"{name}.md", line, 1, "x", "wrong") for name in "ab" for line in range(1, 152)]
    page = render_trouble(ContentProblems(problems))
    assert "<h1>302 problems in 2 files</h1>" in page
    assert [page.count(f"<h2>{name}.md</h2>") for name in "ab"] == [1, 1]
    assert page.count("<li>") == 200
    assert "<p>And 102 more, to be told when these are mended.</p>" in page
