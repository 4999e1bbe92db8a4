"""Ledgers with people, for tests."""

from collections.abc import Mapping
from datetime import date

from scoring.ledger.changing import Change, apply
from scoring.ledger.document import PEOPLE, Document

NOW = "2026-11-23T09:12:44Z"
TODAY = date(2026, 11, 23)

type Fields = Mapping[str, object]


def ledger(**people: Fields) -> Document:
    """A ledger with somebody under each id; a name that is not given is the id."""
    changes = [Change(PEOPLE, id_, {"name": id_, **fields}) for id_, fields in people.items()]
    return apply(Document({}, {}), changes, NOW)[0]


def crowd(number: int) -> Document:
    """So many people, a third in each ring."""
    rings = ("close", "warm", "weak")
    return ledger(
        **{f"k{_sign(n // 30)}{_sign(n % 30)}": {"name": f"Name {n}", "ring": rings[n % 3]} for n in range(number)}
    )


def _sign(number: int) -> str:
    return "23456789abcdefghjkmnpqrstuvwxyz"[number]


STREET = ledger(
    jjj={"name": "Jo", "ring": "warm", "last": "2026-11-02"},
    rrr={"name": "R.", "ring": "close", "last": "2026-11-20"},
    ttt={"name": "The Tuesday table", "ring": "warm", "kind": "group"},
    kkk={"name": "Mrs K., no. 12", "ring": "weak", "kind": "household", "last": "2026-10"},
    ddd={"name": "D.", "state": "not-safe"},
)

"""Somebody in each ring, a group, a household, a contact that was about then, and one who is not to be suggested."""
