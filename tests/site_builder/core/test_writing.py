"""Quotation marks by language, and minutes by script."""

import pytest

from site_builder.core.writing import BY_LANGUAGE, MARKS, minutes_to_read, quotation_marks


@pytest.mark.parametrize(
    ("lang", "marks"),
    [
        ("en", "“”‘’"),
        ("es", "“”‘’"),
        ("xx", "“”‘’"),
        ("de", "„“‚‘"),
        ("de-AT", "„“‚‘"),
        ("de-CH", "«»‹›"),
        ("ar", "«»‹›"),
        ("zh", "“”‘’"),
        ("zh-Hans-TW", "“”‘’"),
        ("zh-TW", "「」『』"),
        ("zh-Hant-HK", "「」『』"),
    ],
)
def test_a_language_has_its_marks_and_a_region_those_of_its_language(lang: str, marks: str) -> None:
    assert "".join(quotation_marks(lang)) == marks


def test_no_language_stands_twice_in_the_table() -> None:
    assert len(BY_LANGUAGE) == sum(len(languages.split()) for languages in MARKS.values())


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("", 1),
        ("word " * 660, 3),
        ("邻" * 1500, 3),
        ("邻居说，" * 500, 3),
        ("ก" * 3000, 3),
        ("word 邻居。" * 220, 2),
    ],
)
def test_time_goes_by_words_or_by_characters_where_nothing_parts_the_words(text: str, minutes: int) -> None:
    assert minutes_to_read([text]) == minutes
