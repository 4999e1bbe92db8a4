"""The settings of a site, as read from `content/site.yaml`."""

from dataclasses import dataclass
from urllib.parse import urlsplit

from site_builder.core.colors import DARK, LIGHT, Colors
from site_builder.core.own_words import AUTHOR, LICENSE, Notice

NEUTRAL_SITE = "https://www.weather.gov/"
"""Where "Leave this page" leads if a site names nothing else: what anybody may have open, and no shop or news."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What is too heavy, in kilobytes as they are sent; nothing where it is 0."""

    page: int = 0
    """A page with its style sheets and typefaces."""
    styles: int = 0
    """All style sheets together."""


@dataclass(frozen=True, slots=True)
class Settings:
    """`content/site.yaml`."""

    name: str
    headline: str
    description: str
    lang: str
    site_url: str
    """Address of the site's root, ending in a slash; empty where not set. Links never need it."""
    short_name: str = ""
    """What an icon on a home screen is called; empty where nobody says."""
    operator: str = ""
    """Who runs this copy; empty where nobody says."""
    contact: str = ""
    """How to reach them: an address that starts with mailto: or https://."""
    repository: str = ""
    """Where the files stand that this copy is built from."""
    exit_to: str = NEUTRAL_SITE
    """Where "Leave this page" leads."""
    languages: tuple[str, ...] = ()
    """Further languages, each an edition of its own in a folder of that name."""
    first_language: str = ""
    """Of the edition at the site's root; empty for that edition itself."""
    is_unfinished: bool = False
    """Whether a translation may lack texts; the first language's stand in their place."""
    leave_out: tuple[str, ...] = ()
    """Chapters of the book that this copy does not have, by the last part of their addresses."""
    light: Colors = LIGHT
    dark: Colors = DARK
    called: str = ""
    """The name in the middle of a sentence; empty where the name itself will do."""
    author: str = AUTHOR
    license: str = LICENSE
    notice: Notice | None = None
    limits: Limits = Limits()

    @property
    def name_in_text(self) -> str:
        """The name in the middle of a sentence."""
        return self.called or self.name

    @property
    def exit_name(self) -> str:
        """What readers call that place: www.weather.gov."""
        return urlsplit(self.exit_to).netloc
