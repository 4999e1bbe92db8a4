import pytest

from site_builder.core.model import Page
from site_builder.pages.header_pages import check_header_pages
from tests.site_builder.samples import make_page


def page(slug: str, order: int, **changes: object) -> Page:
    return make_page(slug, folder="pages", order=order, in_header=True, **changes)


def told(*others: Page, chapters: tuple[Page, ...] = ()) -> list[tuple[str, str, str]]:
    problems = list(check_header_pages(chapters, others))
    assert {problem.code for problem in problems} <= {"header"}
    return [(problem.path, problem.text, problem.hint) for problem in problems]


def test_two_pages_have_room_in_the_header_and_a_draft_takes_none() -> None:
    assert told(page("hours", 3), page("rooms", 1), page("later", 2, draft=True)) == []


def test_a_third_one_is_told_with_the_two_that_stand_before_it() -> None:
    assert told(page("hours", 3), page("rooms", 1), page("desk", 2)) == [
        (
            "content/pages/hours.md",
            "page 3 in the header",
            "leave it to content/pages/rooms.md and content/pages/desk.md: "
            "on a phone of 320 pixels there is no room for more than 2",
        )
    ]


@pytest.mark.parametrize(("label", "is_told"), [("x" * 16, False), ("x" * 17, True)])
def test_a_label_that_has_no_room_is_told(label: str, is_told: bool) -> None:
    found = told(page("hours", 1, label=label))
    assert [text for _, text, _ in found] == (["17 characters, for a page in the header"] if is_told else [])


def test_chapters_and_the_safety_page_have_their_places_already() -> None:
    found = told(page("safety", 1), chapters=(make_page("choirs", in_header=True),))
    assert [(path, text) for path, text, _ in found] == [
        ("content/chapters/choirs.md", "a chapter cannot stand in the header"),
        ("content/pages/safety.md", "this page is at the top of every page already"),
    ]
