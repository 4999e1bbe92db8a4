"""What a language does to a page: its direction, its own name, its plurals, numbers and dates, by Babel (CLDR).

Importing Babel takes 40 ms, so only what makes pages imports this module.
"""

from collections.abc import Mapping
from datetime import date
from functools import cache

from babel import Locale, UnknownLocaleError
from babel.dates import format_date
from babel.numbers import format_decimal

from site_builder.core.writing import OTHER

FALLBACK = "en"


@cache
def _locale(lang: str) -> Locale:
    """The rules of a language; where CLDR does not know it, those of English."""
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
    return str(format_decimal(number, locale=_locale(lang)))


def shown_date(day: str, lang: str) -> str:
    """Write a day, given as 2026-11-28, as readers of a language do."""
    return str(format_date(date.fromisoformat(day), "long", locale=_locale(lang)))
