"""A site in two languages: what is translated, what falls back to the first language and says so, what is refused."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import html

from site_builder.build import ReadRuntime, build
from site_builder.core.model import Files
from site_builder.core.problems import ContentProblems
from site_builder.core.project import Project

SPANISH = {
    "site.yaml": "name: Pueblo\nheadline: Una aldea.\ndescription: Es pequeña.\nunfinished: true\n",
    "words.yaml": 'common:\n  home: Inicio\nchapter:\n  minutes: {one: Un minuto., other: "Son {count} minutos."}\n',
    "practices.yaml": "strands:\n  - id: weak-ties\n    label: Lazos débiles\n",
    "chapters/03-weak-ties.md": "---\ntitle: Saluda.\nlabel: Lazos\nsummary: Un saludo.\norder: 3\n---\n\nHola.\n",
}


def write(folder: Path, files: dict[str, str]) -> None:
    """Put texts into a folder."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")


@pytest.fixture
def spanish(tiny: Project) -> Project:
    """The case `tiny` with a translation that has only begun."""
    settings = tiny.content / "site.yaml"
    settings.write_text(settings.read_text("utf-8") + "languages: [es]\n", "utf-8")
    write(tiny.content / "es", SPANISH)
    return tiny


@pytest.fixture
def make(spanish: Project, read_runtime: ReadRuntime) -> Callable[[], Files]:
    """Builds it."""
    return lambda: build(spanish, print, read_runtime).files


@pytest.fixture
def problems(make: Callable[[], Files]) -> Callable[[], str]:
    """Builds it and gives what is wrong."""

    def tell() -> str:
        with pytest.raises(ContentProblems) as raised:
            make()
        return str(raised.value)

    return tell


def test_every_page_is_there_in_both_languages_and_leads_to_the_other(make: Callable[[], Files]) -> None:
    files = make()
    first = {name for name in files if name.endswith(".html") and not name.startswith("es/")}
    assert {name.removeprefix("es/") for name in files if re.match("es/.*html$", name)} == first
    for name in first:
        there, back = (html.fromstring(files[page]) for page in (name, f"es/{name}"))
        assert (there.get("lang"), back.get("lang")) == ("en", "es")
        [link] = there.find_class("language")
        assert (link.get("lang"), link.get("hreflang"), link.find_class("name")[0].text) == ("es", "es", "Español")
        [link] = back.find_class("language")
        assert link.find_class("name")[0].text == "English"
    [link] = html.fromstring(files["es/chapters/weak-ties.html"]).find_class("language")
    assert link.get("href") == "../../chapters/weak-ties.html"


def test_what_is_translated_is_shown_and_the_rest_says_that_it_is_not(make: Callable[[], Files]) -> None:
    files = make()
    translated, other = (html.fromstring(files[f"es/chapters/{name}.html"]) for name in ("weak-ties", "belonging"))
    assert (translated.findtext(".//h1"), translated.find(".//h1").get("lang")) == ("Saluda.", None)
    assert other.find(".//h1").get("lang") == "en"
    assert other.find_class("prose")[0].get("lang") == "en"
    assert "Un minuto." in files["es/chapters/weak-ties.html"].decode()
    assert "Lazos débiles" in files["es/builder.html"].decode()
    assert "Lazos débiles" not in files["builder.html"].decode()
    assert ">Inicio<" in files["es/safety.html"].decode()


def test_both_languages_keep_what_a_reader_enters_under_one_name(make: Callable[[], Files]) -> None:
    files = make()
    roots = {name: html.fromstring(files[name]).get("data-root") for name in ("builder.html", "es/builder.html")}
    assert roots == {"builder.html": ".", "es/builder.html": ".."}
    assert html.fromstring(files["es/chapters/index.html"]).get("data-root") == "../.."


def test_each_language_has_a_worker_of_its_own_that_keeps_its_pages_only(make: Callable[[], Files]) -> None:
    files = make()
    assert b'"es/' not in files["sw.js"]
    assert b'"builder.html"' in files["es/sw.js"]
    assert b"../" not in files["es/sw.js"].partition(b"};")[0]


def test_search_engines_hear_of_the_other_language(spanish: Project, make: Callable[[], Files]) -> None:
    settings = spanish.content / "site.yaml"
    settings.write_text(settings.read_text("utf-8") + "site_url: https://example.org/a/\n", "utf-8")
    files = make()
    for name in ("chapters/weak-ties.html", "es/chapters/weak-ties.html"):
        found = {
            link.get("hreflang"): link.get("href")
            for link in html.fromstring(files[name]).findall(".//link[@rel='alternate']")
        }
        assert found == {
            "en": "https://example.org/a/chapters/weak-ties.html",
            "x-default": "https://example.org/a/chapters/weak-ties.html",
            "es": "https://example.org/a/es/chapters/weak-ties.html",
        }
    assert b"<loc>https://example.org/a/es/chapters/weak-ties.html</loc>" in files["sitemap.xml"]
    assert "es/sitemap.xml" not in files
    missing = html.fromstring(files["es/404.html"])
    assert missing.get("data-root") == "/a/"
    assert missing.find_class("brand")[0].get("href") == "/a/es/index.html"


def test_hosts_keep_the_assets_of_all_languages_for_a_year(make: Callable[[], Files]) -> None:
    headers = make()["_headers"].decode()
    for place in ("/assets/*", "/es/assets/*", "/es/runtime/*"):
        assert f"{place}\n  Cache-Control: public, max-age=31536000, immutable\n" in headers
    assert "/es/sw.js\n  Cache-Control: no-cache\n" in headers


def test_a_whole_translation_names_every_text_that_it_lacks(spanish: Project, make: Callable[[], Files]) -> None:
    settings = spanish.content / "es" / "site.yaml"
    settings.write_text(settings.read_text("utf-8").replace("unfinished: true\n", ""), "utf-8")
    with pytest.raises(ContentProblems) as raised:
        make()
    assert {problem.code for problem in raised.value.problems} == {"missing-text"}
    told = str(raised.value)
    assert "content/es/words.yaml:1:1: not translated: common.skip, common.this_week" in told
    assert "content/es/practices.yaml:1:1: not translated: words.empty" in told
    assert 'a translation of each, or "unfinished: true" in site.yaml of this language' in told
    assert "common.home" not in told


@pytest.mark.parametrize(
    ("code", "name", "text", "told"),
    [
        ("unknown-key", "words.yaml", "common:\n  hom: Inicio\n", 'content/es/words.yaml:2:3: unknown field "hom"'),
        (
            "wrong-type",
            "words.yaml",
            "common: Inicio\n",
            'content/es/words.yaml:1:9: common: "Inicio" is not a group of fields',
        ),
        (
            "braces",
            "practices.yaml",
            'words:\n  range: "{low} a {altos}"\n',
            "content/es/practices.yaml:2:10: range: the names in braces are not those of the first",
        ),
        (
            "unknown-id",
            "practices.yaml",
            "strands:\n  - id: weak-tie\n    label: Lazos\n",
            'content/es/practices.yaml:2:9: "weak-tie" is no id of this list',
        ),
        (
            "not-translated",
            "practices.yaml",
            "strands:\n  - id: belonging\n    moves:\n      - id: say-when-you-will-be-back\n        effort: 3\n",
            'content/es/practices.yaml:5:17: "effort" is the same in every language',
        ),
        (
            "not-translated",
            "site.yaml",
            "lang: es\n",
            'content/es/site.yaml:1:7: "lang" is the same in every language',
        ),
        ("not-read", "sources.yml", "", "content/es/sources.yml: this is not read"),
        ("not-read", "chapters/x.MD", "", "content/es/chapters/x.MD: "),
    ],
)
def test_a_mistake_in_a_translation_is_told_at_its_place(
    spanish: Project, make: Callable[[], Files], code: str, name: str, text: str, told: str
) -> None:
    write(spanish.content / "es", {name: text})
    with pytest.raises(ContentProblems, match=re.escape(told)) as raised:
        make()
    assert code in [problem.code for problem in raised.value.problems]


def test_a_folder_of_a_language_that_the_settings_do_not_name_is_told(
    spanish: Project, problems: Callable[[], str]
) -> None:
    (spanish.content / "es").rename(spanish.content / "de")
    told = problems()
    assert "content/de: this is not read" in told
    assert "to publish this language, write languages: [de] into site.yaml" in told
    assert "content/es/words.yaml: this file is missing" in told


def test_links_and_marks_of_a_translation_hold_in_every_language(spanish: Project, make: Callable[[], Files]) -> None:
    body = "## Greet one person\n\nHello.\n"
    head = "---\ntitle: {}\nlabel: Two\nsummary: Two.\norder: 40\n---\n\n"
    write(
        spanish.content / "pages", {"two.md": head.format("Two") + body, "three.md": head.format("Three") + "Text.\n"}
    )
    three = head.format("Tres") + "[Saluda](two.md#greet-one-person) y [lazos](../chapters/03-weak-ties.md).\n"
    write(
        spanish.content / "es",
        {"pages/two.md": head.format("Dos") + "## Saluda a una persona\n\nHola.\n", "pages/three.md": three},
    )
    files = make()
    for folder in ("", "es/"):
        assert html.fromstring(files[f"{folder}two.html"]).get_element_by_id("greet-one-person") is not None
    links = {link.get("href") for link in html.fromstring(files["es/three.html"]).iterfind(".//main//a")}
    assert {"two.html#greet-one-person", "chapters/weak-ties.html"} <= links
