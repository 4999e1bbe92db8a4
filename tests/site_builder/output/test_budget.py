from random import Random

from site_builder.core.model import Files
from site_builder.output.budget import CHAPTER_ALLOWANCE, FEW_CHAPTERS, PAGE_LIMIT, STYLE_LIMIT, check_budgets
from site_builder.output.parse import parse_files


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


def told(files: Files) -> list[tuple[str, str]]:
    return [(problem.path, problem.code) for problem in check_budgets(parse_files(files))]


def test_a_light_page_is_fine() -> None:
    assert told(site()) == []


def test_page_style_and_typeface_are_weighed_together() -> None:
    third = PAGE_LIMIT * 3 // 10
    assert told(site(page=noise(third), style=noise(third), face=bytes(third))) == []
    heavy = site(page=noise(third), style=noise(third), face=bytes(PAGE_LIMIT // 2))
    assert told(heavy) == [("dist/chapters/one.html", "too-heavy")]
    (problem,) = check_budgets(parse_files(heavy))
    assert f"typefaces {PAGE_LIMIT / 2000:.1f} kB" in problem.text
    assert f"the limit is {PAGE_LIMIT / 1000:.1f} kB" in problem.text


def test_the_whole_book_may_be_heavy() -> None:
    files = site(page=noise(PAGE_LIMIT))
    files["print.html"] = files.pop("chapters/one.html")
    assert told(files) == []


def test_a_list_of_all_chapters_may_grow_with_their_number() -> None:
    page = {"search.html": noise(PAGE_LIMIT + 20 * CHAPTER_ALLOWANCE - 2000)}
    few = {f"chapters/{number}.html": b"<p>" for number in range(FEW_CHAPTERS + 10)}
    many = {f"chapters/{number}.html": b"<p>" for number in range(FEW_CHAPTERS + 20)}
    assert told(page | many) == []
    assert told(page | few) == [("dist/search.html", "too-heavy")]
    (problem,) = check_budgets(parse_files(page | few))
    assert "the limit is 65.0 kB" in problem.text
    assert told({"index.html": page["search.html"]} | many) == [("dist/index.html", "too-heavy")]


def test_a_page_shows_after_three_files_at_most() -> None:
    sheet = b'<link rel="stylesheet" href="../assets/a/css/site.css">'
    assert told(site(page=sheet + b'<script type="module" src="x.js"></script>')) == []
    assert told(site(page=sheet + b'<script src="x.js"></script>')) == [
        ("dist/chapters/one.html", "too-many-requests")
    ]


def test_all_style_sheets_together_have_a_limit() -> None:
    files: Files = {f"assets/a/css/{name}.css": noise(STYLE_LIMIT // 2) for name in ("a", "b", "c")}
    assert told(files) == [("web/css", "too-heavy")]
