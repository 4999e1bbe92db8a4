"""How languages are written: their tags, their quotation marks, and how long their scripts take to read.

No library here knows the marks. They are those of CLDR 48 (`delimiters` in its data of each language), with three
differences: French has its spaces, Arabic the marks of its books, and Dutch what most languages have.
"""

import re
from collections.abc import Iterable

LANGUAGE = r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*"
"""A language tag, as a regular expression."""

OTHER = "other"
PLURALS = ("zero", "one", "two", "few", "many", OTHER)
"""What CLDR calls the forms that a language may have for a number; the last is in every one."""

ENGLISH = ("“", "”", "‘", "’")

MARKS = {
    ("„", "“", "‚", "‘"): "cs de dsb et hr hsb is lb mk nds sk sl",
    ("„", "“", "„", "“"): "bg lt",
    ("„", "“", "«", "»"): "ka",
    ("„", "”", "«", "»"): "pl ro",
    ("„", "”", "»", "«"): "hu",
    ("„", "”", "’", "’"): "sr",
    ("«", "»", "„", "“"): "be ky ru uk",
    ("«", "»", "“", "”"): "br ca el eu it kk pt-pt",
    ("«", "»", "‹", "›"): "am ar de-ch fa fr-ch gsw rm",
    ("«\N{NO-BREAK SPACE}", "\N{NO-BREAK SPACE}»", "“", "”"): "fr",
    ("«", "»", "‘", "’"): "nb nn no",
    ("”", "”", "’", "’"): "fi he se sv yi",
    ("”", "“", "’", "‘"): "ur",
    ("「", "」", "『", "』"): "ja yue zh-hant zh-hk zh-mo zh-tw",
}
"""Around what is quoted, and around what is quoted inside of that; with the languages that write them so."""

BY_LANGUAGE = {lang: marks for marks, languages in MARKS.items() for lang in languages.split()}

IDEOGRAPHS = "\u3005\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
ALPHABETS = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff"
"""Thai, Lao, Burmese and Khmer."""

UNSPACED = IDEOGRAPHS + ALPHABETS
"""Letters of scripts that put no spaces between words, for a class of characters."""

IDEOGRAPH, LETTER = re.compile(f"[{IDEOGRAPHS}]"), re.compile(f"[{ALPHABETS}]")
SPACED = re.compile(f"[{UNSPACED}]+")
WORD = re.compile(r"\S*\w\S*")

WORDS_A_MINUTE = 220
IDEOGRAPHS_A_MINUTE = 500
LETTERS_A_MINUTE = 1000


def quotation_marks(lang: str) -> tuple[str, str, str, str]:
    """The marks that open and close a quotation, and those of one inside it."""
    tag = lang.lower()
    while tag and tag not in BY_LANGUAGE:
        tag = tag.rpartition("-")[0]
    return BY_LANGUAGE.get(tag, ENGLISH)


def minutes_to_read(texts: Iterable[str]) -> int:
    """How many minutes texts take, at least one: by words, or by characters where nothing parts the words."""
    minutes = 0.0
    for text in texts:
        minutes += len(WORD.findall(SPACED.sub(" ", text))) / WORDS_A_MINUTE
        minutes += len(IDEOGRAPH.findall(text)) / IDEOGRAPHS_A_MINUTE
        minutes += len(LETTER.findall(text)) / LETTERS_A_MINUTE
    return max(1, round(minutes))
