"""What one change would do to the score, before it is made. Always the real score of the changed answers."""

from dataclasses import dataclass, replace

from scoring.model import MAX_ANSWER, STRAND_IDS, Answers
from scoring.score import Score, Values, exact_score, round_half_up, score_answers


@dataclass(frozen=True, slots=True)
class NextStep:
    """One more step in one strand."""

    strand: str
    answer: int
    """The answer after the step."""
    score: int
    """The whole score after the step."""
    gain: float
    """Exact points that the step adds."""


def next_steps(values: Values, score: Score) -> tuple[NextStep, ...]:
    """List the step of every strand that can gain, in canonical order."""
    steps = []
    for strand, value, gain in zip(STRAND_IDS, values, score.gains, strict=True):
        if value is not None and gain is not None:
            changed = score_answers(change(values, strand, value + 1))
            steps.append(NextStep(strand, value + 1, changed.score, gain))
    return tuple(steps)


def possible_scores(values: Values, strand: str) -> tuple[int, ...]:
    """List the whole score for each answer, 0 to 4, that the strand could have; also where it was skipped."""
    return tuple(round_half_up(exact_score(change(values, strand, answer))) for answer in range(MAX_ANSWER + 1))


def change(values: Values, strand: str, answer: int | None) -> tuple[int | None, ...]:
    """Return the values with another answer in one strand; None takes the answer back."""
    if answer is not None and not 0 <= answer <= MAX_ANSWER:
        raise ValueError(f"{answer} is no answer")
    place = STRAND_IDS.index(strand)
    return (*values[:place], answer, *values[place + 1 :])


def with_change(answers: Answers, strand: str, answer: int | None) -> Answers:
    """Return the answers with another answer in one strand."""
    return replace(answers, values=change(answers.values, strand, answer))
