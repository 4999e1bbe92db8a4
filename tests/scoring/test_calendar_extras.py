"""What a reader may add to the calendar file: an alarm, a link back, their own words beside the name of the move."""

import pytest

from scoring import Catalogue
from scoring.calendar_file import calendar_view
from tests.scoring.calendars import LINK, OWN, REVIEW, a_move, events_in, request


@pytest.fixture(scope="module")
def move(catalogue: Catalogue) -> dict[str, str]:
    return a_move(catalogue)


def test_an_alarm_rings_as_an_event_starts_and_says_no_more_than_its_title(catalogue: Catalogue, move: dict) -> None:
    text = calendar_view(request(review=REVIEW, move=move, alarm=True, name_the_move=True), catalogue)["text"]
    for event in events_in(text):
        [alarm] = event.walk("VALARM")
        assert (alarm["ACTION"], alarm["DESCRIPTION"]) == ("DISPLAY", event["SUMMARY"])
        assert [ring.trigger for ring in event.alarms.times] == [event.start]
    for fields in ({}, {"alarm": False}):
        assert "VALARM" not in calendar_view(request(review=REVIEW) | fields, catalogue)["text"]


def test_a_link_back_is_there_only_where_it_was_asked_for(catalogue: Catalogue, move: dict) -> None:
    for fields, link in (({}, ""), ({"link": LINK}, LINK)):
        text = calendar_view(request(review=REVIEW, move=move) | fields, catalogue)["text"]
        assert [str(event.get("URL", "")) for event in events_in(text)] == [link] * 2


def test_the_readers_own_words_are_in_it_only_with_the_move_that_is_named(catalogue: Catalogue, move: dict) -> None:
    title = catalogue.strand("weak-ties").moves[0].title
    plain = calendar_view(request(review=REVIEW, move=move), catalogue)
    assert calendar_view(request(review=REVIEW, move=move, moment=OWN), catalogue) == plain
    named = calendar_view(request(review=REVIEW, move=move, moment=OWN, name_the_move=True), catalogue)
    review, chosen = events_in(named["text"])
    assert {"DESCRIPTION", "LOCATION"} & set(review) == set()
    assert (chosen["DESCRIPTION"], chosen["LOCATION"]) == (f"{title}\nthe kettle is on", "by the oak, left")
    assert chosen["SUMMARY"] == catalogue.words["calendar_move"]


def test_a_move_in_the_readers_words_is_named_only_where_that_is_wanted(catalogue: Catalogue) -> None:
    move = {"title": "Bread for Jo", "date": "2026-11-25", "time": "18:30"}
    [plain] = events_in(calendar_view(request(move=move), catalogue)["text"])
    assert "DESCRIPTION" not in plain
    [named] = events_in(calendar_view(request(move=move, name_the_move=True), catalogue)["text"])
    assert named["DESCRIPTION"] == "Bread for Jo"
    [other] = events_in(calendar_view(request(move=move | {"title": "Soup"}), catalogue)["text"])
    assert plain["UID"] != other["UID"]
