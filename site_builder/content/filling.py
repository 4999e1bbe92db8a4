"""Names in braces: {called} is the site's name, {chapters} and {Chapters} the number of its chapters.

`content/words.yaml` may have them anywhere, `content/site.yaml` in headline and description.
"""

from collections.abc import Mapping
from dataclasses import replace

from site_builder.core.settings import Settings

EVERYWHERE = ("called", "chapters", "Chapters")
NUMBERS = ("common", "numbers")
"""Where the words for one, two and so on are; a larger number is written in digits."""

type Named = Mapping[str, str]


def named_everywhere(settings: Settings, words: Mapping[str, object], chapters: int) -> Named:
    """What each name stands for."""
    group = words.get(NUMBERS[0])
    known = group.get(NUMBERS[1]) if isinstance(group, Mapping) else None
    numbers = dict(enumerate(map(str, known), start=1)) if isinstance(known, list) else {}
    number = numbers.get(chapters, str(chapters))
    meant = (settings.name_in_text, number, number[:1].upper() + number[1:])
    return dict(zip(EVERYWHERE, meant, strict=True))


def fill_words(words: Mapping[str, object], named: Named) -> dict[str, object]:
    """Put them into all words of the interface."""
    return {name: _filled(value, named) for name, value in words.items()}


def fill_settings(settings: Settings, named: Named) -> Settings:
    """Put them into headline and description."""
    return replace(settings, headline=_text(settings.headline, named), description=_text(settings.description, named))


def _filled(value: object, named: Named) -> object:
    if isinstance(value, dict):
        return fill_words(value, named)
    if isinstance(value, list):
        return [_filled(item, named) for item in value]
    return _text(value, named) if isinstance(value, str) else value


def _text(text: str, named: Named) -> str:
    for name, meant in named.items():
        text = text.replace(f"{{{name}}}", meant)
    return text
