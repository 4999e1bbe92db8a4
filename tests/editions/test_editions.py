"""What a language does to its pages: direction, quotation marks, minutes, names of languages, what falls back."""

import json
import re
from pathlib import Path
from shutil import copy

import pytest
from lxml import html
from lxml.html import HtmlElement

from site_builder.core.model import Files
from site_builder.core.project import Project
from site_builder.lint.written import check_written
from tests.editions.site import ADDRESS, LANGUAGES, lay_out_editions

CHAPTER, UNTRANSLATED = "chapters/weak-ties.html", "chapters/belonging.html"
NAMES = {"ar": "العربية", "de": "Deutsch", "en": "English", "zh": "中文"}


@pytest.fixture(params=LANGUAGES)
def lang(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def page(files: Files, name: str) -> HtmlElement:
    return html.fromstring(files[name].decode())


def words_of(element: HtmlElement) -> str:
    return " ".join(element.text_content().split())


def test_a_page_says_its_language_and_the_way_its_letters_run(small_editions: Files, lang: str) -> None:
    chapter = page(small_editions, f"{lang}/{CHAPTER}")
    assert (chapter.get("lang"), chapter.get("dir")) == (lang, "rtl" if lang == "ar" else None)


def test_every_page_leads_to_every_other_language(small_editions: Files, lang: str) -> None:
    chapter = page(small_editions, f"{lang}/{CHAPTER}")
    found = {link.get("hreflang"): link.get("href") for link in chapter.iterfind(".//link[@rel='alternate']")}
    assert found.pop("x-default") == found.pop("en") == ADDRESS + CHAPTER
    assert found == {other: f"{ADDRESS}{other}/{CHAPTER}" for other in LANGUAGES}
    links = {link.get("lang"): link.find_class("name")[0].text for link in chapter.find_class("language")}
    assert links == {other: name for other, name in NAMES.items() if other != lang}


@pytest.mark.parametrize(
    ("lang", "said", "at_a_time"),
    [
        ("ar", "قال لي جار: «صباح الخير»، فقلت: «صباح النور».", "دقيقة واحدة."),
        ("de", "Sie rief: „Wer hat ‚Moin‘ gesagt?“ Wir waren’s.", "Eine Minute."),
        ("zh", "他说“早上好”，我说“您早”。", "1 分钟。"),
    ],
)
def test_quotation_marks_and_minutes_are_those_of_the_language(
    small_editions: Files, lang: str, said: str, at_a_time: str
) -> None:
    chapter = page(small_editions, f"{lang}/{CHAPTER}")
    assert said in words_of(chapter.find_class("prose")[0])
    assert words_of(chapter.find_class("reading-time")[0]).startswith(at_a_time)


def test_a_text_that_is_not_translated_keeps_its_language_its_direction_and_its_marks(
    small_editions: Files, lang: str
) -> None:
    other = page(small_editions, f"{lang}/{UNTRANSLATED}")
    for part in (other.find(".//h1"), other.find_class("prose")[0]):
        assert (part.get("lang"), part.get("dir")) == ("en", "ltr")


def test_help_lines_that_are_not_translated_are_marked(small_editions: Files) -> None:
    for lang, marked in (("ar", None), ("de", "en")):
        safety = page(small_editions, f"{lang}/safety.html")
        [region] = safety.get_element_by_id("help").getparent().findall("h3")
        assert region.get("lang") == marked
        assert region.getnext().get("lang") == marked


def test_no_english_is_left_in_what_is_translated(small_editions: Files) -> None:
    chapter = page(small_editions, f"ar/{CHAPTER}")
    for note in [*chapter.find_class("side-note"), *chapter.find_class("cite")]:
        note.drop_tree()
    [prose], [places], [title] = (chapter.find_class(name) for name in ("prose", "places", "brand"))
    shown = [title, *places.iter("a"), chapter.find(".//h1"), *chapter.find_class("standfirst"), *prose]
    assert len(shown) > 10
    assert [words for part in shown if re.search("[A-Za-z]", words := words_of(part))] == []


def test_arrows_point_to_where_readers_go_on(small_editions: Files) -> None:
    arrows = {lang: words_of(page(small_editions, f"{lang}/index.html")) for lang in ("ar", "de")}
    assert ("افتح الفصل ←" in arrows["ar"], "→" in arrows["ar"]) == (True, False)
    assert ("→" in arrows["de"], "←" in arrows["de"]) == (True, False)


def test_a_telephone_number_runs_from_left_to_right(small_editions: Files) -> None:
    [number] = page(small_editions, "ar/safety.html").find_class("whole")
    assert (number.text, number.tag, number.get("dir")) == ("0800 111 222", "bdi", "ltr")


def test_the_search_has_the_words_of_the_language(small_editions: Files, lang: str) -> None:
    [name] = [name for name in small_editions if name.startswith(f"{lang}/assets/search/")]
    rows = json.loads(small_editions[name])
    own = next(row for row in rows if row[4] == CHAPTER)
    assert own[2] == page(small_editions, f"{lang}/{CHAPTER}").findtext(".//h1")
    assert len(own) == 5  # it names no other language
    assert next(row for row in rows if row[4] == UNTRANSLATED)[5] == "en"


def test_a_straight_mark_in_a_translation_is_told_with_the_right_one(project: Project, tmp_path: Path) -> None:
    site = lay_out_editions(project, tmp_path / "site")
    copy(project.content / "wording.yaml", site.content)
    words = site.content / "de" / "words.yaml"
    words.write_text(words.read_text("utf-8").replace("Sicherheit", 'Die "sichere" Seite'), "utf-8")
    [problem] = check_written(site.in_language("de")).problems
    assert (problem.path, problem.hint) == ("content/de/words.yaml", "write „sichere“")
