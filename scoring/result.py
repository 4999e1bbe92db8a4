"""The whole result as plain data: the output of the command-line contract (section 8 of the model)."""

from scoring.advice import advise
from scoring.card import card_text, make_card
from scoring.model import MODEL_VERSION, Answers, Catalogue, Strand
from scoring.plain_data import move_data, protocol_data
from scoring.score import score_answers
from scoring.share_code import encode

TYPE_CHECKING = False
if TYPE_CHECKING:
    from scoring.result_types import NamedStrand, ScoreResult


def result_data(answers: Answers, catalogue: Catalogue) -> "ScoreResult":
    """Score answers and say what to do; the values are what JSON has."""
    score = score_answers(answers.values)
    advice = advise(answers, score, catalogue)
    return {
        "model": MODEL_VERSION,
        "score": score.score,
        "score_exact": score.exact,
        "range": list(score.range),
        "band": score.band,
        "answered": score.answered,
        "strands": [
            {"id": strand.id, "label": strand.label, "answer": value, "points": points, "gain": gain}
            for strand, value, points, gain in zip(
                catalogue.strands, answers.values, score.points, score.gains, strict=True
            )
        ],
        "thin_spot": _name(advice.thin_spot),
        "next_thin": _name(advice.next_thin),
        "invitation": move_data(advice.invitation) if advice.invitation else None,
        "contribution": move_data(advice.contribution) if advice.contribution else None,
        "protocol": protocol_data(advice.thin_spot.protocol) if advice.thin_spot else None,
        "path": list(advice.path),
        "card": {"line": advice.line, "text": card_text(make_card(score, advice, catalogue), catalogue)},
        "code": encode(answers, catalogue),
    }


def _name(strand: Strand | None) -> "NamedStrand | None":
    return {"id": strand.id, "label": strand.label} if strand else None
