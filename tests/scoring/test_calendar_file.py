"""The calendar file: what is in it, that a calendar library reads it, and what is refused."""

from datetime import date, datetime, time, timedelta
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring import Catalogue, Refused
from scoring.calendar_file import Event, calendar_text, calendar_view
from scoring.dates import WEEKDAYS
from tests.scoring.calendars import LINK, OWN, REVIEW, a_move, events_in, request

STAMP = datetime(2026, 11, 23, 9, 12, 44)  # noqa: DTZ001 - the file says that it is UTC


def faults(fields: dict[str, object], catalogue: Catalogue) -> list[str]:
    with pytest.raises(Refused) as refused:
        calendar_view(fields, catalogue)
    return [str(issue) for issue in refused.value.issues]


@pytest.fixture(scope="module")
def move(catalogue: Catalogue) -> dict[str, str]:
    return a_move(catalogue)


def test_the_whole_file(catalogue: Catalogue, move: dict) -> None:
    view = calendar_view(request(review=REVIEW, move=move), catalogue)
    lines = view["text"].split("\r\n")
    uids = [line for line in lines if line.startswith("UID:")]
    assert [line for line in lines if line not in uids] == [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Weekly review//1.0//EN",
        "BEGIN:VEVENT",
        "DTSTAMP:20261123T091244Z",
        "DTSTART:20261129T180000",
        "DURATION:PT15M",
        "RRULE:FREQ=WEEKLY;BYDAY=SU",
        "SUMMARY:Weekly review",
        "CLASS:PRIVATE",
        "END:VEVENT",
        "BEGIN:VEVENT",
        "DTSTAMP:20261123T091244Z",
        "DTSTART:20261125T183000",
        "DURATION:PT30M",
        "SUMMARY:Small thing for this week",
        "CLASS:PRIVATE",
        "END:VEVENT",
        "END:VCALENDAR",
        "",
    ]
    assert len(set(uids)) == 2
    assert view["file"] == "weekly-review.ics"


def test_nothing_in_it_tells_what_the_move_is_unless_it_was_asked_for(catalogue: Catalogue, move: dict) -> None:
    title = catalogue.strand("weak-ties").moves[0].title
    for named, shown in ((None, ""), (False, ""), (True, title)):
        extra = {} if named is None else {"name_the_move": named}
        text = calendar_view(request(review=REVIEW, move=move, **extra), catalogue)["text"]
        review, chosen = events_in(text)
        assert str(chosen.get("DESCRIPTION", "")) == shown
        assert "DESCRIPTION" not in review
        assert str(chosen["SUMMARY"]) == catalogue.words["calendar_move"]
        plain = text.lower()
        told = ("communit", "neighborhood", "weak", "lonel", move["id"], "ledger")
        assert [word for word in told if word in plain.replace(title.lower(), "")] == []


def test_the_review_starts_on_the_chosen_day_from_today_on(catalogue: Catalogue) -> None:
    for offset, weekday in product(range(14), WEEKDAYS):
        today = date(2026, 12, 24) + timedelta(offset)
        fields = request(review={"weekday": weekday, "time": "07:05"}) | {"today": str(today)}
        [event] = events_in(calendar_view(fields, catalogue)["text"])
        assert event.start.tzinfo is None
        assert event.start.time() == time(7, 5)
        assert WEEKDAYS[event.start.weekday()] == weekday
        assert 0 <= (event.start.date() - today).days < 7
        assert event["RRULE"] == {"FREQ": ["WEEKLY"], "BYDAY": [weekday[:2].upper()]}


def test_the_same_choices_are_the_same_event_whenever_the_file_is_made(catalogue: Catalogue, move: dict) -> None:
    def uids(**fields: object) -> list[str]:
        return [str(event["UID"]) for event in events_in(calendar_view(request() | fields, catalogue)["text"])]

    first = uids(review=REVIEW, move=move)
    again = {"stamp": "2027-01-01T00:00:00Z", "name_the_move": True, "alarm": True, "link": LINK, "moment": OWN}
    assert uids(review=REVIEW, move=move, **again) == first
    assert uids(review=REVIEW, today="2026-12-07") == first[:1]
    other = catalogue.strand("weak-ties").moves[1].id
    changed = [
        {"review": REVIEW | {"weekday": "friday"}},
        {"review": REVIEW | {"time": "18:01"}},
        {"move": move | {"id": other}},
        {"move": move | {"date": "2026-11-26"}},
        {"move": move | {"time": "18:31"}},
    ]
    found = [uid for fields in changed for uid in uids(**fields)]
    assert len({*found, *first}) == 7


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({}, "nothing to put into a calendar; allowed: a review, a move, or both"),
        ({"review": None}, "review: null is not a set of fields; allowed: fields with names"),
        ({"review": {}}, 'review: field "weekday" is missing'),
        ({"review": REVIEW | {"weekday": "sun"}}, f'review.weekday: "sun" given; allowed: {", ".join(WEEKDAYS)}'),
        ({"review": REVIEW, "name_the_move": 1}, "name_the_move: 1 given; allowed: true or false"),
        ({"review": REVIEW | {"who": "Ada"}}, 'review.who: unknown field "who"; allowed: weekday, time'),
        (
            {"review": REVIEW, "today": "2019-12-31"},
            'today: "2019-12-31" given; allowed: a date from 2020-01-01 to 2100-',
        ),
        (
            {"review": REVIEW, "today": "9999-12-31"},
            'today: "9999-12-31" given; allowed: a date from 2020-01-01 to 2100-',
        ),
        ({"review": REVIEW, "alarm": "yes"}, 'alarm: "yes" given; allowed: true or false'),
        ({"review": REVIEW, "link": "javascript:alert(1)"}, 'link: "javascript:alert(1)" given; allowed: an address'),
        (
            {"review": REVIEW, "link": "https://a.example/\r\nX:1"},
            'link: "https://a.example/\\r\\nX:1" given; allowed',
        ),
        ({"review": REVIEW, "link": "https://a.example/ b"}, 'link: "https://a.example/ b" given; allowed'),
        ({"review": REVIEW, "link": ""}, 'link: "" given; allowed'),
        ({"review": REVIEW, "moment": {"where": "\u202e"}}, "moment.where: holds a sign that cannot be shown"),
        ({"move": []}, "move: [] is not a set of fields; allowed: fields with names"),
        ({"move": {}}, 'move: field "date" is missing'),
        ({"move": {"date": "2026-11-25", "time": "18:00"}}, "move.id: null given; allowed: the id of a move"),
        ({"move": {"date": "2026-11-25", "time": "18:00", "title": "x" * 121}}, "move.title: 121 characters"),
    ],
)
def test_what_cannot_be_put_into_a_calendar_is_refused(fields: dict, told: str, catalogue: Catalogue) -> None:
    assert faults(request(**fields), catalogue)[0].startswith(told)


@pytest.mark.parametrize(
    ("field", "value", "allowed"),
    [
        ("id", "walk", "the id of a move of this site"),
        ("id", None, "the id of a move of this site"),
        ("id", ["x"], "the id of a move of this site"),
        ("date", "2026-11-22", "a date from 2026-11-23 to 2027-11-23"),
        ("date", "2027-11-24", "a date from 2026-11-23 to 2027-11-23"),
        ("date", "2026-02-30", "a date from 2026-11-23 to 2027-11-23"),
        ("date", "20261125", "a date from 2026-11-23 to 2027-11-23"),
        ("date", "2026-W48-3", "a date from 2026-11-23 to 2027-11-23"),
        ("date", 20261125, "a date from 2026-11-23 to 2027-11-23"),
        ("time", "24:00", "a time from 00:00 to 23:59, such as 18:30"),
        ("time", "18:30:00", "a time from 00:00 to 23:59, such as 18:30"),
        ("time", "T18:30", "a time from 00:00 to 23:59, such as 18:30"),
        ("time", "18", "a time from 00:00 to 23:59, such as 18:30"),
        ("time", "18:30+01:00", "a time from 00:00 to 23:59, such as 18:30"),
        ("time", 18.5, "a time from 00:00 to 23:59, such as 18:30"),
    ],
)
def test_a_move_needs_a_real_move_date_and_time(
    field: str, value: object, allowed: str, catalogue: Catalogue, move: dict
) -> None:
    [told] = faults(request(move=move | {field: value}), catalogue)
    assert told.startswith(f"move.{field}: ")
    assert told.endswith(f" given; allowed: {allowed}")


@pytest.mark.parametrize("day", ["2026-11-23", "2027-11-23"])
def test_today_and_a_year_ahead_are_dates_for_a_move(day: str, catalogue: Catalogue, move: dict) -> None:
    [event] = events_in(calendar_view(request(move=move | {"date": day}), catalogue)["text"])
    assert str(event.start) == f"{day} 18:30:00"


@pytest.mark.parametrize("stamp", ["2026-11-23T09:12:44Z", "2026-11-23T09:12:44.000Z"])
def test_a_moment_is_read_as_browsers_write_it(stamp: str, catalogue: Catalogue) -> None:
    [event] = events_in(calendar_view(request(review=REVIEW, stamp=stamp), catalogue)["text"])
    assert event.DTSTAMP.isoformat() == "2026-11-23T09:12:44+00:00"


@pytest.mark.parametrize(
    "stamp",
    [
        None,
        1,
        "",
        "2026-11-23",
        "2026-11-23T09:12:44",
        "2026-11-23 09:12:44Z",
        "2026-11-23T09:12:44+00:00",
        "2026-11-23T09:12:61Z",
        "2026-11-23T09:12:44.Z",
        "2026-11-23T09:12:44.1234Z",
        "2026-11-23T09:12:44.٣٣٣Z",
        "2026-11-23T09:12:44.1.3Z",
        "2026-11-23T09:12:44.123",
    ],
)
def test_any_other_moment_is_refused(stamp: object, catalogue: Catalogue) -> None:
    [told] = faults(request(review=REVIEW, stamp=stamp), catalogue)
    assert told.startswith("stamp: ")
    assert told.endswith(" given; allowed: a moment such as 2026-11-23T09:12:44Z")


def test_every_fault_is_told_at_once(catalogue: Catalogue) -> None:
    wrong = {"today": 1, "stamp": 2, "review": {"weekday": 3, "time": 4}, "move": {"id": 5, "time": 6}}
    told = faults(wrong | {"name_the_move": 7}, catalogue)
    assert [fault.split(":")[0] for fault in told] == [
        "today",
        "stamp",
        "name_the_move",
        "review.weekday",
        "review.time",
        "move",
        "move.id",
        "move.time",
    ]


def unsplit(text: str) -> str:
    return text.replace("\r\n ", "")


@given(
    st.text(
        st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"]) | st.sampled_from("\n\\;,: é語🙂"), min_size=1
    ),
    st.text(st.sampled_from("aé語🙂\n,;\\ "), min_size=60, max_size=400),
    st.datetimes(datetime(2020, 1, 1), datetime(2100, 12, 31)),  # noqa: DTZ001 - floating
    st.sampled_from(["", *WEEKDAYS]),
)
def test_a_calendar_library_reads_what_was_written(title: str, detail: str, start: datetime, weekday: str) -> None:
    start = start.replace(microsecond=0)
    text = calendar_text([Event("one", title, start, 30, weekday, detail)], STAMP)
    [event] = events_in(text)
    assert str(event["SUMMARY"]) == title
    assert str(event["DESCRIPTION"]) == detail
    assert event.start == start
    assert event.end - event.start == timedelta(minutes=30)
    assert ("RRULE" in event) == bool(weekday)


@given(st.text(st.characters(exclude_categories=[])), st.text(st.characters(exclude_categories=[]), max_size=300))
def test_whatever_the_text_the_lines_are_as_they_must_be(title: str, detail: str) -> None:
    text = calendar_text([Event("one", title, STAMP, 15, "monday", detail)], STAMP)
    assert text.endswith("\r\nEND:VCALENDAR\r\n")
    lines = text.encode().split(b"\r\n")
    assert all(len(line) <= 75 for line in lines)
    assert all(b"\r" not in line and b"\n" not in line for line in lines)
    assert all(line.decode("utf-8") for line in lines[:-1])
    rows = unsplit(text).split("\r\n")
    assert sum(row.startswith("BEGIN:VEVENT") for row in rows) == 1
    assert [event.name for event in events_in(text)] == ["VEVENT"]


@pytest.mark.parametrize(("text", "octets"), [("x" * 67, 1), ("x" * 68, 2), ("é" * 33 + "x", 1), ("é" * 34, 2)])
def test_a_line_is_folded_after_75_octets(text: str, octets: int) -> None:
    lines = calendar_text([Event("one", text, STAMP, 15)], STAMP).split("\r\n")
    [place] = [number for number, line in enumerate(lines) if line.startswith("SUMMARY:")]
    folded = [line for line in lines[place + 1 :] if line.startswith(" ")]
    assert len(folded) == octets - 1


@pytest.mark.parametrize(
    ("given_text", "read"),
    [
        ("a\r\nb\rc\nd", "a\nb\nc\nd"),
        ("a\x00b\x85c\u2028d\x7fe", "abcde"),
        ("\ud83d!", "!"),
        ("tab\there", "tab\there"),
    ],
)
def test_what_no_calendar_takes_is_left_out(given_text: str, read: str) -> None:
    [event] = events_in(calendar_text([Event("one", given_text, STAMP, 15)], STAMP))
    assert str(event["SUMMARY"]) == read


def test_signs_with_a_meaning_in_the_format_are_escaped() -> None:
    lines = calendar_text([Event("one", "a;b,c\\d\ne:f", STAMP, 15)], STAMP).split("\r\n")
    assert "SUMMARY:a\\;b\\,c\\\\d\\ne:f" in lines
