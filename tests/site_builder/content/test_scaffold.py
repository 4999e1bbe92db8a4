import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from site_builder.build import ReadRuntime, build
from site_builder.content.front_matter import FrontMatter, parse_front_matter
from site_builder.content.scaffold import write_chapter, write_page
from site_builder.core.problems import MissingPart, Source
from site_builder.core.project import Project

one_folder = settings(suppress_health_check=[HealthCheck.function_scoped_fixture])


def fields_of(project: Project, slug: str, title: str) -> FrontMatter:
    """Write a chapter, read its fields and take it away again."""
    path = write_chapter(project, slug, title)
    fields, problems = parse_front_matter(Source(path.name, path.read_text("utf-8")))
    path.unlink()
    assert problems == []
    assert fields is not None
    return fields


def test_a_new_chapter_comes_after_the_last_as_a_draft(tiny: Project) -> None:
    path = write_chapter(tiny, "night-walks", "Walk after dark.")
    assert tiny.name(path) == "content/chapters/13-night-walks.md"
    assert path.read_text("utf-8") == (
        "---\n"
        "title: 'Walk after dark.'\n"
        "label: 'Night Walks'\n"
        "summary: One sentence that says what the chapter does.\n"
        "order: 13\n"
        "draft: true\n"
        "---\n"
        "\n"
        "Start with a concrete situation.\n"
    )


def test_the_site_builds_with_the_draft_and_without_its_first_line(tiny: Project, read_runtime: ReadRuntime) -> None:
    path = write_chapter(tiny, "night-walks", "Walk after dark.")
    assert build(tiny, print, read_runtime).chapters == 12
    path.write_text(path.read_text("utf-8").replace("draft: true\n", ""), "utf-8")
    assert build(tiny, print, read_runtime).chapters == 13


def test_the_first_chapter_of_all_is_number_1(tiny: Project) -> None:
    for path in (tiny.content / "chapters").glob("*.md"):
        path.unlink()
    assert write_chapter(tiny, "a", "A").name == "01-a.md"


def test_the_number_follows_the_highest_not_the_count(tiny: Project) -> None:
    (tiny.content / "chapters" / "40-x.md").write_text("", "utf-8")
    (tiny.content / "chapters" / "notes.md").write_text("", "utf-8")
    assert write_chapter(tiny, "a", "A").name == "41-a.md"


def test_a_chapter_that_is_there_is_never_written_over(tiny: Project) -> None:
    before = {path: path.read_bytes() for path in tiny.content.rglob("*.md")}
    with pytest.raises(MissingPart) as refused:
        write_chapter(tiny, "weak-ties", "Again")
    assert str(refused.value) == 'there is a chapter "weak-ties" already; choose another name'
    assert {path: path.read_bytes() for path in tiny.content.rglob("*.md")} == before


@pytest.mark.parametrize(
    "slug", ["", "Night", "night walks", "night_walks", "-night", "night-", "a--b", "../x", "a/b", "ä", "a\n", "a.md"]
)
def test_what_cannot_be_in_an_address_is_refused(tiny: Project, slug: str) -> None:
    with pytest.raises(MissingPart) as refused:
        write_chapter(tiny, slug, "Title")
    assert str(refused.value) == (
        f'"{slug}" cannot be in an address; use small letters, digits and hyphens: night-walks'
    )
    assert len(list(tiny.root.rglob("*.md"))) == len(list((tiny.content).rglob("*.md")))


@one_folder
@given(st.text(st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp"]), min_size=1, max_size=100))
def test_any_title_of_one_line_is_read_back(tiny: Project, title: str) -> None:
    if title.strip():
        assert fields_of(tiny, "night-walks", title).title == title


def test_a_chapter_whose_file_has_no_number_is_there_too(tiny: Project) -> None:
    (tiny.content / "chapters" / "walks.md").write_text("", "utf-8")
    with pytest.raises(MissingPart, match='there is a chapter "walks" already'):
        write_chapter(tiny, "walks", "Walks")


def test_a_name_is_free_although_another_ends_with_it(tiny: Project) -> None:
    (tiny.content / "chapters" / "night-walks.md").write_text("", "utf-8")
    assert write_chapter(tiny, "walks", "Walks").name == "13-walks.md"


@one_folder
@given(st.from_regex(r"[a-z0-9]{1,9}(-[a-z0-9]{1,9}){0,3}", fullmatch=True))
def test_any_name_gives_a_file_without_a_mistake(tiny: Project, slug: str) -> None:
    assert fields_of(tiny, slug, "Title").label == slug.replace("-", " ").title()


def test_a_new_page_comes_after_the_others_as_a_draft(tiny: Project, read_runtime: ReadRuntime) -> None:
    built = build(tiny, print, read_runtime).pages
    path = write_page(tiny, "opening-hours", "When we are open.")
    assert tiny.name(path) == "content/pages/opening-hours.md"
    assert path.read_text("utf-8") == (
        "---\n"
        "title: 'When we are open.'\n"
        "label: 'Opening Hours'\n"
        "summary: One sentence that says what the page does.\n"
        "order: 7\n"
        "draft: true\n"
        "---\n"
        "\n"
        "Say first what a reader can do here.\n"
    )
    assert build(tiny, print, read_runtime).pages == built
    path.write_text(path.read_text("utf-8").replace("draft: true\n", ""), "utf-8")
    assert build(tiny, print, read_runtime).pages == built + 1


def test_a_page_that_is_there_is_never_written_over(tiny: Project) -> None:
    with pytest.raises(MissingPart, match=r'^there is a page "safety" already; choose another name$'):
        write_page(tiny, "safety", "Again")
