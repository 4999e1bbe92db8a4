"""Mistakes in a site of a host's own: told as in a whole book, at their places in her files, and each once."""

from collections.abc import Callable
from pathlib import Path

from site_builder.exit_codes import GOOD, PROBLEMS
from tests.site_builder.commands import Told


def test_a_word_that_the_book_does_not_have_is_told_at_its_place_in_her_file(
    told: Callable[..., Told], tmp_path: Path
) -> None:
    (tmp_path / "desk/content/words.yaml").write_text("common:\n  skib: Jump\n  search: [a]\n", "utf-8")
    refused = told("build")
    assert refused.code == PROBLEMS
    assert 'content/words.yaml:2:3: unknown field "skib"' in refused.err
    assert 'did you mean "skip"?' in refused.err
    assert "2 problems in 1 file" in refused.err


def test_words_of_the_wrong_kind_are_told_once_and_remarks_alone_are_no_mistake(
    told: Callable[..., Told], tmp_path: Path
) -> None:
    words = tmp_path / "desk/content/words.yaml"
    words.write_text("common:\n  skip: 3\n  search: <b>Find</b>\n", "utf-8")
    refused = told("build")
    assert "content/words.yaml:2:9: skip: 3 is not a text" in refused.err
    assert "content/words.yaml:3:11: search: readers would see <b> as it is written" in refused.err
    assert "2 problems in 1 file" in refused.err
    words.write_text("# common:\n", "utf-8")
    assert told("build").code == GOOD


def test_what_her_templates_scripts_styles_and_drawings_have_wrong_is_told_all_at_once(
    told: Callable[..., Told], tmp_path: Path
) -> None:
    hers = {
        "templates/404.html.j2": "{{ words.common.skib }}",
        "web/js/entries/page.js": "const = 3;\n",
        "web/css/site/90-desk.css": "@import 'https://fonts.example/a.css';\n",
        "web/img/icon.svg": "<svg/>",
        "web/offline/sw.js": "if (\n",
    }
    for name, text in hers.items():
        (tmp_path / "desk" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "desk" / name).write_text(text, "utf-8")
    refused = told("build")
    assert refused.code == PROBLEMS
    assert 'field "common.skib" is missing; templates/404.html.j2:1 shows it' in refused.err
    for place in (
        "web/js/entries/page.js:1:7",
        "web/css/site/90-desk.css:1:",
        "web/img/icon.svg:1:1",
        "web/offline/",
    ):
        assert place in refused.err
    assert "5 problems in 5 files" in refused.err


def test_words_of_the_book_that_her_templates_do_not_show_are_not_hers_to_take_out(
    told: Callable[..., Told], tmp_path: Path
) -> None:
    template = tmp_path / "desk" / "templates" / "404.html.j2"
    template.parent.mkdir()
    template.write_text('{% extends "base.html.j2" %}{% block main %}<h1>Lost</h1>{% endblock %}', "utf-8")
    built = told("build")
    assert built.code == GOOD, built.err
    (tmp_path / "desk/content/words.yaml").write_text("missing: {text: Gone.}\n", "utf-8")
    refused = told("build")
    assert 'content/words.yaml:1:11: nothing shows the field "missing.text"' in refused.err
