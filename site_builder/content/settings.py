"""`content/site.yaml`: what the site is called and, if known, where it will stand."""

import re

from scoring.catalogue import MAX_LENGTHS
from scoring.fields import Checker
from site_builder.content.located_yaml import Yaml
from site_builder.content.schema import check_yaml
from site_builder.core.model import Settings
from site_builder.core.problems import Problem

LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*\Z")
SITE_URL = re.compile(r"https?://[^\s/?#]+(/[^\s?#]*)?/\Z")


def check_settings(yaml: Yaml) -> tuple[Settings | None, list[Problem]]:
    """Check the settings."""
    return check_yaml(yaml, _read)


def _read(checker: Checker, value: object) -> Settings:
    fields = checker.mapping(value, (), ["name", "headline", "description", "lang"], ["site_url", "short_name"])

    def text(name: str, most: int) -> str:
        return checker.text(fields[name], (name,), most) if name in fields else ""

    settings = Settings(
        text("name", 60),
        text("headline", 80),
        text("description", 200),
        text("lang", 20),
        text("site_url", MAX_LENGTHS["address"]),
        text("short_name", 12),
    )
    if settings.lang and not LANGUAGE.match(settings.lang):
        checker.note(("lang",), "not-allowed", f'"{settings.lang}" given', "a language tag such as en or pt-BR")
    if settings.site_url and not SITE_URL.match(settings.site_url):
        allowed = "an address such as https://example.org/community/, with the slash at the end"
        checker.note(("site_url",), "not-allowed", f'"{settings.site_url}" given', allowed)
    return settings
