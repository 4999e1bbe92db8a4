"""What a person has, of the things that a move may need."""

import pytest

from scoring.model import NEEDS, NO, YES
from scoring.needs import CONTEXTS_THAT_TAKE, needs_met, ruled_out
from scoring.second_questions import HELP_WENT, SECOND_QUESTIONS, TOO_MUCH
from tests.scoring.people import NOTHING, person, said

UNLESS_TAKEN = {"texting", "a-private-home"}


def test_who_said_nothing_has_what_almost_everybody_has() -> None:
    assert needs_met(person()) == needs_met(NOTHING) == UNLESS_TAKEN


@pytest.mark.parametrize(
    ("strand", "gives"),
    [
        ("friendship", {"a-friend"}),
        ("groups", {"a-group"}),
        ("belonging", {"a-regular-place"}),
        ("local-life", {"a-regular-place"}),
        ("digital-community", {"a-group-chat"}),
        ("hosting", set()),
        ("repair", set()),
    ],
)
@pytest.mark.parametrize("answer", [1, 4])
def test_an_answer_above_nothing_shows_what_is_there(strand: str, gives: set[str], answer: int) -> None:
    assert needs_met(person({strand: answer})) == UNLESS_TAKEN | gives
    assert needs_met(person({strand: 0})) == UNLESS_TAKEN


def test_a_strand_set_aside_shows_nothing() -> None:
    assert needs_met(person({"digital-community": "none"})) == UNLESS_TAKEN


@pytest.mark.parametrize("need", [question for question in SECOND_QUESTIONS if question not in (HELP_WENT, TOO_MUCH)])
def test_a_second_question_gives_what_its_yes_says(need: str) -> None:
    assert need in NEEDS
    assert needs_met(person(second=((need, YES),))) == UNLESS_TAKEN | {need}
    assert needs_met(person(second=((need, NO),))) == UNLESS_TAKEN


@pytest.mark.parametrize(
    ("context", "takes"),
    [
        ("no-car", {"a-car"}),
        ("does-not-text", {"texting", "a-group-chat"}),
        ("home-not-private", {"a-private-home", "texting", "a-group-chat"}),
        ("new-here", set()),
    ],
)
def test_a_context_takes_away_whatever_the_answers_say(context: str, takes: set[str]) -> None:
    everything = person(rest=4, second=tuple((need, YES) for need in NEEDS))
    assert needs_met(everything) == set(NEEDS)
    assert needs_met(person(rest=4, second=everything.second, contexts=("tight-budget", context))) == {
        need for need in NEEDS if need not in takes
    }
    assert {need for need in NEEDS if ruled_out(need, (context,))} == takes


def test_no_second_question_gives_what_no_question_asks_for() -> None:
    assert needs_met(person(second=said(help_went=YES, too_much=YES))) == UNLESS_TAKEN
    assert set(CONTEXTS_THAT_TAKE) <= set(NEEDS)
