"""A shared link, opened: the card behind it, and the entries that would put its answers into the form."""

from dataclasses import replace

from scoring.advice import Advice, advise
from scoring.fields import Checker
from scoring.form import form_entries, whole_form
from scoring.issues import Issue, Refused
from scoring.model import Catalogue
from scoring.phrasing import Phrasing
from scoring.score import score_answers
from scoring.share_code import SharedCard, decode
from scoring.views import Result, advice_view

TYPE_CHECKING = False
if TYPE_CHECKING:
    from scoring.result_types import SharedView

MOST_CHARACTERS = 200
"""Of a link; a code has at most some dozen."""

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
    """Show the card of a code, or of a link that ends in one after "#".

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
        card = decode(text.rpartition("#")[2], catalogue)
        if all(value is None for value in card.answers.values):
            raise Refused([Issue(("code",), "code-empty", "no answers")])
    except Refused as refused:
        raise _in_plain_words(refused.issues[0], catalogue) from None
    score = score_answers(card.answers.values, card.answers.set_aside)
    advice = _with_moves(advise(card.answers, score, catalogue), card, catalogue)
    return {
        "entries": form_entries(whole_form(card.answers)),
        "view": advice_view(Result(card.answers, score, advice), Phrasing(catalogue, numbers, card_score)),
    }


def _with_moves(advice: Advice, card: SharedCard, catalogue: Catalogue) -> Advice:
    """The advice that was shared: with its moves, and the strand that they belong to."""
    if not any(card.moves):
        return advice
    first, second = card.moves
    thin = next(strand for strand in catalogue.strands if first in strand.moves or second in strand.moves)
    *chapters, last = advice.path
    others = [slug for slug in chapters if slug != thin.id]
    return replace(
        advice,
        thin_spot=thin,
        ties=(),
        invitation=first,
        contribution=second,
        second=(),
        path=(thin.id, *others[:1], last),
        line=thin.card_line,
    )


def _in_plain_words(issue: Issue, catalogue: Catalogue) -> Refused:
    words = catalogue.words
    return Refused([replace(issue, text=words[WORDS[issue.code]], allowed=words["link_again"])])
