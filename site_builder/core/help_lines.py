"""The help lines as read: places to turn to, by region."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class HelpService:
    """A place to turn to."""

    name: str
    what: str
    url: str
    looked_up: str = ""
    """The day on which name and number were last read on a page, as 2026-11-28; empty where nobody did."""
    at: str = ""
    """The address of that page."""
    year: str = ""
    """The year of that page, where it says one."""


@dataclass(frozen=True, slots=True)
class HelpRegion:
    """The services of one place."""

    name: str
    services: tuple[HelpService, ...]


@dataclass(frozen=True, slots=True)
class HelpLines:
    """`content/help.yaml`."""

    checked: str
    """When every entry was last looked up, in words."""
    regions: tuple[HelpRegion, ...]
    lang: str = ""
    """Their language where that is not their edition's."""
