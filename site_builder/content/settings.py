"""`content/site.yaml`: what the site is called and, if known, where it will stand and who runs it."""

import re
from dataclasses import fields as fields_of
from functools import partial

from scoring.catalogue import MAX_LENGTHS
from scoring.fields import Checker
from scoring.model import STRAND_IDS
from site_builder.content.colors import read_colors
from site_builder.content.located_yaml import Yaml
from site_builder.content.schema import check_yaml, read_https
from site_builder.core.model import NEUTRAL_SITE, Limits, Settings
from site_builder.core.problems import Problem

OPTIONAL = ["site_url", "short_name", "operator", "contact", "repository", "exit_to", "leave_out", "colors", "limits"]

MOST_KILOBYTES = 100_000

FORMS = (
    ("lang", re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*\Z"), "a language tag such as en or pt-BR"),
    (
        "site_url",
        re.compile(r"https?://[^\s/?#]+(/[^\s?#]*)?/\Z"),
        "an address such as https://example.org/community/, with the slash at the end",
    ),
    (
        "contact",
        re.compile(r"(https://[^\s/]+\S*|mailto:[^\s@?]+@[^\s@?]+)\Z"),
        "an address such as mailto:library@example.org or https://example.org/contact",
    ),
)
"""What some settings have to look like, and how that is said."""


def check_settings(yaml: Yaml) -> tuple[Settings | None, list[Problem]]:
    """Check the settings."""
    return check_yaml(yaml, _read)


def _read(checker: Checker, value: object) -> Settings:
    fields = checker.mapping(value, (), ["name", "headline", "description", "lang"], OPTIONAL)
    text = partial(checker.text_of, fields, ())
    settings = Settings(
        text("name", 60),
        text("headline", 80),
        text("description", 200),
        text("lang", 20),
        text("site_url", MAX_LENGTHS["address"]),
        text("short_name", 12),
        text("operator", 80),
        text("contact", 200),
        read_https(checker, fields, (), "repository", 200),
        read_https(checker, fields, (), "exit_to", 200) or NEUTRAL_SITE,
        checker.choices(fields.get("leave_out", []), ("leave_out",), STRAND_IDS),
        *read_colors(checker, fields.get("colors", {})),
        _limits(checker, fields.get("limits", {})),
    )
    for name, form, allowed in FORMS:
        given = getattr(settings, name)
        if given and not form.match(given):
            checker.note((name,), "not-allowed", f'"{given}" given', allowed)
    return settings


def _limits(checker: Checker, value: object) -> Limits:
    given = checker.mapping(value, ("limits",), (), [field.name for field in fields_of(Limits)])
    return Limits(**{name: checker.whole(item, ("limits", name), 1, MOST_KILOBYTES) for name, item in given.items()})
