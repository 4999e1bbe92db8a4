"""Who is in a ledger, and who needs maintenance: whose contact is the largest share of its rhythm ago.

Whoever is not active is named nowhere but in the list of people; nor is who left two invitations unanswered, until
there is contact again.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from scoring.ledger.document import Document, Entry
from scoring.ledger.fields import ACTIVE, DONE, KINDS, MOST_NAMED, NO_ANSWER, RHYTHMS, RINGS
from scoring.ledger.weeks import Week, read_weeks

UNANSWERED = 2
"""So many invitations without an answer, and the name rests."""

MIDDLE_OF_A_MONTH = "-15"


@dataclass(frozen=True, slots=True)
class Person:
    """A person, household, group or place in the reader's map."""

    id: str
    name: str
    kind: str
    ring: str
    weeks: int
    """The rhythm: weeks between contacts."""
    last: date | None
    """The last contact: as it was noted, or an invitation that came about, whichever is later."""
    is_about: bool
    """Whether of the last contact only the month is known."""
    state: str
    repair: bool
    """Whether something waits for a first word."""
    unanswered: int
    """Invitations that were left without an answer since the last contact."""
    added: str
    """When the entry came into its ring, for orders that stay as they are."""

    @property
    def is_named(self) -> bool:
        """Whether the name may stand anywhere but in the list of people."""
        return self.state == ACTIVE and self.unanswered < UNANSWERED

    @property
    def rests(self) -> bool:
        """Whether the name rests, for nobody answered the last invitations."""
        return self.state == ACTIVE and self.unanswered >= UNANSWERED

    @property
    def last_text(self) -> str:
        """The last contact as it is kept: a day, or a month; empty where it is not known."""
        return str(self.last)[: len("2026-10") if self.is_about else None] if self.last else ""

    def days(self, today: date) -> int | None:
        """Days since the last contact; none where it is not known. A clock that was set back makes it 0."""
        return max((today - self.last).days, 0) if self.last else None


def read_people(document: Document, weeks: Sequence[Week] | None = None) -> tuple[Person, ...]:
    """Everybody, in the order of names; who has read the weeks already gives them."""
    invited: dict[str, list[Week]] = {}
    for week in read_weeks(document) if weeks is None else weeks:
        if week.was_asked:
            invited.setdefault(week.invited, []).append(week)
    people = [
        _person(name, entry, invited.get(name, ())) for name, entry in document.people.items() if entry.get("name")
    ]
    return tuple(sorted(people, key=lambda person: (person.name.casefold(), person.id)))


def needs_maintenance(people: Sequence[Person], today: date) -> tuple[Person, ...]:
    """At most three who may be named and whose rhythm is over, the largest share of it first."""
    due = [
        (days / (7 * person.weeks), person)
        for person in people
        if person.is_named and (days := person.days(today)) is not None and days >= 7 * person.weeks
    ]
    due.sort(key=lambda pair: (-pair[0], RINGS.index(pair[1].ring), pair[1].id))
    return tuple(person for _, person in due[:MOST_NAMED])


def _person(name: str, entry: Entry, invited: Sequence[Week]) -> Person:
    ring = str(entry.get("ring") or RINGS[-1])
    last = str(entry.get("last") or "")
    is_about = len(last) == len("2026-10")
    noted = [date.fromisoformat(last + MIDDLE_OF_A_MONTH if is_about else last)] if last else []
    met = [week.day or week.end for week in invited if week.outcome == DONE]
    day = max((*noted, *met), default=None)
    rhythm = entry.get("rhythm")
    return Person(
        id=name,
        name=str(entry.get("name")),
        kind=str(entry.get("kind") or KINDS[0]),
        ring=ring,
        weeks=rhythm if isinstance(rhythm, int) else RHYTHMS[ring],
        last=day,
        is_about=is_about and [day] == noted,
        state=str(entry.get("state") or ACTIVE),
        repair=entry.get("repair") is True,
        unanswered=_unanswered(day, invited),
        added=entry.fields.get("ring", entry.fields["name"])[1],
    )


def _unanswered(last: date | None, invited: Sequence[Week]) -> int:
    """Of the weeks with an invitation that was made: the latest without an answer, one after the other, since the
    last contact."""
    count = 0
    for week in reversed(invited):
        if week.outcome != NO_ANSWER or (last and (week.day or week.start) <= last):
            break
        count += 1
    return count
