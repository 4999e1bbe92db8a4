from dataclasses import replace

import pytest

from scoring import Catalogue
from site_builder.core.model import UNKNOWN_ORDER, Page, ReadPages
from site_builder.core.problems import ContentProblems, Problem
from site_builder.pages.assemble import NEEDED_CHAPTERS, Arranged, resolve_pages
from tests.site_builder.samples import arrange_content, make_chapters, make_content, make_page, make_reference

PRIVACY = make_page("privacy", folder="pages", order=1)
SAFETY = make_page("safety", folder="pages", order=2)


def problems_of(catalogue: Catalogue, chapters: tuple[Page, ...], pages: tuple[Page, ...] = ()) -> list[Problem]:
    references = [make_reference("hall-2019"), make_reference("jacobs-1961")]
    with pytest.raises(ContentProblems) as caught:
        arrange_content(make_content(catalogue, chapters, pages, references))
    return list(caught.value.problems)


def arrange_weak_ties(catalogue: Catalogue, body: str, **changes: object) -> Arranged:
    """Arrange a site whose third chapter has this text."""
    references = [make_reference(source_id) for source_id in ("a", "b", "c", "d")]
    references.append(make_reference("who", "official"))
    chapters = make_chapters(weak_ties=make_page("weak-ties", body, **changes))
    return arrange_content(make_content(catalogue, chapters, (), references))


def test_chapters_and_pages_come_in_their_order(catalogue: Catalogue) -> None:
    chapters = [replace(page, order=100 - page.order) for page in make_chapters()]
    arranged = arrange_content(make_content(catalogue, chapters, [SAFETY, PRIVACY]))
    assert [page.slug for page in arranged.chapters] == list(reversed(NEEDED_CHAPTERS))
    assert [page.slug for page in arranged.pages] == ["privacy", "safety"]


def test_drafts_are_left_out(catalogue: Catalogue) -> None:
    draft = make_page("night-walks", order=13, draft=True)
    arranged = arrange_content(
        make_content(catalogue, [*make_chapters(), draft], [replace(PRIVACY, draft=True), SAFETY])
    )
    assert "night-walks" not in [page.slug for page in arranged.chapters]
    assert [page.slug for page in arranged.pages] == ["safety"]


def test_what_templates_need_is_taken_over(catalogue: Catalogue) -> None:
    arranged = arrange_weak_ties(catalogue, "Some *words*.\n\n## Then\n", title="T", label="L", summary="S")
    page = next(page for page in arranged.chapters if page.slug == "weak-ties")
    assert (page.title, page.label, page.summary, page.output) == ("T", "L", "S", "chapters/weak-ties.html")
    assert page.html == '<p>Some <em>words</em>.</p>\n<h2 id="then">Then</h2>\n'
    assert [heading.id for heading in page.headings] == ["then"]


def test_links_lead_to_pages(catalogue: Catalogue) -> None:
    page = make_page("privacy", "[a](../chapters/weak-ties.md) [b](builder.html)\n", "pages")
    arranged = arrange_content(make_content(catalogue, make_chapters(), [page]))
    assert arranged.pages[0].html == '<p><a href="chapters/weak-ties.html">a</a> <a href="builder.html">b</a></p>\n'


def test_of_two_files_with_one_name_a_link_leads_to_the_one_that_it_names(catalogue: Catalogue) -> None:
    text = "[near](privacy.md) [far](../{}/privacy.md)\n"
    repair, home = make_page("repair", text.format("pages")), make_page("home", text.format("chapters"), "pages")
    chapters = (*make_chapters(repair=repair), make_page("privacy", order=13))
    arranged = arrange_content(make_content(catalogue, chapters, [home, PRIVACY]))
    html = {page.output: page.html for page in (*arranged.chapters, *arranged.pages)}
    assert html["home.html"] == '<p><a href="privacy.html">near</a> <a href="chapters/privacy.html">far</a></p>\n'
    assert html["chapters/repair.html"] == (
        '<p><a href="privacy.html">near</a> <a href="../privacy.html">far</a></p>\n'
    )
    (book,) = [chapter.html for chapter in arranged.book.chapters if chapter.slug == "repair"]
    assert book == '<p><a href="#privacy">near</a> <a href="privacy.html">far</a></p>\n'


def test_a_link_to_a_folder_that_is_not_there_is_told(catalogue: Catalogue) -> None:
    home = make_page("home", "[a](../nowhere/privacy.md)\n", "pages")
    (problem,) = problems_of(catalogue, make_chapters(), (home, PRIVACY))
    assert (problem.text, problem.hint) == ('no page "../nowhere/privacy.md"', 'did you mean "privacy.md"?')


def test_sources_are_numbered_in_the_order_of_their_mention_then_those_only_listed(catalogue: Catalogue) -> None:
    arranged = arrange_weak_ties(catalogue, "One [@b; @a], two [@b].\n", further=("d", "a", "c"))
    cited = next(page for page in arranged.chapters if page.slug == "weak-ties").references
    assert [(item.number, item.reference.id, item.mentions) for item in cited] == [
        (1, "b", 2),
        (2, "a", 1),
        (3, "d", 0),
        (4, "c", 0),
    ]


@pytest.mark.parametrize(("words", "minutes"), [(0, 1), (1, 1), (220, 1), (400, 2), (2200, 10)])
def test_reading_time_is_rounded_and_at_least_a_minute(catalogue: Catalogue, words: int, minutes: int) -> None:
    arranged = arrange_weak_ties(catalogue, "word\n\n" * words + "\n")
    assert next(page for page in arranged.chapters if page.slug == "weak-ties").minutes == minutes


def test_official_sources_that_chapters_cite_are_the_anchors(catalogue: Catalogue) -> None:
    assert [item.id for item in arrange_weak_ties(catalogue, "One [@who], two [@a].\n").anchors] == ["who"]
    assert arrange_weak_ties(catalogue, "One [@a].\n", further=("who",)).anchors == ()


def test_two_files_cannot_make_one_page(catalogue: Catalogue) -> None:
    other = replace(make_page("walks", order=20), output="chapters/weak-ties.html")
    (problem,) = problems_of(catalogue, (*make_chapters(), other))
    assert (problem.code, problem.path) == ("taken", "content/chapters/walks.md")
    assert problem.text == 'the address "chapters/weak-ties.html" is taken by content/chapters/weak-ties.md'


def test_two_chapters_cannot_have_one_place(catalogue: Catalogue) -> None:
    (problem,) = problems_of(catalogue, (*make_chapters(), make_page("walks", order=2)))
    assert (problem.code, problem.text) == ("taken", "order 2 is taken by content/chapters/weak-ties.md")


def test_a_page_cannot_take_the_address_of_a_template(catalogue: Catalogue) -> None:
    (problem,) = problems_of(catalogue, make_chapters(), (make_page("builder", folder="pages"),))
    assert (problem.code, problem.text) == ("taken", 'the address "builder.html" is made by a template')


def test_a_chapter_that_the_builder_names_must_be_there(catalogue: Catalogue) -> None:
    chapters = tuple(page for page in make_chapters() if page.slug != "weak-ties")
    (problem,) = problems_of(catalogue, (*chapters, make_page("weak-tie", order=40)))
    assert (problem.code, problem.path, problem.line) == ("no-chapter", "content/chapters", 0)
    assert problem.text == 'no chapter "weak-ties", which the builder names'
    assert problem.hint.startswith('did you mean "weak-tie"?')


def test_a_draft_is_no_chapter_for_the_builder(catalogue: Catalogue) -> None:
    draft = make_page("weak-ties", draft=True)
    (problem,) = problems_of(catalogue, make_chapters(weak_ties=draft))
    assert problem.code == "no-chapter"


def test_everything_that_does_not_fit_together_is_told_at_once(catalogue: Catalogue) -> None:
    pages = {
        "repair": make_page("repair", "[x](nothing.md) [y](/z)\n"),
    }
    problems = problems_of(catalogue, make_chapters(**pages)[1:], (make_page("index", folder="pages"),))
    assert [problem.code for problem in problems] == [
        "no-chapter",
        "link-target",
        "link-form",
        "taken",
    ]


def test_pages_of_the_same_order_are_sorted_by_name_whatever_their_names(catalogue: Catalogue) -> None:
    pages = [make_page(slug, folder="pages", order=5) for slug in ("community-b", "community-a", "about")]
    arranged = arrange_content(make_content(catalogue, make_chapters(), pages))
    assert [page.slug for page in arranged.pages] == ["about", "community-a", "community-b"]


def test_a_file_that_could_not_be_read_is_taken_to_be_what_others_want_of_it() -> None:
    text = "[a](repair.md#anything) [b](repair.html) [c](../pages/home.md) [d](../home.html)\n"
    chapters = tuple(page for page in make_chapters(hosting=make_page("hosting", text)) if page.slug != "repair")
    unread = {"content/chapters/repair.md": "chapters/repair.html", "content/pages/home.md": "home.html"}
    assert resolve_pages(ReadPages(chapters, (), unread))[1] == []
    assert {problem.code for problem in resolve_pages(ReadPages(chapters, (), {}))[1]} == {
        "no-chapter",
        "link-target",
    }


def test_chapters_whose_order_is_not_known_do_not_take_each_others_place() -> None:
    pages = tuple(replace(page, order=UNKNOWN_ORDER) for page in make_chapters())
    assert resolve_pages(ReadPages(pages, (), {}))[1] == []
