import io
import json
import os

import pytest

from scoring.model import STRAND_IDS
from site_builder.exit_codes import GOOD, PROBLEMS, WRONG_USE
from tests.site_builder.commands import Run

ANSWER = 'a whole number from 0 to 4, null or "none"'

EXAMPLE = {"answers": {"weak-ties": 1, "hosting": 2, "repair": 3}, "capacity": "some", "week": 0}


def test_a_score_is_one_json_object_on_standard_output(run: Run) -> None:
    told = run.score(EXAMPLE)
    assert (told.code, told.err) == (GOOD, "")
    result = json.loads(told.out)
    assert list(result) == [
        "model",
        "score",
        "score_exact",
        "range",
        "band",
        "answered",
        "strands",
        "thin_spot",
        "ties",
        "next_thin",
        "invitation",
        "contribution",
        "second",
        "plan",
        "protocol",
        "path",
        "card",
        "code",
    ]
    assert (result["answered"], result["thin_spot"]["id"]) == (3, "weak-ties")


def test_answers_come_from_standard_input_too(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(json.dumps(EXAMPLE)))
    from_input = run("score", "--json", "-")
    assert from_input.code == GOOD
    assert from_input.out == run.score(EXAMPLE).out


def test_refused_answers_are_code_2_with_a_line_for_each_fault_and_no_output(run: Run) -> None:
    told = run.score({"answers": {"weak-ties": 9, "hostin": 1}, "capacity": "much", "week": 54})
    assert (told.code, told.out) == (WRONG_USE, "")
    assert told.err.splitlines() == [
        f'answers.hostin: unknown field "hostin"; allowed: {", ".join(STRAND_IDS)}',
        "answers.weak-ties: 9 given; allowed: a whole number from 0 to 4 or null",
        'capacity: "much" given; allowed: none, low, some, plenty',
        "week: 54 given; allowed: a whole number from 0 to 53",
    ]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("{", "line 1 is not JSON; allowed: a JSON object"),
        ('{"answers": {}}', "answers: no answer given; allowed: at least one answered question"),
        ('{"answers": {"repair": NaN}}', f"answers.repair: NaN given; allowed: {ANSWER}"),
        ('{"answers": {"repair": 1, "repair": 2}}', "answers.repair: stands twice; allowed: once"),
        ('{"answers": {"repair": true}}', f"answers.repair: true given; allowed: {ANSWER}"),
        ('{"answers": {"repair": "3"}}', f'answers.repair: "3" given; allowed: {ANSWER}'),
        ('{"answers": {"repair": 3.0}}', f"answers.repair: 3.0 given; allowed: {ANSWER}"),
        ("[]", "[] is not a set of fields; allowed: fields with names"),
    ],
)
def test_a_refusal_says_where_what_was_given_and_what_is_allowed(run: Run, text: str, line: str) -> None:
    told = run.score(text)
    assert (told.code, told.out, told.err) == (WRONG_USE, "", f"{line}\n")


def test_a_file_that_cannot_be_read_is_code_2(run: Run) -> None:
    told = run("score", "--json", "nowhere.json")
    assert (told.code, told.out) == (WRONG_USE, "")
    assert told.err == f"community-os: cannot read nowhere.json: {os.strerror(2)}\n"


def test_a_file_that_is_not_text_is_code_2(run: Run) -> None:
    path = run.project.root / "answers.json"
    path.write_bytes(b'{"answers": "\xe9"}')
    told = run("score", "--json", str(path))
    assert (told.code, told.out, told.err) == (WRONG_USE, "", f"community-os: {path} is not UTF-8 text\n")


def test_a_mistake_in_practices_is_code_1_for_scoring_too(run: Run) -> None:
    path = run.project.content / "practices.yaml"
    path.write_text(path.read_text("utf-8").replace("model: 2", "model: 3"), "utf-8")
    told = run.score(EXAMPLE)
    assert (told.code, told.out) == (PROBLEMS, "")
    assert "model: 3 given" in told.err
