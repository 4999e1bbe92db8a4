"""The pages that templates make, a row each; Markdown pages of `content/` need none.

Navigation, the list of pages, search, checks, budgets, the sitemap and the offline copy are derived from these rows.
A new page needs its row, its template, and its words in `content/words.yaml`.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PageSpec:
    """One page that a template makes. Places in a navigation count from 1; 0 is "not there"."""

    output: str
    """Its path in the finished site."""
    template: str
    words: str = ""
    """Its group in `content/words.yaml`, with `title`, `summary` and perhaps `heading`; without one the site's own
    name and headline stand for it."""
    called: str = ""
    """Where in the words navigation finds its name; the title where not given."""
    script: str = "page"
    """A module of `web/js/entries/`."""
    header: int = 0
    at_hand: int = 0
    """Its place at the top of every page, beside the main navigation."""
    footer: int = 0
    listed: int = 0
    """Its place in the list of all pages."""
    runs_python: bool = False
    """Whether its script starts Python; other pages fetch Python ahead near links to it."""
    is_searchable: bool = False
    is_hidden: bool = False
    """Whether nothing links it and no search engine is to list it."""
    is_kept: bool = True
    """Whether it is kept for the time without a connection."""
    has_exit: bool = False
    """Whether it can be left at once, because what stands there may concern somebody who is watched; not where any
    reader would only wonder why. In Markdown pages the field `exit` says so."""
    is_limited: bool = True
    """Whether the weight of a page is limited; what holds everything is as long as it is."""

    @property
    def needed_words(self) -> tuple[str, ...]:
        """What `content/words.yaml` must hold for this page."""
        named = (f"{self.words}.title", f"{self.words}.summary") if self.words else ()
        return (*named, self.called) if self.called else named

    @property
    def called_by(self) -> str:
        """Where in the words navigation finds its name: common.builder."""
        return self.called or f"{self.words}.title"


HOME = PageSpec("index.html", "index.html.j2", script="home")
SHELF = PageSpec("chapters/index.html", "chapters.html.j2", "chapters", called="common.chapters", header=4)
MISSING = PageSpec("404.html", "404.html.j2", "missing", is_hidden=True, is_kept=False)
OFFLINE = PageSpec("offline.html", "offline.html.j2", "offline", is_hidden=True)
BOOK = PageSpec("print.html", "print.html.j2", "book", listed=7, is_searchable=True, is_limited=False)
SAFETY = "safety.html"
"""A Markdown page that every page leads to, at its top."""

PAGES = (
    HOME,
    PageSpec(
        "ledger.html",
        "ledger.html.j2",
        "ledger",
        called="common.this_week",
        script="ledger",
        header=1,
        listed=2,
        runs_python=True,
        is_searchable=True,
        has_exit=True,
    ),
    PageSpec(
        "people.html",
        "people.html.j2",
        "people",
        called="common.people",
        script="people",
        header=2,
        listed=3,
        runs_python=True,
        is_searchable=True,
        has_exit=True,
    ),
    PageSpec(
        "builder.html",
        "builder.html.j2",
        "builder",
        called="common.builder",
        script="builder",
        header=3,
        listed=1,
        runs_python=True,
        is_searchable=True,
        has_exit=True,
    ),
    SHELF,
    MISSING,
    OFFLINE,
    PageSpec("worksheets.html", "worksheets.html.j2", "worksheets", footer=3, listed=4, is_searchable=True),
    PageSpec("sources.html", "sources.html.j2", "sources", footer=2, listed=6, is_searchable=True, is_limited=False),
    BOOK,
    PageSpec(
        "search.html",
        "search.html.j2",
        "search",
        called="common.search",
        script="search",
        at_hand=1,
        footer=1,
        listed=5,
    ),
)
