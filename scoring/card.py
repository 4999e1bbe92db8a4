"""The Community Card: its parts, and as plain text of at most 600 characters. Capacity and contexts are not on it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from scoring.advice import Advice
from scoring.dates import day_text, week_text
from scoring.model import KINDS, MAP_CHAPTER, REST, REVIEW_CHAPTER, Catalogue, Step
from scoring.plan import NO_MOMENT, Moment, moment_text
from scoring.score import Score

TYPE_CHECKING = False
if TYPE_CHECKING:
    from scoring.result_types import CardParts

MOST_CHARACTERS = 600


@dataclass(frozen=True, slots=True)
class Card:
    """What the card says, for its text and its picture alike. What is not there is empty."""

    line: str
    """What this week needs, or what to keep."""
    score: str
    band: str
    """Empty, with `score`, where too few answers count."""
    thin_spot: str
    invitation: str
    contribution: str
    rest: str
    """The title of a rest move, in place of the two."""
    protocol: str
    path: str
    address: str
    say: str = ""
    """The words to say with the first move, in quotation marks."""
    day: str = ""
    """The day that the reader chose for it."""
    moment: str = ""
    """When and where, in the reader's own words."""
    week: str = ""


def make_card(
    score: Score,
    advice: Advice,
    step: Step | None,
    catalogue: Catalogue,
    numbers: bool = True,
    moment: Moment = NO_MOMENT,
) -> Card:
    """Put together what the card says, with a step of the plan. Without `numbers` it names the band alone."""
    titles = {move.kind: move.title for move in (advice.invitation, advice.contribution) if move}
    move, words = advice.first_move, catalogue.words
    bands = {band.id: band.label for band in catalogue.bands}
    return Card(
        line=advice.line,
        score=_number(score, catalogue) if numbers else "",
        band=bands.get(score.band or "", ""),
        thin_spot=advice.thin_spot.label if advice.thin_spot else "",
        **{kind: titles.get(kind, "") for kind in KINDS},
        protocol=plan_text(step, catalogue) if step else "",
        path=path_names(advice.path, catalogue),
        address=catalogue.address,
        say=words["card_quote"].format(say=move.say) if move and move.say else "",
        day=day_text(moment.day, words) if move and moment.day else "",
        moment=words["card_moment"].format(moment=moment_text(moment, catalogue))
        if move and moment.own_words
        else "",
        week=week_text(moment.asked_on, words) if moment.asked_on else "",
    )


def without_score(card: Card) -> Card:
    """The same card, with neither score nor band."""
    return replace(card, score="", band="")


def _number(score: Score, catalogue: Catalogue) -> str:
    """The score; marked where it is only what is sure."""
    if score.score is None:
        return ""
    return catalogue.words["card_at_least"].format(score=score.score) if score.is_open else str(score.score)


def first_step(advice: Advice) -> Step | None:
    """The first step of the thin spot's protocol; none beside a rest move, for nothing is asked of anyone then."""
    rests = advice.invitation is not None and advice.invitation.kind == REST
    return advice.thin_spot.protocol.steps[0] if advice.thin_spot and not rests else None


def card_text(card: Card, catalogue: Catalogue) -> str:
    """Write the card; a line for each thing that is there. Where it would get too long, the words to say go first."""
    for shorter in (card, replace(card, say=""), replace(card, say="", day="")):
        text = "\n".join(_lines(shorter, catalogue))
        if len(text) <= MOST_CHARACTERS:
            break
    return text


def _lines(card: Card, catalogue: Catalogue) -> list[str]:
    words = catalogue.words
    named = {
        "thin_spot": card.thin_spot,
        "invitation": card.invitation,
        "rest": card.rest,
        "say": card.say,
        "day": card.day,
        "contribution": card.contribution,
        "protocol": card.protocol,
        "path": card.path,
    }
    lines = [words["card_title"], card.line, _standing(card, catalogue)]
    lines += [words[f"card_{name}"].format(**{name: text}) for name, text in named.items() if text]
    return [line for line in (*lines, card.address) if line]


def _standing(card: Card, catalogue: Catalogue) -> str:
    """Name score and band, or the band alone, or nothing."""
    words = catalogue.words["card_score" if card.score else "card_score_in_words"]
    return words.format(score=card.score, band=card.band) if card.band else ""


def card_parts(card: Card, catalogue: Catalogue) -> "CardParts":
    """Write down the parts of the picture, which asks for one thing; on a full map the line stands in its place."""
    move = card.invitation or card.rest or card.contribution
    return {
        "week": card.week,
        "headline": move or card.line,
        "say": card.say,
        "day": (card.day or catalogue.words["card_open_day"]) if move else "",
        "moment": card.moment,
        "line": card.line if move else "",
        "score": _standing(card, catalogue),
        "address": card.address,
    }


def plan_text(step: Step, catalogue: Catalogue) -> str:
    """Write the first step of a protocol as one sentence."""
    return catalogue.words["card_step"].format(when=step.when, then=step.then)


def path_names(path: Sequence[str], catalogue: Catalogue) -> str:
    """Name the chapters of a path, given as slugs."""
    names = {strand.id: strand.chapter for strand in catalogue.strands}
    names |= {MAP_CHAPTER: catalogue.words["card_map"], REVIEW_CHAPTER: catalogue.words["card_review"]}
    return ", ".join(names[slug] for slug in path)
