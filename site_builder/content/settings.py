"""`content/site.yaml`: what the site is called and, if known, where it will stand and who runs it."""

import re
from dataclasses import fields as fields_of
from functools import partial

from scoring.catalogue import MAX_LENGTHS
from scoring.model import STRAND_IDS
from site_builder.content.colors import read_colors
from site_builder.content.located_yaml import Yaml
from site_builder.content.notice import read_notice
from site_builder.content.schema import HOST, YamlChecker, check_yaml, read_https
from site_builder.core.own_words import AUTHOR, LICENSE, UNDER_AN_ICON
from site_builder.core.problems import Problem
from site_builder.core.settings import NEUTRAL_SITE, Limits, Settings
from site_builder.core.writing import LANGUAGE

OPTIONAL = ["site_url", "called", "short_name", "notice", "operator", "contact", "repository", "exit_to"]
OPTIONAL += ["leave_out", "colors", "author", "license", "languages", "unfinished", "limits"]

MOST_KILOBYTES = 100_000

LANGUAGE_TAG = re.compile(rf"{LANGUAGE}\Z")
LANGUAGE_ALLOWED = "a language tag such as en or pt-BR"

FORMS = (
    ("lang", LANGUAGE_TAG, LANGUAGE_ALLOWED),
    (
        "site_url",
        re.compile(rf"https?://{HOST}(?:/[^\s/?#]+)*/\Z"),
        "an address such as https://example.org/community/, with the slash at the end",
    ),
    (
        "contact",
        re.compile(rf"(https://{HOST}(?:[/?#]\S*)?|mailto:[^\s@?]+@[^\s@?]+)\Z"),
        "an address such as mailto:library@example.org or https://example.org/contact",
    ),
)
"""What some settings have to look like, and how that is said."""


def check_settings(yaml: Yaml) -> tuple[Settings | None, list[Problem]]:
    """Check the settings."""
    return check_yaml(yaml, read_settings)


def read_settings(checker: YamlChecker, value: object) -> Settings:
    """Read the settings with checks."""
    fields = checker.mapping(value, (), ["name", "headline", "description", "lang"], OPTIONAL)
    text = partial(checker.text_of, fields, ())
    settings = Settings(
        text("name", 60),
        text("headline", 80),
        text("description", 200),
        text("lang", 20),
        text("site_url", MAX_LENGTHS["address"]),
        text("short_name", UNDER_AN_ICON),
        text("operator", 80),
        text("contact", 200),
        read_https(checker, fields, (), "repository", 200),
        read_https(checker, fields, (), "exit_to", 200) or NEUTRAL_SITE,
        _read_languages(checker, fields.get("languages", [])),
        "",
        checker.flag(fields.get("unfinished", False), ("unfinished",)),
        checker.choices(fields.get("leave_out", []), ("leave_out",), STRAND_IDS),
        *read_colors(checker, fields.get("colors", {})),
        text("called", 60),
        text("author", 120) or AUTHOR,
        text("license", 80) or LICENSE,
        checker.optional(fields, (), "notice", partial(read_notice, checker)),
        _limits(checker, fields.get("limits", {})),
    )
    for name, form, allowed in FORMS:
        checker.form(getattr(settings, name), (name,), form, allowed)
    return settings


def _read_languages(checker: YamlChecker, value: object) -> tuple[str, ...]:
    languages = checker.each(value, ("languages",), lambda one, path: checker.text(one, path, 20))
    for index, language in enumerate(languages):
        checker.form(language, ("languages", index), LANGUAGE_TAG, LANGUAGE_ALLOWED)
    checker.unique((("languages", index), language) for index, language in enumerate(languages))
    return languages


def _limits(checker: YamlChecker, value: object) -> Limits:
    given = checker.mapping(value, ("limits",), (), [field.name for field in fields_of(Limits)])
    return Limits(**{name: checker.whole(item, ("limits", name), 1, MOST_KILOBYTES) for name, item in given.items()})
