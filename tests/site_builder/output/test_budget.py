from random import Random

import pytest

from site_builder.core.model import Files
from site_builder.core.page_registry import PAGES
from site_builder.core.settings import Limits, Settings
from site_builder.output.budget import check_budgets, find_growth
from site_builder.output.parse import parse_files
from site_builder.output.record import list_files

LIMITS = Limits(page=60, styles=20)
"""What this project asks of its own pages and style sheets."""

MOST_REQUESTS = 3
"""Files that a browser must have before it shows the text; typefaces come in later without moving it."""

PAGE_LIMIT, STYLE_LIMIT = 60_000, 20_000


def noise(size: int) -> bytes:
    """Bytes that no compression makes smaller, without what HTML would read."""
    letters = Random(size).choices(
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+-", k=size * 4 // 3
    )
    return "".join(letters).encode()


def site(page: bytes = b"", style: bytes = b"", face: bytes = b"") -> Files:
    """A chapter with a style sheet and a typeface."""
    return {
        "chapters/one.html": b'<link rel="stylesheet" href="../assets/a/css/site.css">' + page,
        "assets/a/css/site.css": b'@font-face { src: url("../fonts/x.woff2") }' + style,
        "assets/a/fonts/x.woff2": face,
    }


def told(files: Files, limits: Limits = LIMITS) -> list[tuple[str, str]]:
    settings = Settings("Tiny", "Small.", "A tiny site.", "en", "", limits=limits)
    return [(problem.path, problem.code) for problem in check_budgets(parse_files(files), settings)]


def test_the_pages_of_this_project_are_light(files: Files) -> None:
    assert told(files) == []


def test_the_pages_of_this_project_show_after_a_few_files(files: Files) -> None:
    pages = parse_files(files).pages
    needed = {name: 1 + len(page.sheets) + page.blocking_scripts for name, page in pages.items()}
    assert len(needed) > 20
    assert {name: count for name, count in needed.items() if count > MOST_REQUESTS} == {}


def test_a_light_page_is_fine() -> None:
    assert told(site()) == []


def test_nothing_is_too_heavy_for_a_host_who_sets_no_limit() -> None:
    heavy = site(page=noise(PAGE_LIMIT), style=noise(STYLE_LIMIT * 2))
    assert told(heavy, Limits()) == []
    assert told(heavy, Limits(page=60)) == [("dist/chapters/one.html", "too-heavy")]
    assert told(heavy, Limits(styles=20)) == [("web/css", "too-heavy")]


def test_page_style_and_typeface_are_weighed_together() -> None:
    third = PAGE_LIMIT * 3 // 10
    assert told(site(page=noise(third), style=noise(third), face=bytes(third))) == []
    heavy = site(page=noise(third), style=noise(third), face=bytes(PAGE_LIMIT // 2))
    assert told(heavy) == [("dist/chapters/one.html", "too-heavy")]
    settings = Settings("Tiny", "Small.", "A tiny site.", "en", "", limits=LIMITS)
    (problem,) = check_budgets(parse_files(heavy), settings)
    assert "typefaces 30.0 kB" in problem.text
    assert problem.text.endswith("the limit is 60.0 kB")
    assert problem.hint == "make it lighter, or change page under limits in content/site.yaml"


@pytest.mark.parametrize("name", [spec.output for spec in PAGES if not spec.is_limited])
def test_what_holds_everything_may_be_heavy(name: str) -> None:
    files = site(page=noise(PAGE_LIMIT))
    files[name] = files.pop("chapters/one.html")
    assert told(files) == []


def test_all_style_sheets_together_have_a_limit() -> None:
    files: Files = {f"assets/a/css/{name}.css": noise(STYLE_LIMIT // 2) for name in ("a", "b", "c")}
    assert told(files) == [("web/css", "too-heavy")]


def test_what_has_grown_is_told_whatever_folder_it_is_in_now() -> None:
    before: Files = {
        "index.html": bytes(5000),
        "same.html": bytes(9000),
        "less.html": bytes(9000),
        "little.html": bytes(1000),
        "assets/0123456789ab/css/site.css": bytes(2000),
        "gone.html": bytes(10),
    }
    now = before | {"index.html": bytes(6500), "less.html": b"", "little.html": bytes(1999), "new.html": bytes(9000)}
    del now["assets/0123456789ab/css/site.css"], now["gone.html"]
    now["assets/ba9876543210/css/site.css"] = bytes(4000)
    assert list(map(str, find_growth(list_files(before), now))) == [
        "assets/css/site.css by 2.0 kB to 4.0 kB",
        "index.html by 1.5 kB to 6.5 kB",
    ]
    assert find_growth({}, now) == []
