"""The output of the command-line contract."""

import json
from dataclasses import asdict, replace

from scoring import MODEL_VERSION, Catalogue, advise, encode, result_data, score_answers
from scoring.card import card_text, first_step, make_card
from scoring.model import STRAND_IDS
from scoring.plan import NO_MOMENT, make_plan
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
    assert data["model"] == MODEL_VERSION == 2
    assert (data["score"], data["score_exact"], data["range"]) == (score.score, score.exact, list(score.range))
    assert (data["band"], data["answered"]) == (score.band, 10)
    assert data["thin_spot"] == {"id": "weak-ties", "label": "Weak ties"}
    assert data["next_thin"] == {"id": "hosting", "label": "Invitations"}
    for slot in ("invitation", "contribution"):
        whole = as_json(asdict(getattr(advice, slot)))
        assert data[slot] == {name: part for name, part in whole.items() if name not in ("least", "most")}
    assert (data["ties"], data["second"]) == ([], list(advice.second))
    plan = make_plan(advice.invitation, NO_MOMENT, catalogue)
    assert data["plan"] == {"when": plan.when, "then": plan.then}
    assert data["protocol"] == as_json(asdict(catalogue.strand("weak-ties").protocol))
    assert data["path"] == list(advice.path)
    card = make_card(score, advice, first_step(advice), catalogue)
    assert data["card"] == {"line": advice.line, "text": card_text(card, catalogue)}
    assert data["code"] == encode(EXAMPLE, (advice.invitation, advice.contribution))


def test_each_strand_has_its_label_answer_points_and_gain(catalogue: Catalogue) -> None:
    who = person({"belonging": None, "weak-ties": 4}, 1)
    score = score_answers(who.values)
    rows = result_data(who, catalogue)["strands"]
    assert [list(row) for row in rows] == [["id", "label", "answer", "set_aside", "points", "gain"]] * 10
    assert [row["id"] for row in rows] == list(STRAND_IDS)
    assert [row["label"] for row in rows] == [strand.label for strand in catalogue.strands]
    assert tuple(row["answer"] for row in rows) == who.values
    assert tuple(row["points"] for row in rows) == score.points
    assert tuple(row["gain"] for row in rows) == score.gains
    assert rows[0] == {
        "id": "belonging",
        "label": catalogue.strands[0].label,
        "answer": None,
        "set_aside": False,
        "points": None,
        "gain": None,
    }


def test_a_strand_that_is_set_aside_says_so(catalogue: Catalogue) -> None:
    data = result_data(person({"repair": "none"}, 2), catalogue)
    assert [row["id"] for row in data["strands"] if row["set_aside"]] == ["repair"]
    repair = data["strands"][STRAND_IDS.index("repair")]
    assert [repair[name] for name in ("answer", "points", "gain")] == [None] * 3
    assert (data["answered"], data["range"]) == (9, [50, 50])


def test_under_six_answers_there_is_an_idea_and_no_score(catalogue: Catalogue) -> None:
    data = result_data(person({"hosting": 1}), catalogue)
    assert [data[name] for name in ("score", "score_exact", "band")] == [None] * 3
    assert (data["range"], data["answered"]) == ([0, 90], 1)
    assert data["thin_spot"]["id"] == data["path"][0] == "hosting"
    assert data["invitation"]
    assert "Connection" not in data["card"]["text"]


def test_without_room_there_is_a_rest_move_alone(catalogue: Catalogue) -> None:
    data = result_data(person(rest=1, capacity="none"), catalogue)
    assert (data["invitation"]["kind"], data["invitation"]["effort"], data["contribution"]) == ("rest", 0, None)


def test_of_strands_that_are_just_as_thin_the_others_are_named(catalogue: Catalogue) -> None:
    data = result_data(person({"groups": 1, "hosting": 1, "repair": 1}, 3, wishes=("groups",)), catalogue)
    assert (data["thin_spot"]["id"], data["ties"]) == ("groups", ["hosting", "repair"])
    assert data["next_thin"]["id"] == "hosting"


def test_a_move_has_every_field_that_a_reader_needs(catalogue: Catalogue) -> None:
    fields = ["id", "kind", "title", "detail", "say", "easy_no", "effort", "needs", "counts", "direction", "only"]
    fields += ["avoid", "suits", "guard", "sources"]
    data = result_data(EXAMPLE, catalogue)
    assert list(data["invitation"]) == list(data["contribution"]) == fields


def test_with_everything_full_there_is_nothing_to_do(catalogue: Catalogue) -> None:
    data = result_data(replace(FULL, week=3), catalogue)
    absent = ("thin_spot", "next_thin", "invitation", "contribution", "protocol", "plan")
    assert [data[key] for key in absent] == [None] * 6
    assert (data["ties"], data["second"]) == ([], [])
    assert data["path"] == ["weekly-review"]
    assert data["card"]["line"] == catalogue.strands[3].keep_line


def test_the_result_is_what_json_has(catalogue: Catalogue) -> None:
    data = result_data(EXAMPLE, catalogue)
    read = json.loads(json.dumps(data, allow_nan=False))
    assert read["strands"] == data["strands"]
    assert read["score_exact"] == data["score_exact"]
    assert read["card"] == data["card"]
