import pytest

from site_builder.content.filling import fill_settings, fill_words, named_everywhere
from site_builder.core.settings import Settings

SETTINGS = Settings("The Desk / Ledger", "{Chapters} habits.", "With {chapters} of them at {called}.", "en", "")
WORDS = {"common": {"numbers": ["one", "two", "three"]}, "a": {"b": ["{called}: {chapters}, {more}"]}}


@pytest.mark.parametrize(("chapters", "number", "first"), [(3, "three", "Three"), (13, "13", "13")])
def test_the_number_of_chapters_is_counted_and_in_words_where_there_is_one(
    chapters: int, number: str, first: str
) -> None:
    named = named_everywhere(SETTINGS, WORDS, chapters)
    filled = fill_settings(SETTINGS, named)
    assert filled.headline == f"{first} habits."
    assert filled.description == f"With {number} of them at The Desk / Ledger."
    assert fill_words(WORDS, named)["a"] == {"b": [f"The Desk / Ledger: {number}, {{more}}"]}


def test_words_without_numbers_have_digits() -> None:
    assert named_everywhere(SETTINGS, {}, 3)["Chapters"] == "3"


def test_the_words_as_they_were_read_stay() -> None:
    fill_words(WORDS, named_everywhere(SETTINGS, WORDS, 3))
    assert WORDS["a"] == {"b": ["{called}: {chapters}, {more}"]}
