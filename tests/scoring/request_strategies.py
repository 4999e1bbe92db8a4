"""Requests that hypothesis may make up: right or wrong in any part."""

import json

from hypothesis import strategies as st

from scoring.gateway import REQUESTS
from scoring.history import OUTCOMES
from scoring.ledger.document import write_document
from scoring.model import CAPACITIES, SLOTS, STRAND_IDS
from scoring.second_questions import SECOND_QUESTIONS
from scoring.share_code import ALPHABET, LENGTH
from tests.scoring.ledger.ledgers import PEOPLE_FIELDS, WEEK_FIELDS, documents
from tests.scoring.people import CONTEXTS
from tests.scoring.strategies import MOVES, json_values, texts

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
        "wishes",
        "ordinary",
        "second",
        "history",
        "thin_spot",
        "moment",
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
        "none",
        "yes",
        "no",
        "done",
        "2026-11-23",
        "0",
        "4",
        *CAPACITIES,
        *CONTEXTS,
        *STRAND_IDS,
    ]
)

answers_like = st.dictionaries(
    st.sampled_from(STRAND_IDS) | texts, st.just("none") | st.integers(-1, 5) | json_values, max_size=12
)
past_like = st.fixed_dictionaries(
    {
        "move": st.sampled_from(MOVES) | json_values,
        "week": st.integers(-1, 60) | json_values,
        "outcome": st.sampled_from(OUTCOMES) | json_values,
    }
)
input_like = st.fixed_dictionaries(
    {"answers": answers_like | json_values},
    optional={
        "capacity": st.sampled_from(CAPACITIES) | json_values,
        "contexts": st.lists(st.sampled_from(CONTEXTS) | json_values, max_size=3) | json_values,
        "week": st.integers(-1, 60) | json_values,
        "wishes": st.lists(st.sampled_from(STRAND_IDS) | json_values, max_size=3) | json_values,
        "ordinary": st.booleans() | json_values,
        "second": st.dictionaries(st.sampled_from(SECOND_QUESTIONS), words | json_values) | json_values,
        "history": st.lists(past_like | json_values, max_size=4) | json_values,
        "thin_spot": st.sampled_from(STRAND_IDS) | json_values,
    },
)
entry_like = st.lists(words | names.map(lambda name: f"answers.{name}") | names | json_values, max_size=3)
another_like = st.dictionaries(st.sampled_from(SLOTS), st.integers(-1, 40) | json_values) | json_values
days = st.dates().map(str)
times = st.times().map(lambda at: f"{at:%H:%M}") | texts
stamps = st.datetimes().map(lambda at: f"{at.isoformat(timespec='seconds')}Z") | texts
code_like = st.text(ALPHABET, min_size=LENGTH - 1, max_size=LENGTH + 1)
moment_like = (
    st.fixed_dictionaries(
        {},
        optional=dict.fromkeys(("when", "where"), texts | json_values) | {"day": days | json_values},
    )
    | json_values
)
changes_like = st.fixed_dictionaries(
    {"in": st.sampled_from(["people", "weeks"]) | json_values},
    optional={
        "id": st.sampled_from(["aaa", "bbb", "2026-W48"]) | json_values,
        "fields": st.fixed_dictionaries(
            {}, optional={name: value | json_values for name, value in (PEOPLE_FIELDS | WEEK_FIELDS).items()}
        ),
        "remove": st.booleans() | json_values,
        "join": st.sampled_from(["aaa", "bbb"]) | json_values,
    },
)
ledger_like = documents().map(write_document) | json_values.map(json.dumps) | json_values
ledger_parts = {
    "text": ledger_like,
    "file": ledger_like,
    "today": st.just("2026-11-23") | days | json_values,
    "changes": st.lists(changes_like | json_values, max_size=3) | json_values,
    "now": st.just("2026-11-23T09:12:44Z") | stamps | json_values,
    "as": st.sampled_from(["json", "people", "weeks"]) | json_values,
    "names": texts.map("BEGIN:VCARD\nFN:{}\nEND:VCARD".format) | texts | json_values,
}
about_a_ledger = [
    st.fixed_dictionaries({"do": st.just(name), **{part: ledger_parts[part] for part in required}})
    for name, (_, required, _) in REQUESTS.items()
    if name.startswith("ledger") or name == "people"
]
request_like = st.one_of(
    *about_a_ledger,
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
            "thin_spot": st.sampled_from(STRAND_IDS) | json_values,
            "moment": moment_like,
            "site": st.just("https://ledger.example/") | json_values,
            "left_out": st.lists(st.sampled_from(STRAND_IDS), max_size=3) | json_values,
            "numbers": st.booleans() | json_values,
            "card_score": st.booleans() | json_values,
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
            "moment": moment_like,
            "alarm": st.booleans() | json_values,
            "link": st.just("https://ledger.example/builder.html") | json_values,
        },
    ),
    st.fixed_dictionaries(
        {"do": st.just("open-link"), "code": code_like | texts | json_values},
        optional={"numbers": st.booleans() | json_values},
    ),
    st.dictionaries(names, words | json_values, max_size=6),
)
"""Values that look like a request, right or wrong in any part."""
