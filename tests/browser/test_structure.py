"""Each page makes sense to somebody who hears it: its landmarks, its headings and its links, each read as a list."""

from collections import Counter
from collections.abc import Callable, Iterator
from itertools import pairwise

import pytest
from playwright.sync_api import Page

from tests.browser.snapshot import Part, parts

ONCE = ("banner", "main", "contentinfo")
NAMED = ("navigation", "region", "form", "complementary")
"""Of a search there is one, which its role names well enough."""
LONGEST = 120
"""Characters of a heading that a list of headings can bear."""

SAYS_NOTHING = {"here", "click here", "this", "link", "more", "read more", "learn more", "this page"}


def landmark_faults(tree: list[Part]) -> Iterator[str]:
    """One banner, one main, one contentinfo at the top; all others named, and no name twice."""
    roles = Counter(part.role for part in tree)
    yield from (f"{roles[role]} times {role}" for role in ONCE if roles[role] != 1)
    yield from (f"{part.role} inside {part.path[-1]}" for part in tree if part.role in ONCE and part.path)
    named = Counter((part.role, part.name) for part in tree if part.role in NAMED)
    yield from (f"{role} without a name" for role, name in named if not name)
    yield from (f'{times} times {role} "{name}"' for (role, name), times in named.items() if name and times > 1)


def heading_faults(tree: list[Part]) -> Iterator[str]:
    """One title, first of all; no level left out; none empty or endless; no two alike below the same heading."""
    headings = [part for part in tree if part.role == "heading"]
    if [part.level for part in headings if part.level == 1] != [1] or headings[0].level != 1:
        yield "not one heading of level 1 that comes first"
    yield from (
        f'level {second.level} after level {first.level}: "{second.name}"'
        for first, second in pairwise(headings)
        if second.level > first.level + 1
    )
    yield from (
        f'{len(part.name)} characters: "{part.name}"' for part in headings if not 0 < len(part.name) <= LONGEST
    )
    above: list[str] = []
    seen: set[tuple[str, ...]] = set()
    for part in headings:
        above = [*above[: part.level - 1], part.name]
        if tuple(above) in seen:
            yield f'twice: "{part.name}"'
        seen.add(tuple(above))


def link_faults(tree: list[Part]) -> Iterator[str]:
    """A link says where it leads, and links that say the same lead to the same place.

    A page and a place on this page may share a name: the landmark around the link tells them apart.
    """
    links = [part for part in tree if part.role == "link"]
    yield from (
        f'a link that says "{part.name}"' for part in links if part.name.strip().lower() in SAYS_NOTHING | {""}
    )
    targets: dict[tuple[str, bool], set[str]] = {}
    for part in links:
        targets.setdefault((part.name, part.target.startswith("#")), set()).add(part.target)
    yield from (f'"{name}" leads to {sorted(found)}' for (name, _), found in targets.items() if len(found) > 1)


CHECKS: tuple[Callable[[list[Part]], Iterator[str]], ...] = (landmark_faults, heading_faults, link_faults)


def what_reads_badly(page: Page) -> list[str]:
    """The faults of a page that is heard."""
    tree = parts(page)
    assert len(tree) > 15
    return [line for check in CHECKS for line in check(tree)]


FRAME = "<header>a</header><nav aria-label=One>b</nav><main><h1>Title</h1>{}</main><footer>c</footer>"


@pytest.mark.parametrize(
    ("body", "fault"),
    [
        ("<main>b</main>", "0 times banner"),
        (FRAME.format("") + "<main>b</main>", "2 times main"),
        (FRAME.format("<nav>b</nav>"), "navigation without a name"),
        (FRAME.format("") + "<nav aria-label=One>d</nav>", '2 times navigation "One"'),
        (FRAME.format("<h3>c</h3>"), 'level 3 after level 1: "c"'),
        (FRAME.format("<h1>c</h1>"), "not one heading of level 1 that comes first"),
        ("<h2>c</h2>" + FRAME.format(""), "not one heading of level 1 that comes first"),
        (FRAME.format("<h2>c</h2><h2>c</h2>"), 'twice: "c"'),
        (FRAME.format("<h2>b</h2><h3>c</h3><h2>d</h2><h3>c</h3><h3>c</h3>"), 'twice: "c"'),
        (FRAME.format(f"<h2>{'c' * 121}</h2>"), f'121 characters: "{"c" * 121}"'),
        (FRAME.format("<a href=/c>here</a>"), 'a link that says "here"'),
        (FRAME.format("<a href=/c></a>"), 'a link that says ""'),
        (FRAME.format("<a href=/c>d</a><a href=/e>d</a>"), "\"d\" leads to ['/c', '/e']"),
        (FRAME.format("<a href=#c>d</a><a href=#e>d</a>"), "\"d\" leads to ['#c', '#e']"),
    ],
)
def test_a_fault_is_found(body: str, fault: str, sheet: Page) -> None:
    sheet.set_content(body)
    tree = parts(sheet)
    assert [line for check in CHECKS for line in check(tree)].count(fault) == 1


def test_a_good_page_passes(sheet: Page) -> None:
    sheet.set_content(FRAME.format('<h2>b: "c"</h2><h3>c</h3><h2>d</h2><h3>c</h3><a href=/c>d</a><a href=/c>d</a>'))
    assert [line for check in CHECKS for line in check(parts(sheet))] == []
