"""What one change would do to the score, before it is made. Always the real score of the changed answers."""

from dataclasses import dataclass, replace

from scoring.model import MAX_ANSWER, STRAND_IDS, Answers
from scoring.score import Score, Values, score_alone


@dataclass(frozen=True, slots=True)
class NextStep:
    """One more step in one strand."""

    strand: str
    answer: int
    """The answer after the step."""
    score: int | None
    """The whole score after the step; None where too few answers count."""
    gain: float
    """Exact points that the step adds."""


def next_steps(answers: Answers, score: Score) -> tuple[NextStep, ...]:
    """List the step of every strand that can gain, in canonical order."""
    steps = (next_step(answers, score, strand) for strand in STRAND_IDS)
    return tuple(step for step in steps if step)


def next_step(answers: Answers, score: Score, strand: str) -> NextStep | None:
    """Take one more step in one strand; None where it cannot gain."""
    place = STRAND_IDS.index(strand)
    value, gain = answers.values[place], score.gains[place]
    if value is None or gain is None:
        return None
    raised = score_alone(change(answers.values, strand, value + 1), answers.set_aside)
    return NextStep(strand, value + 1, raised, gain)


def possible_scores(answers: Answers, strand: str) -> tuple[int | None, ...]:
    """List the score for each answer, 0 to 4, that the strand could have; also where it was skipped or set aside."""
    set_aside = _not_set_aside(answers, strand)
    return tuple(score_alone(change(answers.values, strand, answer), set_aside) for answer in range(MAX_ANSWER + 1))


def change(values: Values, strand: str, answer: int | None) -> tuple[int | None, ...]:
    """Return the values with another answer in one strand; None takes the answer back."""
    if answer is not None and not 0 <= answer <= MAX_ANSWER:
        raise ValueError(f"{answer} is no answer")
    place = STRAND_IDS.index(strand)
    return (*values[:place], answer, *values[place + 1 :])


def with_change(answers: Answers, strand: str, answer: int | None) -> Answers:
    """Return the answers with another answer in one strand."""
    values, set_aside = change(answers.values, strand, answer), _not_set_aside(answers, strand)
    return replace(answers, values=values, set_aside=set_aside)


def _not_set_aside(answers: Answers, strand: str) -> tuple[str, ...]:
    return tuple(other for other in answers.set_aside if other != strand)
