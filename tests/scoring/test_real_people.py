"""The invented people of `people/`: they are offered what readers judged, and the verdicts are good enough."""

from pathlib import Path

import pytest

from scoring import Catalogue
from site_builder.core.project import Project
from site_builder.people import Invented, offers, read_people

FOLDER = Path(__file__).parent / "people"
LEAST_HELPED = 0.75


@pytest.fixture(scope="module")
def people(project: Project, catalogue: Catalogue) -> list[Invented]:
    """Their files, checked."""
    return read_people(FOLDER, project, catalogue)


def test_there_are_the_sixteen_of_the_review_and_thirty_more(people: list[Invented]) -> None:
    assert [person.name[:2] for person in people] == [f"{number:02}" for number in range(1, 47)]


def test_nobody_is_offered_other_moves_than_were_judged(people: list[Invented], catalogue: Catalogue) -> None:
    changed = [person.name for person in people if offers(person, catalogue) != person.data["offered"]]
    assert changed == [], "look at them: community-os people --write, then let somebody judge"


def test_no_offer_is_wrong_and_three_of_four_people_are_helped(people: list[Invented]) -> None:
    verdicts = [person.data["judged"] for person in people]
    assert set(verdicts) <= {"helps", "harmless"}
    assert verdicts.count("helps") >= LEAST_HELPED * len(people)


def test_every_verdict_has_its_reason(people: list[Invented]) -> None:
    assert [person.name for person in people if not str(person.data["why"]).strip()] == []


def test_everybody_is_followed_for_eight_weeks(people: list[Invented]) -> None:
    assert [person.name for person in people if len(list(person.data["outcomes"])) != 8] == []
