"""Text from outside to checked answers: strict JSON and the contract of section 8."""

import pytest

from scoring import Catalogue, Refused, parse_answers, parse_json
from scoring.answers import MOST_BRACKETS, MOST_CHARACTERS
from scoring.model import STRAND_IDS
from tests.scoring.people import EXAMPLE, as_input, person

STRANDS = ", ".join(STRAND_IDS)


def faults(text: str, catalogue: Catalogue) -> list[str]:
    """What a person reads when the text is refused."""
    with pytest.raises(Refused) as refused:
        parse_answers(parse_json(text), catalogue)
    return [str(issue) for issue in refused.value.issues]


def test_the_whole_contract_is_read(catalogue: Catalogue) -> None:
    given = as_input(person({"hosting": 0, "repair": 4}, None, "plenty", ("tight-budget", "new-here"), 53))
    read = parse_answers(given, catalogue)
    assert read == person({"hosting": 0, "repair": 4}, None, "plenty", ("new-here", "tight-budget"), 53)


def test_all_but_the_answers_may_be_left_out(catalogue: Catalogue) -> None:
    assert parse_answers({"answers": {"hosting": 2}}, catalogue) == person({"hosting": 2}, capacity=None)


def test_a_missing_answer_is_skipped_as_a_null_is(catalogue: Catalogue) -> None:
    assert parse_answers({"answers": {"hosting": 2, "repair": None}}, catalogue).values == (
        person({"hosting": 2}).values
    )


def test_the_worked_example_is_read(catalogue: Catalogue) -> None:
    assert parse_answers(as_input(EXAMPLE), catalogue) == EXAMPLE


@pytest.mark.parametrize(
    ("answer", "shown"),
    [
        ("true", "true"),
        ("false", "false"),
        ("2.0", "2.0"),
        ("1e0", "1.0"),
        ('"3"', '"3"'),
        ("5", "5"),
        ("-1", "-1"),
        ("NaN", "NaN"),
        ("-Infinity", "-Infinity"),
        ("[1]", "[1]"),
        ('"a very long text that nobody would want to read again"', '"a very long text that nobody would w...'),
    ],
)
def test_answers_are_whole_numbers_from_0_to_4_or_null(answer: str, shown: str, catalogue: Catalogue) -> None:
    assert faults(f'{{"answers": {{"hosting": 1, "weak-ties": {answer}}}}}', catalogue) == [
        f"answers.weak-ties: {shown} given; allowed: a whole number from 0 to 4 or null"
    ]


@pytest.mark.parametrize("week", ["-1", "54", "1.5", "true", '"3"', "null"])
def test_a_week_is_a_whole_number_from_0_to_53(week: str, catalogue: Catalogue) -> None:
    assert faults(f'{{"answers": {{"hosting": 1}}, "week": {week}}}', catalogue) == [
        f"week: {week} given; allowed: a whole number from 0 to 53"
    ]


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("[]", "[] is not a set of fields; allowed: fields with names"),
        ("{}", 'field "answers" is missing'),
        ('{"answers": 3}', "answers: 3 is not a set of fields; allowed: fields with names"),
        ('{"answers": {}}', "answers: no answer given; allowed: at least one answered question"),
        ('{"answers": {"hosting": null}}', "answers: no answer given; allowed: at least one answered question"),
        (
            '{"answers": {"hosting": 1, "host": 1}}',
            f'answers.host: unknown field "host"; allowed: {STRANDS}',
        ),
        (
            '{"answers": {"hosting": 1}, "name": "Ada"}',
            'name: unknown field "name"; allowed: answers, capacity, contexts, week',
        ),
        ('{"answers": {"hosting": 1, "hosting": 1}}', "answers.hosting: stands twice; allowed: once"),
        ('{"answers": {"hosting": 1}, "week": 1, "week": 2}', "week: stands twice; allowed: once"),
        (
            '{"answers": {"hosting": 1}, "capacity": "lots"}',
            'capacity: "lots" given; allowed: low, some, plenty',
        ),
        ('{"answers": {"hosting": 1}, "capacity": 1}', "capacity: 1 given; allowed: low, some, plenty"),
        ('{"answers": {"hosting": 1}, "capacity": null}', "capacity: null given; allowed: low, some, plenty"),
        (
            '{"answers": {"hosting": 1}, "contexts": "new-here"}',
            'contexts: "new-here" is not a list; allowed: a list',
        ),
        (
            '{"answers": {"hosting": 1}, "contexts": ["new-here", "new-here"]}',
            'contexts[1]: "new-here" stands twice; allowed: once',
        ),
        (
            '{"answers": {"hosting": 1}, "contexts": ["shy"]}',
            'contexts[0]: "shy" given; allowed: new-here, caring-for-someone, limited-energy-or-mobility, '
            "tight-budget, prefers-quiet, rural-or-remote",
        ),
    ],
)
def test_the_fault_says_where_and_what_is_allowed(text: str, fault: str, catalogue: Catalogue) -> None:
    assert faults(text, catalogue) == [fault]


def test_every_fault_is_told_at_once(catalogue: Catalogue) -> None:
    text = (
        '{"answers": {"hosting": 9, "repair": true, "x": 1}, "capacity": "no", "contexts": [0], "week": 99, "y": 1}'
    )
    assert [fault.split(":")[0] for fault in faults(text, catalogue)] == [
        "y",
        "answers.x",
        "answers.hosting",
        "answers.repair",
        "capacity",
        "contexts[0]",
        "week",
    ]


@pytest.mark.parametrize("answers", ["{}", '{"hosting": null}'])
def test_no_answer_is_told_beside_other_faults(answers: str, catalogue: Catalogue) -> None:
    told = [fault.split(":")[0] for fault in faults(f'{{"answers": {answers}, "week": 99}}', catalogue)]
    assert told == ["week", "answers"]


def test_a_refused_answer_is_not_called_missing_too(catalogue: Catalogue) -> None:
    assert [fault.split(":")[0] for fault in faults('{"answers": {"hosting": 7}}', catalogue)] == ["answers.hosting"]


def test_a_word_that_is_not_an_option_comes_with_the_options(catalogue: Catalogue) -> None:
    with pytest.raises(Refused) as refused:
        parse_answers({"answers": {"hostin": 1}}, catalogue)
    issue = refused.value.issues[0]
    assert (issue.code, issue.given, issue.options) == ("unknown-key", "hostin", STRAND_IDS)


def test_json_is_read_as_it_stands() -> None:
    assert parse_json('{"a": [1, 2.5, null, true, "ä"], "b": {}}') == {"a": [1, 2.5, None, True, "ä"], "b": {}}


@pytest.mark.parametrize(
    ("text", "line"), [("", 1), ("{", 1), ("\ufeff{}", 1), ('{"a": 1,\n"b" 2}', 2), ("{}\n\n{}", 3), ("'a'", 1)]
)
def test_text_that_is_not_json_is_refused_with_the_line(text: str, line: int) -> None:
    with pytest.raises(Refused) as refused:
        parse_json(text)
    assert str(refused.value) == f"line {line} is not JSON; allowed: a JSON object"
    assert refused.value.issues[0].code == "not-json"


def test_a_number_with_thousands_of_digits_is_refused() -> None:
    with pytest.raises(Refused) as refused:
        parse_json("9" * 5000)
    assert str(refused.value) == "holds a number with thousands of digits; allowed: a JSON object"
    assert refused.value.issues[0].code == "not-json"


def test_a_very_long_text_is_refused_before_it_is_read() -> None:
    assert parse_json(" " * (MOST_CHARACTERS - 2) + "{}") == {}
    with pytest.raises(Refused) as refused:
        parse_json(" " * (MOST_CHARACTERS - 1) + "{}")
    assert str(refused.value) == "20001 characters; allowed: at most 20000"
    assert refused.value.issues[0].code == "too-long"


@pytest.mark.parametrize("pair", ["[]", "{}"])
def test_deep_nesting_is_refused_before_it_is_read(pair: str) -> None:
    flat = ", ".join([pair] * (MOST_BRACKETS - 1))
    assert isinstance(parse_json(f"[{flat}]"), list)
    with pytest.raises(Refused) as refused:
        parse_json(f"[{flat}, {pair}]")
    assert str(refused.value) == "too many brackets; allowed: at most 200"
    assert refused.value.issues[0].code == "too-deep"


def test_the_deepest_text_that_is_allowed_can_be_read() -> None:
    assert isinstance(parse_json("[" * MOST_BRACKETS + "]" * MOST_BRACKETS), list)
