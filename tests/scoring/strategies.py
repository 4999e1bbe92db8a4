"""Everything that hypothesis may make up for the tests of `scoring`: people, and texts of any kind."""

from hypothesis import strategies as st

from scoring import Answers, Past
from scoring.answers import SET_ASIDE
from scoring.history import OUTCOMES
from scoring.model import CAPACITIES, LAST_WEEK, MAX_ANSWER, MAY_BE_SET_ASIDE, MOST_IDEAS, NO, STRAND_IDS, YES
from scoring.second_questions import SECOND_QUESTIONS
from tests.scoring.people import CONTEXTS, person
from tests.scoring.real import real_catalogue

TEN = len(STRAND_IDS)
MOVES = tuple(move.id for strand in real_catalogue().strands for move in strand.moves)
"""The ids of the real catalogue."""

full_values = st.tuples(*[st.integers(0, MAX_ANSWER)] * TEN)
"""Ten answers, nothing skipped."""

any_values = st.tuples(*[st.none() | st.integers(0, MAX_ANSWER)] * TEN)
"""Ten answers, some or all skipped."""

values = any_values.filter(lambda ten: any(value is not None for value in ten))
"""Ten answers, some skipped but not all."""


def _answer(strand: str) -> st.SearchStrategy[int | str | None]:
    usual = st.none() | st.integers(0, MAX_ANSWER)
    return usual | st.just(SET_ASIDE) if strand in MAY_BE_SET_ASIDE else usual


def _several(names: tuple[str, ...], most: int | None = None) -> st.SearchStrategy[tuple[str, ...]]:
    """Some of the names, in their order."""
    return st.sets(st.sampled_from(names), max_size=most).map(
        lambda chosen: tuple(name for name in names if name in chosen)
    )


contexts = _several(CONTEXTS)
wishes = _several(STRAND_IDS)
two_wishes = _several(STRAND_IDS, 2)
weeks = st.integers(0, LAST_WEEK)
ideas = st.tuples(*[st.just(0) | st.integers(0, MOST_IDEAS - 1)] * 2)
second = st.dictionaries(st.sampled_from(SECOND_QUESTIONS), st.sampled_from((YES, NO))).map(
    lambda given: tuple((name, given[name]) for name in SECOND_QUESTIONS if name in given)
)
pasts = st.builds(Past, st.sampled_from(MOVES), weeks, st.sampled_from(OUTCOMES))
histories = st.lists(pasts, max_size=6).map(tuple)

any_answers = st.fixed_dictionaries({strand: _answer(strand) for strand in STRAND_IDS})
"""Ten answers by strand, some skipped or set aside."""

_parts = {
    "rest": st.none(),
    "capacity": st.sampled_from([None, *CAPACITIES]),
    "contexts": contexts,
    "week": weeks,
    "ideas": ideas,
    "ordinary": st.sampled_from([None, True, False]),
    "second": second,
}

form_people: st.SearchStrategy[Answers] = st.builds(person, any_answers, wishes=wishes, **_parts)
"""People as the form has them, who may have answered nothing yet, and may have more wishes than count."""

silent_people: st.SearchStrategy[Answers] = st.builds(
    person, any_answers, wishes=two_wishes, history=histories, **_parts
)
"""People who may have answered nothing yet."""

people = silent_people.filter(lambda who: any(value is not None for value in who.values))
"""People with at least one answer."""

counted_people = people.filter(lambda who: sum(value is not None for value in who.values) >= 6)
"""People with answers enough for a score."""

texts = st.text(st.characters(exclude_categories=[]), max_size=40)
"""Any text, lone surrogates and control characters too."""

json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | texts,
    lambda inner: st.lists(inner, max_size=5) | st.dictionaries(texts, inner, max_size=5),
    max_leaves=20,
)
"""Any value that Python's JSON writes, NaN and infinities too."""
