"""A shared link, opened: the card behind it, and the entries that would put its answers into the form."""

from dataclasses import replace

from scoring.advice import advise, with_moves
from scoring.fields import Checker
from scoring.form import form_entries, whole_form
from scoring.issues import Issue, Refused
from scoring.model import Catalogue
from scoring.phrasing import Phrasing
from scoring.score import score_answers
from scoring.share_code import decode
from scoring.views import Result, advice_view

TYPE_CHECKING = False
if TYPE_CHECKING:
    from scoring.result_types import SharedView

MOST_CHARACTERS = 2000
"""Of a link; a code has at most some dozen, what messengers add has some hundred."""

BEFORE_ADDED = "&?/;|"
"""What is added to a link comes after one of these."""

WORDS = {
    "code-character": "link_character",
    "code-length": "link_cut",
    "code-mistyped": "link_mistyped",
    "code-version": "link_version",
    "code-range": "link_foreign",
    "code-empty": "link_empty",
}
"""The sentence that tells each fault."""


def open_link(link: object, catalogue: Catalogue, numbers: bool = True, card_score: bool = True) -> "SharedView":
    """Show the card of a code, or of a link that holds one after "#".

    The card is the one that was shared, with its moves. A question without an answer counts as "not sure". Without
    `numbers` it is told in words, without `card_score` it names neither score nor band.
    Raises `Refused` with the reason and what to do, in the catalogue's sentences.
    """
    checker = Checker()
    text = link if isinstance(link, str) else checker.text(link, ("code",), MOST_CHARACTERS)
    checker.finish()
    try:
        if len(text) > MOST_CHARACTERS:
            raise Refused([Issue(("code",), "code-length", f"{len(text)} characters")])
        card = decode(find_code(text), catalogue)
        if all(value is None for value in card.answers.values):
            raise Refused([Issue(("code",), "code-empty", "no answers")])
    except Refused as refused:
        raise _in_plain_words(refused.issues[0], catalogue) from None
    score = score_answers(card.answers.values, card.answers.set_aside)
    advice = advise(card.answers, score, catalogue)
    if any(card.moves):
        advice = with_moves(advice, card.moves, catalogue)
    return {
        "entries": form_entries(whole_form(card.answers)),
        "view": advice_view(Result(card.answers, score, advice), Phrasing(catalogue, numbers, card_score)),
    }


def find_code(link: str) -> str:
    """Take the code out of a link as it arrives: messengers escape signs, add to it, break it, put signs around it.

    A code is letters and digits: signs of any other kind were added.
    """
    first, *escaped = link.encode("utf-8", "ignore").split(b"%")
    code = b"".join((first, *map(_unescaped, escaped))).decode("utf-8", "ignore").rpartition("#")[2]
    for sign in BEFORE_ADDED:
        code = code.partition(sign)[0]
    return "".join(filter(str.isalnum, code))


def _unescaped(text: bytes) -> bytes:
    """What stood after a percent sign, with the sign that its two digits stand for."""
    try:
        return bytes.fromhex(text[:2].decode()) + text[2:]
    except ValueError:
        return text


def _in_plain_words(issue: Issue, catalogue: Catalogue) -> Refused:
    words = catalogue.words
    return Refused([replace(issue, text=words[WORDS[issue.code]], allowed=words["link_again"])])
