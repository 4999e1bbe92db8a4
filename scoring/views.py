"""The result as display data: finished words and rows that a page only has to put in place."""

from dataclasses import dataclass

from scoring.advice import Advice, advise
from scoring.card import card_parts, card_text, first_step, make_card, without_score
from scoring.choosing import choose_idea
from scoring.history import invitations_closed
from scoring.map_view import map_rows, map_text
from scoring.model import (
    CALM_LINE_BELOW,
    CAPACITIES,
    HOME_NOT_PRIVATE,
    LEAST_COUNTED,
    MOST_WISHES,
    STRAND_IDS,
    Answers,
    Catalogue,
    Move,
)
from scoring.phrasing import Phrasing
from scoring.plain_data import plan_data, protocol_data
from scoring.plan import NO_MOMENT, Moment, make_plan
from scoring.points_table import points_rows
from scoring.score import Score, score_answers
from scoring.share_code import encode
from scoring.what_if import next_step

TYPE_CHECKING = False
if TYPE_CHECKING:
    from scoring.result_types import BuilderView, Idea

EMPTY: "BuilderView" = {
    "state": "empty",
    "sentence": "",
    "said": "",
    "range": "",
    "score": "",
    "band": "",
    "thin_spot": "",
    "ties": [],
    "notes": [],
    "calm": "",
    "invitation": None,
    "contribution": None,
    "plan": None,
    "protocol": None,
    "second": [],
    "chapter": [],
    "path": [],
    "card": "",
    "card_parts": None,
    "points": [],
    "link": "",
    "ring": [],
    "picture": "",
    "counted": None,
}


def builder_view(
    answers: Answers,
    dealt_with: int,
    catalogue: Catalogue,
    numbers: bool = True,
    moment: Moment = NO_MOMENT,
    card_score: bool = True,
) -> "BuilderView":
    """Show what the builder's form gives: nothing, a range, or the whole result.

    `dealt_with` counts the questions that have an answer, "not sure" or nothing to count; the result is whole when it
    is ten. Without `numbers` no text holds a score or points: what they mean is said in words, and `score` is empty.
    Without `card_score` the card names neither score nor band.
    """
    phrasing = Phrasing(catalogue, numbers)
    shown: BuilderView = {
        **EMPTY,
        "ring": map_rows(answers, None, catalogue),
        "picture": map_text(answers, None, dealt_with, catalogue),
    }
    if all(value is None for value in answers.values):
        sentence = phrasing.say("set_aside" if dealt_with == len(STRAND_IDS) else "empty")
        return {**shown, "sentence": sentence}
    if dealt_with < len(STRAND_IDS):
        spread = phrasing.range(score_answers(answers.values, answers.set_aside))
        sentence = phrasing.say("partial", answered=dealt_with, range=spread)
        link = encode(answers, (None, None))
        return {**shown, "state": "partial", "sentence": sentence, "said": sentence, "range": spread, "link": link}
    return result_view(answers, catalogue, numbers, moment, card_score)


def result_view(
    answers: Answers,
    catalogue: Catalogue,
    numbers: bool = True,
    moment: Moment = NO_MOMENT,
    card_score: bool = True,
) -> "BuilderView":
    """Show a whole result. At least one answer is needed, as for a score."""
    score = score_answers(answers.values, answers.set_aside)
    result = Result(answers, score, advise(answers, score, catalogue), moment)
    return advice_view(result, Phrasing(catalogue, numbers, card_score))


@dataclass(frozen=True, slots=True)
class Result:
    """What a whole result is made of."""

    answers: Answers
    score: Score
    advice: Advice
    moment: Moment = NO_MOMENT


def advice_view(result: Result, phrasing: Phrasing) -> "BuilderView":
    """Show a result whose advice is known."""
    answers, score, advice = result.answers, result.score, result.advice
    catalogue, thin = phrasing.catalogue, advice.thin_spot
    plan = make_plan(advice.first_move, result.moment, catalogue)
    step = plan if result.moment.own_words else first_step(advice)
    card = make_card(score, advice, step, catalogue, phrasing.numbers, result.moment)
    if not phrasing.card_score:
        card = without_score(card)
    return {
        "state": "complete",
        "sentence": _sentence(score, advice, phrasing),
        "said": _said(score, advice, phrasing),
        "range": phrasing.range(score) if score.is_open else "",
        "score": str(score.score) if phrasing.numbers and score.score is not None else "",
        "band": "" if score.score is None else phrasing.band(score.score).label,
        "thin_spot": thin.label if thin else "",
        "ties": [strand.id for strand in advice.ties],
        "notes": _notes(result, phrasing),
        "calm": _calm(answers, score, phrasing),
        "invitation": _idea("invitation", result, phrasing),
        "contribution": _idea("contribution", result, phrasing),
        "plan": plan_data(plan) if plan else None,
        "protocol": protocol_data(thin.protocol) if thin else None,
        "second": list(advice.second),
        "chapter": [thin.id] if thin else [],
        "path": list(advice.path),
        "card": card_text(card, catalogue),
        "card_parts": card_parts(card, catalogue),
        "points": points_rows(answers, score, thin, phrasing),
        "link": encode(answers, (advice.invitation, advice.contribution)),
        "ring": map_rows(answers, thin, catalogue),
        "picture": map_text(answers, thin, len(STRAND_IDS), catalogue),
        "counted": None,
    }


def _sentence(score: Score, advice: Advice, phrasing: Phrasing) -> str:
    """Say in words what the map looks like, and where the next step counts most."""
    thin = advice.thin_spot
    second = phrasing.say("thin", thin_spot=thin.label) if thin else phrasing.say("full")
    if score.score is None:
        return f"{phrasing.say('few', answered=score.answered, least=LEAST_COUNTED)} {second}"
    return f"{phrasing.band(score.score).sentence} {second}"


def _said(score: Score, advice: Advice, phrasing: Phrasing) -> str:
    """Say the result for those who hear it."""
    if score.score is None:
        return _sentence(score, advice, phrasing)
    headline, band = phrasing.headline(score), phrasing.band(score.score).label
    if advice.thin_spot is None:
        return phrasing.say("complete", score=headline, band=band.lower())
    return phrasing.say("said", score=headline, band=band, thin_spot=advice.thin_spot.label)


def _notes(result: Result, phrasing: Phrasing) -> list[str]:
    answers, score, advice = result.answers, result.score, result.advice
    notes = []
    if answers.ordinary is False:
        notes.append(phrasing.say("unusual"))
    skipped = sum(value is None for value in answers.values) - len(answers.set_aside)
    if skipped:
        notes.append(phrasing.say("skipped", skipped=skipped, range=phrasing.range(score)))
    if len(answers.wishes) > MOST_WISHES:
        notes.append(phrasing.say("wishes_many", count=len(answers.wishes)))
    if answers.capacity is None:
        notes.append(phrasing.say("capacity_open"))
    if advice.thin_spot and not advice.first_move:
        notes.append(phrasing.say("no_move"))
    elif advice.thin_spot and answers.capacity != CAPACITIES[0] and invitations_closed(answers, phrasing.catalogue):
        notes.append(phrasing.say("invitations_rest"))
    return notes


def _calm(answers: Answers, score: Score, phrasing: Phrasing) -> str:
    """A calm line with a way to help: for those who cannot talk freely, and where the map is very quiet."""
    if HOME_NOT_PRIVATE in answers.contexts:
        return phrasing.say("calm_home")
    return phrasing.say("calm") if score.range[1] < CALM_LINE_BELOW else ""


def _idea(slot: str, result: Result, phrasing: Phrasing) -> "Idea | None":
    """Show a move, which of the fitting ones it is, and the number to send for another."""
    thin, move = result.advice.thin_spot, getattr(result.advice, slot)
    if thin is None or move is None:
        return None
    moves, place = choose_idea(thin, slot, result.answers, phrasing.catalogue)
    return {
        "id": move.id,
        "kind": phrasing.say(f"kind_{move.kind}"),
        "title": move.title,
        "detail": move.detail,
        "say": move.say,
        "easy_no": move.easy_no,
        "guard": move.guard,
        "after": _after(move, result, phrasing),
        "idea": phrasing.say("idea", number=place + 1, count=len(moves)),
        "more": len(moves) > 1,
        "next": (place + 1) % max(len(moves), 1),
    }


def _after(move: Move, result: Result, phrasing: Phrasing) -> str:
    """Say what the score would be with one more step in the thin spot, where the move is such a step."""
    thin, score = result.advice.thin_spot, result.score
    if thin is None or not move.counts:
        return ""
    step = next_step(result.answers, score, thin.id)
    if step is None or step.score in (None, score.score):
        return ""
    return phrasing.say("after", thin_spot=thin.label, score=step.score)
