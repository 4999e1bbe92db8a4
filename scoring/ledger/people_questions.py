"""What is asked before a change of the people: whether a name is there already, and what becomes of two made one."""

from dataclasses import replace
from datetime import date

from scoring.fields import Checker
from scoring.ledger.document import PEOPLE, Document, Value
from scoring.ledger.fields import ACTIVE, MOST_OF_A_NAME, STATES
from scoring.ledger.people import Person, read_people
from scoring.ledger.people_view import person_words
from scoring.model import Catalogue
from scoring.plan import read_own_words

RESTING = STATES[1]

TYPE_CHECKING = False
if TYPE_CHECKING:
    from scoring.ledger.result_types import JoinedPeople, KnownName


def known_name(document: Document, name: object, today: date, catalogue: Catalogue) -> "KnownName":
    """Say who has a name already, in capitals or not; nothing where nobody has, or where it is no name."""
    checker = Checker()
    wanted = read_own_words(checker, name, ("name",), MOST_OF_A_NAME).casefold()
    found = [one for one in read_people(document) if wanted and not checker.issues and one.name.casefold() == wanted]
    if not found:
        return {"said": "", "leave": {"in": PEOPLE, "fields": {"name": name, "state": RESTING}}}
    known = next((one for one in found if one.state == ACTIVE), found[0])
    said = catalogue.words["ledger_known"].format(name=known.name, about=person_words(known, today, catalogue))
    fields: dict[str, object] = {"state": RESTING} if known.state == ACTIVE else {}
    return {"said": said, "leave": {"in": PEOPLE, "id": known.id, "fields": fields}}


def join_preview(
    document: Document, kept: object, other: object, today: date, catalogue: Catalogue
) -> "JoinedPeople":
    """Say what becomes of two entries that are the same, the first of which stays. Raises `Refused`."""
    people = {one.id: one for one in read_people(document)}
    checker = Checker()
    kept_id = checker.choice(kept, ("id",), tuple(people))
    other_id = checker.choice(other, ("join",), tuple(one for one in people if one != kept_id))
    checker.finish()
    stays, goes = people[kept_id], people[other_id]
    joined = _joined(stays, goes)
    about = person_words(joined, today, catalogue)
    return {
        "said": catalogue.words["ledger_join"].format(name=stays.name, other=goes.name, about=about),
        "change": {"in": PEOPLE, "id": kept_id, "fields": _changed(stays, joined), "join": other_id},
    }


def _joined(kept: Person, other: Person) -> Person:
    """One of two: the later contact, what is to be mended in either, and the state that asks for more distance."""
    newer = max(kept, other, key=lambda one: (one.last or date.min, one is kept))
    state = max(kept.state, other.state, key=STATES.index)
    return replace(kept, last=newer.last, is_about=newer.is_about, repair=kept.repair or other.repair, state=state)


def _changed(before: Person, after: Person) -> dict[str, Value]:
    """The fields that are another afterwards."""
    fields: dict[str, Value] = {"last": after.last_text or None, "repair": after.repair, "state": after.state}
    old: dict[str, Value] = {"last": before.last_text or None, "repair": before.repair, "state": before.state}
    return {field: value for field, value in fields.items() if value != old[field]}
