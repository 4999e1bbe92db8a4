"""Text from outside to checked answers: the contract of section 8."""

import pytest

from scoring import Catalogue, Refused, parse_answers, parse_json
from scoring.model import STRAND_IDS
from scoring.second_questions import SECOND_QUESTIONS
from tests.scoring.people import CONTEXTS, EXAMPLE, as_input, history, person, said

STRANDS = ", ".join(STRAND_IDS)


def faults(text: str, catalogue: Catalogue) -> list[str]:
    """What a person reads when the text is refused."""
    with pytest.raises(Refused) as refused:
        parse_answers(parse_json(text), catalogue)
    return [str(issue) for issue in refused.value.issues]


def test_the_whole_contract_is_read(catalogue: Catalogue) -> None:
    someone = person(
        {"hosting": 0, "groups": 4, "repair": "none"},
        capacity="plenty",
        contexts=("new-here", "tight-budget"),
        week=53,
        wishes=("weak-ties", "hosting"),
        ordinary=False,
        second=said(help_went="yes", a_friend="no"),
        history=history((52, "two-plans-and-a-no", "not-now")),
        thin_spot="hosting",
    )
    given = as_input(someone)
    assert parse_answers(given, catalogue) == someone
    given["contexts"].reverse()
    given["wishes"].reverse()
    given["second"] = dict(reversed(given["second"].items()))
    assert parse_answers(given, catalogue) == someone


def test_all_but_the_answers_may_be_left_out(catalogue: Catalogue) -> None:
    assert parse_answers({"answers": {"hosting": 2}}, catalogue) == person({"hosting": 2}, capacity=None)


@pytest.mark.parametrize("strand", ["repair", "digital-community"])
def test_where_there_may_be_nothing_to_count_none_sets_the_strand_aside(strand: str, catalogue: Catalogue) -> None:
    read = parse_answers({"answers": {"hosting": 2, strand: "none"}}, catalogue)
    assert read == person({"hosting": 2, strand: "none"}, capacity=None)
    assert read.set_aside == (strand,)
    assert read.values == person({"hosting": 2}).values


@pytest.mark.parametrize("strand", [strand for strand in STRAND_IDS if strand not in ("repair", "digital-community")])
def test_elsewhere_none_is_no_answer_and_is_told_once(strand: str, catalogue: Catalogue) -> None:
    assert faults(f'{{"answers": {{"{strand}": "none"}}}}', catalogue) == [
        f'answers.{strand}: "none" given; allowed: a whole number from 0 to 4 or null'
    ]


def test_the_message_names_none_where_it_is_allowed(catalogue: Catalogue) -> None:
    assert faults('{"answers": {"repair": "no"}}', catalogue) == [
        'answers.repair: "no" given; allowed: a whole number from 0 to 4, null or "none"'
    ]


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
        ('{"answers": {"repair": "none"}}', "answers: no answer given; allowed: at least one answered question"),
        (
            '{"answers": {"hosting": 1, "host": 1}}',
            f'answers.host: unknown field "host"; allowed: {STRANDS}',
        ),
        (
            '{"answers": {"hosting": 1}, "name": "Ada"}',
            'name: unknown field "name"; allowed: answers, capacity, contexts, week, wishes, ordinary, second, '
            "history, thin_spot",
        ),
        ('{"answers": {"hosting": 1, "hosting": 1}}', "answers.hosting: stands twice; allowed: once"),
        ('{"answers": {"hosting": 1}, "week": 1, "week": 2}', "week: stands twice; allowed: once"),
        (
            '{"answers": {"hosting": 1}, "capacity": "lots"}',
            'capacity: "lots" given; allowed: none, low, some, plenty',
        ),
        ('{"answers": {"hosting": 1}, "capacity": 1}', "capacity: 1 given; allowed: none, low, some, plenty"),
        ('{"answers": {"hosting": 1}, "capacity": null}', "capacity: null given; allowed: none, low, some, plenty"),
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
            f'contexts[0]: "shy" given; allowed: {", ".join(CONTEXTS)}',
        ),
        ('{"answers": {"hosting": 1}, "wishes": ["fun"]}', f'wishes[0]: "fun" given; allowed: {STRANDS}'),
        ('{"answers": {"hosting": 1}, "wishes": "groups"}', 'wishes: "groups" is not a list; allowed: a list'),
        (
            '{"answers": {"hosting": 1}, "wishes": ["groups", "hosting", "repair"]}',
            "wishes: 3 given; allowed: 0 to 2",
        ),
        (
            '{"answers": {"hosting": 1}, "wishes": ["groups", "groups"]}',
            'wishes[1]: "groups" stands twice; allowed: once',
        ),
        ('{"answers": {"hosting": 1}, "ordinary": "yes"}', 'ordinary: "yes" given; allowed: true or false'),
        ('{"answers": {"hosting": 1}, "ordinary": null}', "ordinary: null given; allowed: true or false"),
        (
            '{"answers": {"hosting": 1}, "second": {"texting": "yes"}}',
            f'second.texting: unknown field "texting"; allowed: {", ".join(SECOND_QUESTIONS)}',
        ),
        (
            '{"answers": {"hosting": 1}, "second": {"a-group": true}}',
            "second.a-group: true given; allowed: yes, no",
        ),
        (
            '{"answers": {"hosting": 1}, "second": ["a-group"]}',
            'second: ["a-group"] is not a set of fields; allowed: fields with names',
        ),
        ('{"answers": {"hosting": 1}, "history": {}}', "history: {} is not a list; allowed: a list"),
        ('{"answers": {"hosting": 1}, "thin_spot": "fun"}', f'thin_spot: "fun" given; allowed: {STRANDS}'),
        ('{"answers": {"hosting": 1}, "thin_spot": null}', f"thin_spot: null given; allowed: {STRANDS}"),
    ],
)
def test_the_fault_says_where_and_what_is_allowed(text: str, fault: str, catalogue: Catalogue) -> None:
    assert faults(text, catalogue) == [fault]


def test_every_fault_is_told_at_once(catalogue: Catalogue) -> None:
    text = (
        '{"answers": {"hosting": 9, "repair": true, "x": 1}, "capacity": "no", "contexts": [0], "week": 99, "y": 1, '
        '"wishes": [1], "ordinary": 1, "second": {"z": 1}, "history": [1], "thin_spot": 1}'
    )
    assert [fault.split(":")[0] for fault in faults(text, catalogue)] == [
        "y",
        "answers.x",
        "answers.hosting",
        "answers.repair",
        "capacity",
        "contexts[0]",
        "week",
        "wishes[0]",
        "ordinary",
        "second.z",
        "history[0]",
        "thin_spot",
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
