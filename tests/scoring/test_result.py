"""The output of the command-line contract."""

import json
from dataclasses import asdict, replace

from scoring import MODEL_VERSION, Catalogue, advise, encode, result_data, score_answers
from scoring.card import card_text, make_card
from scoring.model import STRAND_IDS
from tests.scoring.people import EXAMPLE, FULL, person

KEYS = [
    "model",
    "score",
    "score_exact",
    "range",
    "band",
    "answered",
    "strands",
    "thin_spot",
    "next_thin",
    "invitation",
    "contribution",
    "protocol",
    "path",
    "card",
    "code",
]
"""As section 8 of the model names them, in its order."""


def test_the_contract_names_every_key_in_its_order(catalogue: Catalogue) -> None:
    assert list(result_data(EXAMPLE, catalogue)) == KEYS
    assert list(result_data(FULL, catalogue)) == KEYS


def as_json(value: object) -> object:
    """The same as JSON has it."""
    return json.loads(json.dumps(value))


def test_every_part_comes_from_where_it_is_computed(catalogue: Catalogue) -> None:
    score = score_answers(EXAMPLE.values)
    advice = advise(EXAMPLE, score, catalogue)
    data = result_data(EXAMPLE, catalogue)
    assert data["model"] == MODEL_VERSION == 1
    assert (data["score"], data["score_exact"], data["range"]) == (score.score, score.exact, list(score.range))
    assert (data["band"], data["answered"]) == (score.band, 10)
    assert data["thin_spot"] == {"id": "weak-ties", "label": "Weak ties"}
    assert data["next_thin"] == {"id": "hosting", "label": "Invitations"}
    assert data["invitation"] == as_json(asdict(advice.invitation))
    assert data["contribution"] == as_json(asdict(advice.contribution))
    assert data["protocol"] == as_json(asdict(catalogue.strand("weak-ties").protocol))
    assert data["path"] == list(advice.path)
    assert data["card"] == {"line": advice.line, "text": card_text(make_card(score, advice, catalogue), catalogue)}
    assert data["code"] == encode(EXAMPLE, catalogue)


def test_each_strand_has_its_label_answer_points_and_gain(catalogue: Catalogue) -> None:
    who = person({"belonging": None, "weak-ties": 4}, 1)
    score = score_answers(who.values)
    rows = result_data(who, catalogue)["strands"]
    assert [list(row) for row in rows] == [["id", "label", "answer", "points", "gain"]] * 10
    assert [row["id"] for row in rows] == list(STRAND_IDS)
    assert [row["label"] for row in rows] == [strand.label for strand in catalogue.strands]
    assert tuple(row["answer"] for row in rows) == who.values
    assert tuple(row["points"] for row in rows) == score.points
    assert tuple(row["gain"] for row in rows) == score.gains
    assert rows[0] == {
        "id": "belonging",
        "label": catalogue.strands[0].label,
        "answer": None,
        "points": None,
        "gain": None,
    }


def test_a_move_has_every_field_that_a_reader_needs(catalogue: Catalogue) -> None:
    fields = ["id", "kind", "title", "detail", "say", "easy_no", "effort", "avoid", "suits", "guard", "sources"]
    data = result_data(EXAMPLE, catalogue)
    assert list(data["invitation"]) == list(data["contribution"]) == fields


def test_with_everything_full_there_is_nothing_to_do(catalogue: Catalogue) -> None:
    data = result_data(replace(FULL, week=3), catalogue)
    absent = ("thin_spot", "next_thin", "invitation", "contribution", "protocol")
    assert [data[key] for key in absent] == [None] * 5
    assert data["path"] == ["weekly-review"]
    assert data["card"]["line"] == catalogue.strands[3].keep_line


def test_the_result_is_what_json_has(catalogue: Catalogue) -> None:
    data = result_data(EXAMPLE, catalogue)
    read = json.loads(json.dumps(data, allow_nan=False))
    assert read["strands"] == data["strands"]
    assert read["score_exact"] == data["score_exact"]
    assert read["card"] == data["card"]
