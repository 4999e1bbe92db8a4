"""How each point of a score is counted, strand by strand, and what other answers would give."""

from scoring.map_view import answer_text
from scoring.model import Answers, Strand
from scoring.phrasing import Phrasing
from scoring.score import Score
from scoring.what_if import possible_scores

TYPE_CHECKING = False
if TYPE_CHECKING:
    from scoring.result_types import PointsRow, PossibleAnswer


def points_rows(answers: Answers, score: Score, thin_spot: Strand | None, phrasing: Phrasing) -> "list[PointsRow]":
    """List the strands in canonical order: the answer, what it earns, what one more step would add."""
    strands = phrasing.catalogue.strands
    return [
        {
            "label": strand.label,
            "value": value,
            "answer": answer_text(strand, answers),
            "points": phrasing.say("not_counted") if points is None else phrasing.points(points),
            "gain": _next_step(strand, value, gain, strand is thin_spot, phrasing),
            "steps": _steps(strand, answers, phrasing),
        }
        for strand, value, points, gain in zip(strands, answers.values, score.points, score.gains, strict=True)
    ]


def _next_step(strand: Strand, value: int | None, gain: float | None, is_thin: bool, phrasing: Phrasing) -> str:
    if value is None:
        return ""
    return phrasing.say("full_strand", keep=strand.keep_line) if gain is None else phrasing.gain(gain, is_thin)


def _steps(strand: Strand, answers: Answers, phrasing: Phrasing) -> "list[PossibleAnswer]":
    """Show for each answer of a strand what the score would be with it, the chosen one too; none without a score."""
    scores = possible_scores(answers, strand.id)
    return [
        {
            "score": str(score) if phrasing.numbers else "",
            "said": phrasing.say("what_if", answer=anchor, score=phrasing.score(score)),
        }
        for anchor, score in zip(strand.answers, scores, strict=True)
        if score is not None
    ]
