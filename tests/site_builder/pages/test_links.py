import pytest

from site_builder.core.model import Page
from site_builder.core.problems import Problem
from site_builder.pages.links import Targets, resolve_links
from tests.site_builder.samples import make_page

WEAK_TIES = make_page("weak-ties", "## First words\n\n## Later\n")
REPAIR = make_page("repair")
DRAFT = make_page("night-walks", draft=True)
SAFETY = make_page("safety", folder="pages")
PRIVACY, PRIVACY_CHAPTER = make_page("privacy", folder="pages"), make_page("privacy")
TARGETS = Targets(
    {page.source.path: page for page in (WEAK_TIES, REPAIR, DRAFT, PRIVACY_CHAPTER, PRIVACY, SAFETY)},
    {"index.html", "builder.html", "chapters/index.html", "chapters/weak-ties.html", "safety.html"},
)


def resolve(href: str, page: Page = REPAIR) -> tuple[dict[str, str], list[Problem]]:
    """Resolve a link that stands in the text of `page`."""
    body = f"Go [there]({href}).\n"
    folder = page.source.path.split("/")[1]
    return resolve_links(make_page(page.slug, body, folder), TARGETS)


def address_of(href: str, page: Page = REPAIR) -> str:
    addresses, problems = resolve(href, page)
    assert problems == []
    return addresses[href]


def problem_of(href: str) -> Problem:
    addresses, (problem,) = resolve(href)
    assert addresses == {}
    assert (problem.path, problem.line, problem.column) == ("content/chapters/repair.md", 1, 12)
    assert problem.length == len(href)
    return problem


@pytest.mark.parametrize("href", ["https://example.org/?a=1#b", "mailto:a@b.example"])
def test_addresses_of_other_sites_stay(href: str) -> None:
    assert address_of(href) == href


@pytest.mark.parametrize(
    ("href", "page", "address"),
    [
        ("weak-ties.md", REPAIR, "weak-ties.html"),
        ("./weak-ties.md", REPAIR, "weak-ties.html"),
        ("../chapters/weak-ties.md", REPAIR, "weak-ties.html"),
        ("../chapters/weak-ties.md", SAFETY, "chapters/weak-ties.html"),
        ("../pages/safety.md", REPAIR, "../safety.html"),
        ("../../content/pages/safety.md", REPAIR, "../safety.html"),
        ("../chapters/weak-ties.md#later", SAFETY, "chapters/weak-ties.html#later"),
        ("weak-ties.md#first-words", REPAIR, "weak-ties.html#first-words"),
        ("privacy.md", REPAIR, "privacy.html"),
        ("../pages/privacy.md", REPAIR, "../privacy.html"),
        ("privacy.md", SAFETY, "privacy.html"),
        ("../chapters/privacy.md", SAFETY, "chapters/privacy.html"),
    ],
)
def test_a_file_of_the_content_becomes_its_page(href: str, page: Page, address: str) -> None:
    assert address_of(href, page) == address


@pytest.mark.parametrize(
    ("href", "page"),
    [
        ("../builder.html", REPAIR),
        ("../builder.html#result", REPAIR),
        ("index.html", REPAIR),
        ("weak-ties.html", REPAIR),
        ("builder.html", SAFETY),
        ("chapters/index.html", SAFETY),
    ],
)
def test_an_address_of_a_page_as_seen_from_here_stays(href: str, page: Page) -> None:
    assert address_of(href, page) == href


def test_an_anchor_leads_to_a_heading_of_the_same_page() -> None:
    page = make_page("walks", "## One\n\n[up](#one)\n")
    assert resolve_links(page, TARGETS) == ({"#one": "#one"}, [])


def test_an_image_is_resolved_like_a_link() -> None:
    page = make_page("walks", "![a street](weak-ties.md)\n")
    assert resolve_links(page, TARGETS)[0] == {"weak-ties.md": "weak-ties.html"}


@pytest.mark.parametrize(
    ("href", "hint"),
    [
        ("weak-tie.md", 'did you mean "weak-ties.md"?'),
        ("9-repair.md", 'did you mean "repair.md"?'),
        ("chapters/3-weak-ties.md#later", 'did you mean "weak-ties.md"?'),
        ("safety.md", 'did you mean "../pages/safety.md"?'),
        ("safty.md", 'did you mean "../pages/safety.md"?'),
        ("../safety.md", 'did you mean "../pages/safety.md"?'),
        ("../nowhere/safety.md", 'did you mean "../pages/safety.md"?'),
        ("../page/privacy.md", 'did you mean "../pages/privacy.md"?'),
        ("chapters/privacy.md", 'did you mean "privacy.md"?'),
        ("../../../safety.md", 'did you mean "../pages/safety.md"?'),
        ("zzz.md", ""),
        ("../bilder.html", 'did you mean "../builder.html"?'),
        ("builder.html", 'did you mean "../builder.html"?'),
        ("../../builder.html", 'did you mean "../builder.html"?'),
        ("../chapters/", ""),
        ("../builder.html/", 'did you mean "../builder.html"?'),
    ],
)
def test_a_link_to_nothing_names_the_nearest_target(href: str, hint: str) -> None:
    problem = problem_of(href)
    path = href.partition("#")[0]
    assert (problem.code, problem.text) == ("link-target", f'no page "{path}"')
    assert problem.hint.startswith(hint) if hint else problem.hint == ""


@pytest.mark.parametrize(
    "href", ["/builder.html", "//example.org/", "http://example.org/", "ftp://a.example/x", "tel:123", "C:/x.md"]
)
def test_absolute_paths_and_other_schemes_are_refused(href: str) -> None:
    problem = problem_of(href)
    assert (problem.code, problem.text) == ("link-form", f'"{href}" cannot be a link here')
    assert problem.hint == (
        "allowed: https://..., mailto:..., a file such as 03-weak-ties.md, or an address from this page"
    )


def test_a_missing_heading_names_the_nearest_and_all() -> None:
    problem = problem_of("weak-ties.md#first-word")
    assert problem.code == "link-anchor"
    assert problem.text == 'no heading "#first-word" in content/chapters/weak-ties.md'
    assert problem.hint == 'did you mean "first-words"? allowed: first-words, later'


def test_a_missing_heading_of_the_same_page() -> None:
    assert problem_of("#nothing").text == 'no heading "#nothing" in content/chapters/repair.md'


def test_a_draft_cannot_be_linked() -> None:
    problem = problem_of("night-walks.md")
    assert (problem.code, problem.text) == ("link-target", '"night-walks.md" is a draft')


def test_every_broken_link_of_a_page_is_told() -> None:
    page = make_page("walks", "[a](a.md) [b](weak-ties.md)\n\n[c](c.html) [a](a.md)\n")
    addresses, problems = resolve_links(page, TARGETS)
    assert addresses == {"weak-ties.md": "weak-ties.html"}
    assert [(problem.line, problem.column) for problem in problems] == [(1, 5), (3, 5), (3, 17)]


def test_nobody_is_sent_to_a_draft() -> None:
    assert "night-walks.md" not in problem_of("night-walks.md").hint
    assert "night-walks.md" not in problem_of("night-walk.md").hint
