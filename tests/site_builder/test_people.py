"""Invented people: what they are offered week by week, and whether it is what was judged."""

from pathlib import Path

import pytest
import yaml

from scoring import Catalogue
from scoring.history import OUTCOMES
from site_builder.core.problems import ContentProblems
from site_builder.core.project import Project
from site_builder.exit_codes import GOOD, PROBLEMS, WRONG_USE
from site_builder.people import FIRST_WEEK, NOT_JUDGED, VERDICTS, Invented, offers, read_people, report
from tests.site_builder.commands import Run

ADA = {
    "who": "Ada, 40, new in town.",
    "input": {"answers": {"hosting": 1, "groups": 3}, "capacity": "some", "contexts": ["new-here"]},
    "outcomes": ["done", "not-for-me", "not-now"],
}
FULL = {
    "who": "Bo, who lacks nothing.",
    "input": {"answers": {"hosting": 4}},
    "outcomes": ["done", "done"],
}


@pytest.fixture
def folder(tiny: Project) -> Path:
    """An empty folder for people in the tiny project."""
    place = tiny.root / "people"
    place.mkdir()
    return place


def write(folder: Path, name: str, data: object) -> Path:
    path = folder / f"{name}.yaml"
    path.write_text(data if isinstance(data, str) else yaml.safe_dump(data, sort_keys=False), "utf-8")
    return path


def mistakes(folder: Path, project: Project, catalogue: Catalogue) -> str:
    with pytest.raises(ContentProblems) as told:
        read_people(folder, project, catalogue)
    return str(told.value)


def test_what_is_offered_follows_from_what_became_of_it(catalogue: Catalogue) -> None:
    weeks = offers(Invented(Path("ada.yaml"), ADA), catalogue)
    assert [week["week"] for week in weeks] == [FIRST_WEEK, FIRST_WEEK + 1, FIRST_WEEK + 2]
    assert {week["thin_spot"] for week in weeks} == {"hosting"}
    invitations = [week["invitation"] for week in weeks]
    assert len(set(invitations)) == 3
    homes = {move.id: move.kind for move in catalogue.strand("hosting").moves}
    assert {homes[move] for move in invitations} == {"invitation"}
    assert {homes[week["contribution"]] for week in weeks} == {"contribution"}


def test_two_invitations_without_an_answer_lead_to_a_rest_move(catalogue: Catalogue) -> None:
    person = Invented(Path("ada.yaml"), ADA | {"outcomes": ["no-answer", "no-answer", "not-now"]})
    kinds = {move.id: move.kind for strand in catalogue.strands for move in strand.moves}
    assert [kinds[week["invitation"]] for week in offers(person, catalogue)] == ["invitation", "invitation", "rest"]


def test_who_lacks_nothing_is_offered_nothing(catalogue: Catalogue) -> None:
    nothing = {"thin_spot": None, "invitation": None, "contribution": None}
    assert offers(Invented(Path("bo.yaml"), FULL), catalogue) == [
        {"week": FIRST_WEEK, **nothing},
        {"week": FIRST_WEEK + 1, **nothing},
    ]


def test_people_are_read_in_the_order_of_their_files(folder: Path, tiny: Project, catalogue: Catalogue) -> None:
    write(folder, "02-bo", FULL)
    write(folder, "01-ada", ADA | {"judged": "helps", "why": "Small and near.", "offered": []})
    (folder / "notes.md").write_text("No person.", "utf-8")
    people = read_people(folder, tiny, catalogue)
    assert [person.name for person in people] == ["01-ada", "02-bo"]
    assert people[1].data == FULL


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"age": 40}, 'unknown field "age"'),
        ({"outcomes": ["tried"]}, 'outcomes: "tried" given'),
        ({"outcomes": []}, "outcomes: 0 given"),
        ({"outcomes": "done"}, 'outcomes: "done" is not a list'),
        ({"judged": "fine"}, 'judged: "fine" given'),
        ({"input": {"answers": {"hosting": 9}}}, "hosting: 9 given"),
        ({"input": {"answers": {"hosting": 1}, "contexts": ["shy"]}}, 'contexts: "shy" given'),
        ({"input": {"answers": {}}}, "answers: no answer given"),
        ({"input": 3}, "input: 3 is not a set of fields"),
    ],
)
def test_a_mistake_is_told_at_its_place(
    changed: dict, told: str, folder: Path, tiny: Project, catalogue: Catalogue
) -> None:
    write(folder, "ada", ADA | changed)
    words = mistakes(folder, tiny, catalogue)
    assert words.startswith("people/ada.yaml:")
    assert told in words


@pytest.mark.parametrize("absent", ["who", "input", "outcomes"])
def test_a_missing_part_is_told_once(absent: str, folder: Path, tiny: Project, catalogue: Catalogue) -> None:
    write(folder, "ada", {name: part for name, part in ADA.items() if name != absent})
    words = mistakes(folder, tiny, catalogue)
    assert f'field "{absent}" is missing' in words
    assert words.endswith("1 problem in 1 file; nothing was written") or words.count("people/ada.yaml:") == 1


@pytest.mark.parametrize("text", ["who: [", "- who", "who: a\nwho: b\n"])
def test_a_file_that_is_no_person_is_told_with_the_others(
    text: str, folder: Path, tiny: Project, catalogue: Catalogue
) -> None:
    write(folder, "bad", text)
    write(folder, "worse", ADA | {"outcomes": ["tried"]})
    words = mistakes(folder, tiny, catalogue)
    assert "people/bad.yaml:" in words
    assert "people/worse.yaml:" in words


def test_a_file_that_is_no_text_is_told(folder: Path, tiny: Project, catalogue: Catalogue) -> None:
    (folder / "ada.yaml").write_bytes(b"who: \xe9\n")
    assert "people/ada.yaml" in mistakes(folder, tiny, catalogue)


def test_the_report_tells_the_first_week_the_verdict_and_the_sums(catalogue: Catalogue) -> None:
    people = [
        Invented(Path("ada.yaml"), ADA | {"judged": "helps"}),
        Invented(Path("bo.yaml"), FULL),
        Invented(Path("cy.yaml"), ADA | {"judged": NOT_JUDGED}),
    ]
    for person in people[:2]:
        person.data["offered"] = offers(person, catalogue)
    first = offers(people[0], catalogue)[0]
    lines, changed = report(people, catalogue)
    assert lines == [
        f"ada | 40 | {first['invitation']} | {first['contribution']} | helps",
        "bo | 40 | - | - | -",
        f"cy | 40 | {first['invitation']} | {first['contribution']} | open",
        "3 people: 1 helps, 0 harmless, 0 wrong",
    ]
    assert changed == ["cy"]
    assert VERDICTS == ("helps", "harmless", "wrong")


def test_the_command_writes_down_what_is_offered_and_then_it_waits_to_be_judged(run: Run, folder: Path) -> None:
    path = write(folder, "ada", ADA | {"judged": "helps", "why": "Small."})
    told = run("people", "people")
    assert (told.code, told.out.splitlines()[-1]) == (PROBLEMS, "1 people: 1 helps, 0 harmless, 0 wrong")
    assert told.err == "offered other moves than were judged: ada; write them down with --write, then judge\n"
    assert run("people", "people", "--write").out == "Wrote people/ada.yaml\n"
    written = yaml.safe_load(path.read_text("utf-8"))
    assert (written["judged"], written["why"]) == (NOT_JUDGED, "")
    assert [list(week) for week in written["offered"]] == [["week", "thin_spot", "invitation", "contribution"]] * 3
    assert {name: written[name] for name in ADA} == ADA


def test_what_is_as_it_was_judged_is_good_and_is_not_written_anew(run: Run, folder: Path) -> None:
    path = write(folder, "ada", ADA)
    run("people", "people", "--write")
    judged = path.read_text("utf-8").replace("judged: open", "judged: wrong")
    path.write_text(judged, "utf-8")
    told = run("people", "people")
    assert (told.code, told.err) == (GOOD, "")
    assert told.out.endswith("1 people: 0 helps, 0 harmless, 1 wrong\n")
    again = run("people", "people", "--write")
    assert (again.code, again.out) == (GOOD, "")
    assert path.read_text("utf-8") == judged


def test_mistakes_in_people_are_code_1(run: Run, folder: Path) -> None:
    write(folder, "ada", ADA | {"input": {"answers": {"hosting": 9}}})
    told = run("people", "people")
    assert (told.code, told.out) == (PROBLEMS, "")
    assert "hosting: 9 given" in told.err


def test_a_folder_that_is_not_there_is_code_2(run: Run) -> None:
    told = run("people", "nowhere")
    assert (told.code, told.out) == (WRONG_USE, "")
    assert told.err == "community-os: no folder nowhere; it holds a file for each person\n"


def test_every_outcome_may_stand_in_a_file(folder: Path, tiny: Project, catalogue: Catalogue) -> None:
    write(folder, "ada", ADA | {"outcomes": list(OUTCOMES)})
    [person] = read_people(folder, tiny, catalogue)
    assert len(offers(person, catalogue)) == len(OUTCOMES)
