"""What a language does to a page: its direction, its own name, its plurals, numbers and dates, by Babel (CLDR).

Babel is imported late: what most builds need of it is kept by `functools`, and importing it takes a tenth of a build.
"""

from collections.abc import Mapping
from datetime import date
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from babel import Locale

LANGUAGE = r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*"
"""A language tag, as a regular expression."""

FALLBACK = "en"
OTHER = "other"
PLURALS = ("zero", "one", "two", "few", "many", OTHER)
"""What CLDR calls the forms that a language may have for a number; the last is in every one."""


@cache
def _locale(lang: str) -> "Locale":
    """The rules of a language; where CLDR does not know it, those of English."""
    from babel import Locale, UnknownLocaleError  # noqa: PLC0415 - see above

    for tag in (lang, lang.partition("-")[0]):
        try:
            return Locale.parse(tag, sep="-")
        except (UnknownLocaleError, ValueError):
            continue
    return Locale(FALLBACK)


@cache
def direction(lang: str) -> str:
    """Which way its letters run, as HTML writes it: ltr or rtl."""
    return str(_locale(lang).text_direction)


def onward(lang: str) -> str:
    """The arrow that points where its readers go on."""
    return "←" if direction(lang) == "rtl" else "→"


@cache
def own_name(lang: str) -> str:
    """What a language calls itself, as a word that stands alone: Español."""
    name = _locale(lang).get_display_name() or lang
    return name[:1].upper() + name[1:]


def counted(forms: object, number: int, lang: str) -> str:
    """Give the form for a number out of a mapping such as {one: One move, other: "{count} moves"}."""
    if not isinstance(forms, Mapping):
        return str(forms).format(count=number)
    form = _locale(lang).plural_form(number)
    return str(forms.get(form, forms[OTHER])).format(count=shown_number(number, lang))


def shown_number(number: int, lang: str) -> str:
    """Write a whole number as readers of a language do: 1,024 or 1.024."""
    from babel.numbers import format_decimal  # noqa: PLC0415 - see above

    return str(format_decimal(number, locale=_locale(lang)))


def shown_date(day: str, lang: str) -> str:
    """Write a day, given as 2026-11-28, as readers of a language do."""
    from babel.dates import format_date  # noqa: PLC0415 - see above

    return str(format_date(date.fromisoformat(day), "long", locale=_locale(lang)))
