"""The requests about a ledger, as types. No browser loads this module; see `scoring.contract`."""

from typing import Literal, NotRequired, TypedDict

from scoring.request_types import Entries, Ideas

type LedgerFields = dict[str, object]
"""Fields of an entry by name, null where a value is taken back; `scoring.ledger.fields` says what each may hold."""


LedgerChange = TypedDict(
    "LedgerChange",
    {
        "in": str,
        "id": NotRequired[str],
        "fields": NotRequired[LedgerFields],
        "remove": NotRequired[bool],
        "join": NotRequired[str],
        "review": NotRequired[bool],
    },
)
"""One change of one entry in "people" or "weeks"; without an id somebody is added. With "review" the fields are the
answers to the three questions, and who could not be asked about stays in the week."""


class LedgerRequest(TypedDict):
    """Asks for this week, with the builder's form where it holds anything."""

    do: Literal["ledger"]
    text: str
    today: str
    entries: NotRequired[Entries]
    another: NotRequired[Ideas]
    promised: NotRequired[str | None]
    counted: NotRequired[str | None]
    site: NotRequired[str]
    left_out: NotRequired[list[str]]


class PeopleRequest(TypedDict):
    """Asks for the people as a list and as rings."""

    do: Literal["people"]
    text: str
    today: str


class KnownNameRequest(TypedDict):
    """Asks whether a name is in the ledger already."""

    do: Literal["people-name"]
    text: str
    name: str
    today: str


class JoinedPeopleRequest(TypedDict):
    """Asks what becomes of two entries that are made one."""

    do: Literal["people-join"]
    text: str
    id: str
    join: str
    today: str


class LedgerChangeRequest(TypedDict):
    """Asks for the ledger with changes made at a moment, in UTC."""

    do: Literal["ledger-change"]
    text: str
    changes: list[LedgerChange]
    now: str


class LedgerImportRequest(TypedDict):
    """Asks what the text of a file would change."""

    do: Literal["ledger-import"]
    text: str
    file: str


LedgerFileRequest = TypedDict(
    "LedgerFileRequest",
    {"do": Literal["ledger-file"], "text": str, "as": Literal["json", "people", "weeks"], "today": str},
)
"""Asks for the ledger as a file: whole, or a table of people or weeks."""


class LedgerNamesRequest(TypedDict):
    """Asks for the names in contacts."""

    do: Literal["ledger-names"]
    names: str


class LedgerAnswersRequest(TypedDict):
    """Asks which answers the ledger suggests."""

    do: Literal["ledger-answers"]
    text: str
    today: str
