"""The result as display data: finished words and rows that a page only has to put in place."""

from dataclasses import asdict

from scoring.advice import Advice, advise, choose_idea
from scoring.card import card_text, make_card
from scoring.model import CALM_LINE_BELOW, STRAND_IDS, Answers, Catalogue, Strand
from scoring.ring import picture_text, ring_rows
from scoring.score import Score, score_answers
from scoring.share_code import encode
from scoring.what_if import next_steps, possible_scores

type View = dict[str, object]
"""Texts, lists of texts or rows, and None for what is not there yet."""

EMPTY: View = {
    "state": "empty",
    "sentence": "",
    "said": "",
    "range": "",
    "score": "",
    "band": "",
    "thin-spot": "",
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


def builder_view(answers: Answers, dealt_with: int, catalogue: Catalogue) -> View:
    """Show what the builder's form gives: nothing, a range, or the whole result.

    `dealt_with` counts the questions that have an answer or "not sure"; the result is whole when it is ten.
    """
    words = catalogue.words
    picture: View = {
        "ring": ring_rows(answers, None, catalogue),
        "picture": picture_text(answers, None, dealt_with, catalogue),
    }
    if all(value is None for value in answers.values):
        return EMPTY | picture | {"sentence": words["set_aside" if dealt_with == len(STRAND_IDS) else "empty"]}
    score = score_answers(answers.values)
    if dealt_with < len(STRAND_IDS):
        spread = range_text(score, catalogue)
        sentence = words["partial"].format(answered=dealt_with, range=spread)
        shown = {"state": "partial", "sentence": sentence, "said": sentence, "range": spread}
        return EMPTY | picture | shown | {"link": encode(answers, catalogue)}
    return result_view(answers, catalogue)


def result_view(answers: Answers, catalogue: Catalogue) -> View:
    """Show a whole result. At least one answer is needed, as for a score."""
    score = score_answers(answers.values)
    advice = advise(answers, score, catalogue)
    card = make_card(score, advice, catalogue)
    words = catalogue.words
    band = next(band for band in catalogue.bands if band.id == score.band)
    thin = words["thin"].format(thin_spot=advice.thin_spot.label) if advice.thin_spot else words["full"]
    complete = words["complete"].format(score=score.score, band=band.label.lower())
    thin_label = advice.thin_spot.label if advice.thin_spot else ""
    return {
        "state": "complete",
        "sentence": f"{band.sentence} {thin}",
        "said": words["said"].format(score=score.score, band=band.label, thin_spot=thin_label)
        if thin_label
        else complete,
        "range": range_text(score, catalogue),
        "score": str(score.score),
        "band": band.label,
        "thin-spot": thin_label,
        "after": _after(answers, score, advice, catalogue),
        "notes": _notes(answers, score, catalogue),
        "calm": words["calm"] if score.score < CALM_LINE_BELOW else "",
        "invitation": _idea(advice.thin_spot, "invitation", answers, catalogue),
        "contribution": _idea(advice.thin_spot, "contribution", answers, catalogue),
        "protocol": asdict(advice.thin_spot.protocol) if advice.thin_spot else None,
        "chapter": [advice.thin_spot.id] if advice.thin_spot else [],
        "path": list(advice.path),
        "card": card_text(card),
        "card_parts": asdict(card),
        "points": _points(answers, score, catalogue),
        "link": encode(answers, catalogue),
        "ring": ring_rows(answers, advice.thin_spot, catalogue),
        "picture": picture_text(answers, advice.thin_spot, len(STRAND_IDS), catalogue),
    }


def range_text(score: Score, catalogue: Catalogue) -> str:
    """Say the range; one number where both ends meet."""
    low, high = score.range
    return str(low) if low == high else catalogue.words["range"].format(low=low, high=high)


def decimal(number: float) -> str:
    """Write points with one decimal."""
    return f"{number:.1f}"


def _after(answers: Answers, score: Score, advice: Advice, catalogue: Catalogue) -> str:
    """Say what the score would be after the suggested move, one more step in the thin spot, where it would differ."""
    for step in next_steps(answers.values, score):
        if advice.thin_spot and step.strand == advice.thin_spot.id and step.score != score.score:
            return catalogue.words["after"].format(thin_spot=advice.thin_spot.label, score=step.score)
    return ""


def _notes(answers: Answers, score: Score, catalogue: Catalogue) -> list[str]:
    notes = []
    if None in answers.values:
        skipped = len(STRAND_IDS) - score.answered
        notes.append(catalogue.words["skipped"].format(skipped=skipped, range=range_text(score, catalogue)))
    if answers.capacity is None:
        notes.append(catalogue.words["capacity_open"])
    return notes


def _idea(strand: Strand | None, kind: str, answers: Answers, catalogue: Catalogue) -> View | None:
    """Show a move, which of the fitting ones it is, and the number to send for another."""
    if strand is None:
        return None
    moves, place = choose_idea(strand, kind, answers)
    shown = {name: getattr(moves[place], name) for name in ("id", "title", "detail", "say", "easy_no", "guard")}
    return shown | {
        "idea": catalogue.words["idea"].format(number=place + 1, count=len(moves)),
        "more": len(moves) > 1,
        "next": (place + 1) % len(moves),
    }


def _points(answers: Answers, score: Score, catalogue: Catalogue) -> list[View]:
    words = catalogue.words
    rows: list[View] = []
    for strand, value, points, gain in zip(catalogue.strands, answers.values, score.points, score.gains, strict=True):
        if value is None or points is None:
            earned, next_step, anchor = words["not_counted"], "", ""
        else:
            earned, anchor = words["points"].format(points=decimal(points)), strand.answers[value]
            next_step = words["full_strand"].format(keep=strand.keep_line)
        if gain is not None:
            next_step = words["gain"].format(gain=decimal(gain))
        row: View = {"id": strand.id, "label": strand.label, "value": value, "answer": anchor}
        rows.append(row | {"points": earned, "gain": next_step, "steps": _steps(strand, answers, catalogue)})
    return rows


def _steps(strand: Strand, answers: Answers, catalogue: Catalogue) -> list[View]:
    """Show for each answer of a strand what the score would be with it, the chosen one too."""
    scores = possible_scores(answers.values, strand.id)
    chosen = answers.values[STRAND_IDS.index(strand.id)]
    return [
        {
            "value": value,
            "answer": anchor,
            "score": str(score),
            "chosen": value == chosen,
            "said": catalogue.words["what_if"].format(answer=anchor, score=score),
        }
        for value, (anchor, score) in enumerate(zip(strand.answers, scores, strict=True))
    ]
