"""`notice` in `content/site.yaml`: what the landing page tells for a while."""

from collections.abc import Collection, Iterator
from functools import partial

from scoring.fields import Checker
from scoring.issues import Issue, Path
from site_builder.core.own_words import Notice

ELSEWHERE = ("https://", "mailto:", "tel:")
WHERE = "a page of this site such as opening-hours.html, or an address that starts with https://, mailto: or tel:"


def read_notice(checker: Checker, value: object, path: Path) -> Notice:
    """Read the notice; a link needs words, and words need a link."""
    fields = checker.mapping(value, path, ["text"], ["link", "link_text"])
    text = partial(checker.text_of, fields, path)
    notice = Notice(text("text", 300), text("link", 200), text("link_text", 60))
    if notice.link and not notice.link_text:
        checker.note(path, "missing-key", 'field "link_text" is missing', "the words of the link")
    if notice.link_text and not notice.link:
        checker.note(path, "missing-key", 'field "link" is missing', WHERE)
    return notice


def check_notice(notice: Notice, pages: Collection[str]) -> Iterator[Issue]:
    """Tell of a link that leads to none of the pages, by their addresses."""
    page = notice.link.partition("#")[0]
    if notice.link and page not in pages and not notice.link.startswith(ELSEWHERE):
        text = f'no page "{page}"'
        yield Issue(("notice", "link"), "link-target", text, WHERE, page, tuple(sorted(pages)))
