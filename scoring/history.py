"""What became of earlier moves, and what follows from it for the next one.

Moves that were offered before come after all others, the longest ago first, so that nothing comes back before the
pool is used up; "not for me" never comes back.
"""

from collections.abc import Collection, Sequence

from scoring.fields import Checker
from scoring.issues import Path
from scoring.model import LAST_WEEK, STRAND_IDS, Answers, Catalogue, Past, Strand

DONE, NOT_NOW, NOT_FOR_ME, NO_ANSWER = "done", "not-now", "not-for-me", "no-answer"
OUTCOMES = (DONE, NOT_NOW, NOT_FOR_ME, NO_ANSWER)

MOST_ENTRIES = 60
"""About a year; who keeps more sends the latest."""

UNANSWERED = 2
"""So many invitations without an answer, one after the other, close invitations."""

REST_WEEKS = 8
"""For so long after the last of them; and so long does a strand that was worked on hold."""

HOLDS_UNTIL_DONE = 2
"""Moves of a strand that are done before another takes its place."""

REFUSALS = 3
"""So many moves of a strand that are not for the person, and other strands go first."""

STEPS_LOWER = 2
"""Another strand takes its place at once where its answer is so many steps lower."""


def read_history(checker: Checker, value: object, path: Path) -> tuple[Past, ...]:
    """Read earlier moves, oldest first. A move that the catalogue no longer has is no fault."""
    return checker.each(value, path, lambda v, p: _past(checker, v, p), 0, MOST_ENTRIES)


def _past(checker: Checker, value: object, path: Path) -> Past:
    fields = checker.mapping(value, path, ["move", "week", "outcome"])
    return Past(
        checker.text(fields.get("move", "?"), (*path, "move"), 60),
        checker.whole(fields.get("week", 0), (*path, "week"), 0, LAST_WEEK),
        checker.choice(fields.get("outcome", DONE), (*path, "outcome"), OUTCOMES),
    )


def refused_moves(history: Sequence[Past]) -> frozenset[str]:
    """The moves that are not for this person."""
    return frozenset(past.move for past in history if past.outcome == NOT_FOR_ME)


def last_offers(history: Sequence[Past]) -> dict[str, int]:
    """When each move was offered last, as its place in the history."""
    return {past.move: place for place, past in enumerate(history)}


def invitations_closed(answers: Answers, catalogue: Catalogue) -> bool:
    """Whether the last two invitations to have an outcome were left without an answer, not long ago."""
    if sum(past.outcome == NO_ANSWER for past in answers.history) < UNANSWERED:
        return False
    kinds = {move.id: move.kind for move in catalogue.moves}
    asked = [
        past for past in answers.history if kinds.get(past.move) == "invitation" and past.outcome in (DONE, NO_ANSWER)
    ]
    latest = asked[-UNANSWERED:]
    unanswered = [past.outcome for past in latest] == [NO_ANSWER] * UNANSWERED
    return unanswered and _weeks_between(latest[-1].week, answers.week) <= REST_WEEKS


def last_strand(answers: Answers, catalogue: Catalogue) -> Strand | None:
    """The strand of the latest move that the catalogue has."""
    homes = _homes(catalogue) if answers.history else {}
    return next((homes[past.move] for past in reversed(answers.history) if past.move in homes), None)


def refused_strands(answers: Answers, catalogue: Catalogue) -> frozenset[str]:
    """Strands of which so many moves were not for the person that others go first."""
    homes = _homes(catalogue) if answers.history else {}
    refused = [homes[move].id for move in refused_moves(answers.history) if move in homes]
    return frozenset(strand for strand in refused if refused.count(strand) >= REFUSALS)


def _homes(catalogue: Catalogue) -> dict[str, Strand]:
    return {move.id: strand for strand in catalogue.strands for move in strand.moves}


def held_strand(answers: Answers, catalogue: Catalogue, go_last: Collection[str] = ()) -> Strand | None:
    """The strand that was worked on last, while fewer than two of its moves are done and nothing is far thinner.

    Strands that go last neither hold nor take its place.
    """
    if not answers.history:
        return None
    homes = _homes(catalogue)
    known = [past for past in answers.history if past.move in homes]
    if not known or _weeks_between(known[-1].week, answers.week) > REST_WEEKS:
        return None
    strand = homes[known[-1].move]
    done = 0
    for past in reversed(known):
        if homes[past.move] is not strand:
            break
        done += past.outcome == DONE
    values = {name: value for name, value in zip(STRAND_IDS, answers.values, strict=True) if name not in go_last}
    value = values.get(strand.id)
    if value is None or any(other is not None and other <= value - STEPS_LOWER for other in values.values()):
        return None
    return strand if done < HOLDS_UNTIL_DONE else None


def _weeks_between(then: int, now: int) -> int:
    """Weeks from one to the other; the numbers start again each year. A request without a week is of the last one."""
    return (now - then) % LAST_WEEK if now else 0
