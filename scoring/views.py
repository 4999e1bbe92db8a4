"""The result as display data: finished words and rows that a page only has to put in place."""

from scoring.advice import advise, choose_idea
from scoring.card import card_parts, card_text, make_card
from scoring.map_view import map_rows, map_text
from scoring.model import CALM_LINE_BELOW, STRAND_IDS, Answers, Band, Catalogue, Strand
from scoring.phrasing import Phrasing
from scoring.plain_data import protocol_data
from scoring.score import Score, score_answers
from scoring.share_code import encode
from scoring.what_if import next_steps, possible_scores

TYPE_CHECKING = False
if TYPE_CHECKING:
    from scoring.result_types import BuilderView, Idea, PointsRow, PossibleAnswer

EMPTY: "BuilderView" = {
    "state": "empty",
    "sentence": "",
    "said": "",
    "range": "",
    "score": "",
    "band": "",
    "thin_spot": "",
    "after": "",
    "notes": [],
    "calm": "",
    "invitation": None,
    "contribution": None,
    "protocol": None,
    "chapter": [],
    "path": [],
    "card": "",
    "card_parts": None,
    "points": [],
    "link": "",
    "ring": [],
    "picture": "",
}


def builder_view(answers: Answers, dealt_with: int, catalogue: Catalogue, numbers: bool = True) -> "BuilderView":
    """Show what the builder's form gives: nothing, a range, or the whole result.

    `dealt_with` counts the questions that have an answer or "not sure"; the result is whole when it is ten. Without
    `numbers` no text holds a score or points: what they mean is said in words, and `score` is empty.
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
        spread = phrasing.range(score_answers(answers.values))
        sentence = phrasing.say("partial", answered=dealt_with, range=spread)
        return {
            **shown,
            "state": "partial",
            "sentence": sentence,
            "said": sentence,
            "range": spread,
            "link": encode(answers, catalogue),
        }
    return result_view(answers, catalogue, numbers)


def result_view(answers: Answers, catalogue: Catalogue, numbers: bool = True) -> "BuilderView":
    """Show a whole result. At least one answer is needed, as for a score."""
    phrasing = Phrasing(catalogue, numbers)
    score = score_answers(answers.values)
    advice = advise(answers, score, catalogue)
    card = make_card(score, advice, catalogue, numbers)
    band = phrasing.band(score.score)
    thin = advice.thin_spot
    return {
        "state": "complete",
        "sentence": f"{band.sentence} {phrasing.say('thin', thin_spot=thin.label) if thin else phrasing.say('full')}",
        "said": _said(score, band, thin, phrasing),
        "range": phrasing.range(score),
        "score": str(score.score) if numbers else "",
        "band": band.label,
        "thin_spot": thin.label if thin else "",
        "after": _after(answers, score, thin, phrasing),
        "notes": _notes(answers, score, phrasing),
        "calm": phrasing.say("calm") if score.score < CALM_LINE_BELOW else "",
        "invitation": _idea(thin, "invitation", answers, catalogue),
        "contribution": _idea(thin, "contribution", answers, catalogue),
        "protocol": protocol_data(thin.protocol) if thin else None,
        "chapter": [thin.id] if thin else [],
        "path": list(advice.path),
        "card": card_text(card, catalogue),
        "card_parts": card_parts(card),
        "points": _points(answers, score, thin, phrasing),
        "link": encode(answers, catalogue),
        "ring": map_rows(answers, thin, catalogue),
        "picture": map_text(answers, thin, len(STRAND_IDS), catalogue),
    }


def _said(score: Score, band: Band, thin_spot: Strand | None, phrasing: Phrasing) -> str:
    """Say the result for those who hear it."""
    if thin_spot is None:
        return phrasing.say("complete", score=score.score, band=band.label.lower())
    return phrasing.say("said", score=score.score, band=band.label, thin_spot=thin_spot.label)


def _after(answers: Answers, score: Score, thin_spot: Strand | None, phrasing: Phrasing) -> str:
    """Say what the score would be after the suggested move, one more step in the thin spot, where it would differ."""
    for step in next_steps(answers.values, score):
        if thin_spot and step.strand == thin_spot.id and step.score != score.score:
            return phrasing.say("after", thin_spot=thin_spot.label, score=step.score)
    return ""


def _notes(answers: Answers, score: Score, phrasing: Phrasing) -> list[str]:
    notes = []
    if None in answers.values:
        skipped = len(STRAND_IDS) - score.answered
        notes.append(phrasing.say("skipped", skipped=skipped, range=phrasing.range(score)))
    if answers.capacity is None:
        notes.append(phrasing.say("capacity_open"))
    return notes


def _idea(strand: Strand | None, kind: str, answers: Answers, catalogue: Catalogue) -> "Idea | None":
    """Show a move, which of the fitting ones it is, and the number to send for another."""
    if strand is None:
        return None
    moves, place = choose_idea(strand, kind, answers)
    move = moves[place]
    return {
        "id": move.id,
        "title": move.title,
        "detail": move.detail,
        "say": move.say,
        "easy_no": move.easy_no,
        "guard": move.guard,
        "idea": catalogue.words["idea"].format(number=place + 1, count=len(moves)),
        "more": len(moves) > 1,
        "next": (place + 1) % len(moves),
    }


def _points(answers: Answers, score: Score, thin_spot: Strand | None, phrasing: Phrasing) -> "list[PointsRow]":
    strands = phrasing.catalogue.strands
    rows: list[PointsRow] = []
    for strand, value, points, gain in zip(strands, answers.values, score.points, score.gains, strict=True):
        if value is None or points is None:
            earned, next_step, anchor = phrasing.say("not_counted"), "", ""
        else:
            earned, anchor = phrasing.points(points), strand.answers[value]
            next_step = phrasing.say("full_strand", keep=strand.keep_line)
        if gain is not None:
            next_step = phrasing.gain(gain, strand is thin_spot)
        rows.append(
            {
                "label": strand.label,
                "value": value,
                "answer": anchor,
                "points": earned,
                "gain": next_step,
                "steps": _steps(strand, answers, phrasing),
            }
        )
    return rows


def _steps(strand: Strand, answers: Answers, phrasing: Phrasing) -> "list[PossibleAnswer]":
    """Show for each answer of a strand what the score would be with it, the chosen one too."""
    scores = possible_scores(answers.values, strand.id)
    return [
        {
            "score": str(score) if phrasing.numbers else "",
            "said": phrasing.say("what_if", answer=anchor, score=phrasing.score(score)),
        }
        for anchor, score in zip(strand.answers, scores, strict=True)
    ]
