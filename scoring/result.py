"""The whole result as plain data: the output of the command-line contract (section 8 of the model)."""

from scoring.advice import advise, thin_groups
from scoring.card import card_text, first_step, make_card
from scoring.issues import Issue, Refused
from scoring.model import MODEL_VERSION, Answers, Catalogue
from scoring.plain_data import move_data, named_strand, plan_data, protocol_data
from scoring.plan import NO_MOMENT, make_plan
from scoring.score import score_answers
from scoring.share_code import encode

TYPE_CHECKING = False
if TYPE_CHECKING:
    from scoring.result_types import ScoreResult


def result_data(answers: Answers, catalogue: Catalogue) -> "ScoreResult":
    """Score answers and say what to do; the values are what JSON has.

    Raises `Refused` where the chosen thin spot is not among the thinnest.
    """
    score = score_answers(answers.values, answers.set_aside)
    advice = advise(answers, score, catalogue)
    thin = advice.thin_spot
    if answers.thin_spot and (thin is None or thin.id != answers.thin_spot):
        thinnest = [strand for group in thin_groups(answers, score, catalogue)[:1] for strand in group]
        text = f'"{answers.thin_spot}" is not among the thinnest'
        raise Refused(
            [Issue(("thin_spot",), "not-allowed", text, ", ".join(thinnest) or "none: every answer is full")]
        )
    card = make_card(score, advice, first_step(advice), catalogue)
    plan = make_plan(advice.first_move, NO_MOMENT, catalogue)
    return {
        "model": MODEL_VERSION,
        "score": score.score,
        "score_exact": None if score.score is None else score.exact,
        "range": list(score.range),
        "band": score.band,
        "answered": score.answered,
        "strands": [
            {
                "id": strand.id,
                "label": strand.label,
                "answer": value,
                "set_aside": strand.id in answers.set_aside,
                "points": points,
                "gain": gain,
            }
            for strand, value, points, gain in zip(
                catalogue.strands, answers.values, score.points, score.gains, strict=True
            )
        ],
        "thin_spot": named_strand(thin) if thin else None,
        "ties": [strand.id for strand in advice.ties],
        "next_thin": named_strand(advice.next_thin) if advice.next_thin else None,
        "invitation": move_data(advice.invitation) if advice.invitation else None,
        "contribution": move_data(advice.contribution) if advice.contribution else None,
        "second": list(advice.second),
        "plan": plan_data(plan) if plan else None,
        "protocol": protocol_data(thin.protocol) if thin else None,
        "path": list(advice.path),
        "card": {"line": advice.line, "text": card_text(card, catalogue)},
        "code": encode(answers, (advice.invitation, advice.contribution)),
    }
