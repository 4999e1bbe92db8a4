"""Everything that hypothesis may make up for the tests of `scoring`."""

import json

from hypothesis import strategies as st

from scoring import Answers
from scoring.model import CAPACITIES, KINDS, LAST_WEEK, MAX_ANSWER, MOST_IDEAS, STRAND_IDS
from scoring.share_code import ALPHABET
from tests.scoring.people import CONTEXTS

TEN = len(STRAND_IDS)

full_values = st.tuples(*[st.integers(0, MAX_ANSWER)] * TEN)
"""Ten answers, nothing skipped."""

any_values = st.tuples(*[st.none() | st.integers(0, MAX_ANSWER)] * TEN)
"""Ten answers, some or all skipped."""

values = any_values.filter(lambda ten: any(value is not None for value in ten))
"""Ten answers, some skipped but not all."""

contexts = st.sets(st.sampled_from(CONTEXTS)).map(lambda chosen: tuple(c for c in CONTEXTS if c in chosen))
weeks = st.integers(0, LAST_WEEK)
ideas = st.tuples(*[st.just(0) | st.integers(0, MOST_IDEAS - 1)] * 2)


def _people(ten: st.SearchStrategy[tuple[int | None, ...]]) -> st.SearchStrategy[Answers]:
    return st.builds(Answers, ten, st.sampled_from([None, *CAPACITIES]), contexts, weeks, ideas)


people = _people(values)
"""People with at least one answer."""

silent_people = _people(any_values)
"""People who may have answered nothing yet."""

texts = st.text(st.characters(exclude_categories=[]), max_size=40)
"""Any text, lone surrogates and control characters too."""

json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | texts,
    lambda inner: st.lists(inner, max_size=5) | st.dictionaries(texts, inner, max_size=5),
    max_leaves=20,
)
"""Any value that Python's JSON writes, NaN and infinities too."""

names = st.sampled_from(
    [
        "do",
        "input",
        "strand",
        "answer",
        "entries",
        "today",
        "answers",
        "capacity",
        "contexts",
        "week",
        "another",
        "site",
        "code",
        *STRAND_IDS,
    ]
)
words = st.sampled_from(
    [
        "score",
        "what-if",
        "builder",
        "open-link",
        "export",
        "import-preview",
        "calendar",
        "sunday",
        "say-when-you-will-be-back",
        "skip",
        "2026-11-23",
        "0",
        "4",
        *CAPACITIES,
        *CONTEXTS,
        *STRAND_IDS,
    ]
)

answers_like = st.dictionaries(st.sampled_from(STRAND_IDS) | texts, st.integers(-1, 5) | json_values, max_size=12)
input_like = st.fixed_dictionaries(
    {"answers": answers_like | json_values},
    optional={
        "capacity": st.sampled_from(CAPACITIES) | json_values,
        "contexts": st.lists(st.sampled_from(CONTEXTS) | json_values, max_size=3) | json_values,
        "week": st.integers(-1, 60) | json_values,
    },
)
entry_like = st.lists(words | names.map(lambda name: f"answers.{name}") | names | json_values, max_size=3)
another_like = st.dictionaries(st.sampled_from(KINDS), st.integers(-1, 40) | json_values) | json_values
days = st.dates().map(str)
times = st.times().map(lambda at: f"{at:%H:%M}") | texts
stamps = st.datetimes().map(lambda at: f"{at.isoformat(timespec='seconds')}Z") | texts
code_like = st.text(ALPHABET, min_size=9, max_size=13)
request_like = st.one_of(
    st.fixed_dictionaries({"do": st.just("score"), "input": input_like | json_values}),
    st.fixed_dictionaries(
        {
            "do": st.just("what-if"),
            "input": input_like | json_values,
            "strand": st.sampled_from(STRAND_IDS) | json_values,
            "answer": st.integers(-1, 5) | json_values,
        }
    ),
    st.fixed_dictionaries(
        {
            "do": st.just("builder"),
            "entries": st.lists(entry_like | json_values, max_size=12) | json_values,
            "today": days | json_values,
        },
        optional={
            "another": another_like,
            "site": st.just("https://ledger.example/") | json_values,
            "numbers": st.booleans() | json_values,
        },
    ),
    st.fixed_dictionaries(
        {
            "do": st.sampled_from(["export", "import-preview"]),
            "entries": st.lists(entry_like, max_size=12) | json_values,
            "today": days | json_values,
        },
        optional={"another": another_like, "text": json_values.map(json.dumps) | json_values},
    ),
    st.fixed_dictionaries(
        {"do": st.just("calendar"), "today": days | json_values, "stamp": stamps | json_values},
        optional={
            "review": st.fixed_dictionaries({"weekday": words | json_values, "time": times | json_values})
            | json_values,
            "move": st.fixed_dictionaries({"id": words, "date": days | json_values, "time": times}) | json_values,
            "name_the_move": st.booleans() | json_values,
        },
    ),
    st.fixed_dictionaries(
        {"do": st.just("open-link"), "code": code_like | texts | json_values},
        optional={"numbers": st.booleans() | json_values},
    ),
    st.dictionaries(names, words | json_values, max_size=6),
)
"""Values that look like a request, right or wrong in any part."""
