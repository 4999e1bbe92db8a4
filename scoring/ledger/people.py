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

    def days(self, today: date) -> int | None:
        """Days since the last contact; none where it is not known. A clock that was set back makes it 0."""
        return max((today - self.last).days, 0) if self.last else None


def read_people(document: Document) -> tuple[Person, ...]:
    """Everybody, in the order of names."""
    weeks = read_weeks(document)
    people = [_person(name, entry, weeks) for name, entry in document.people.items() if entry.get("name")]
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


def _person(name: str, entry: Entry, weeks: Sequence[Week]) -> Person:
    ring = str(entry.get("ring") or RINGS[-1])
    last = str(entry.get("last") or "")
    is_about = len(last) == len("2026-10")
    noted = [date.fromisoformat(last + MIDDLE_OF_A_MONTH if is_about else last)] if last else []
    met = [week.day or week.end for week in weeks if week.invited == name and week.outcome == DONE]
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
        unanswered=_unanswered(name, day, weeks),
        added=max(entry.fields[field][1] for field in ("name", "ring") if field in entry.fields),
    )


def _unanswered(name: str, last: date | None, weeks: Sequence[Week]) -> int:
    """Invitations to somebody without an answer, one after the other, since the last contact."""
    count = 0
    for week in reversed(weeks):
        if last and week.end <= last:
            break
        if week.invited == name and week.outcome:
            if week.outcome != NO_ANSWER:
                break
            count += 1
    return count
