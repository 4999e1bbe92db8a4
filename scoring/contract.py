"""What goes through the gateway: every request by its name, and the result that it is answered with.

mypy proves with the types what the functions return, and `make contract` writes them down for JavaScript
(`web/types/scoring.d.ts`). No browser loads these modules, for `typing` is large: what a browser loads imports them
under `if TYPE_CHECKING` only. Keys are written with underscores; hyphens are for ids and for the names of requests.
"""

from collections.abc import Mapping
from typing import Literal, TypedDict

from scoring.ledger.request_types import (
    JoinedPeopleRequest,
    KnownNameRequest,
    LedgerAnswersRequest,
    LedgerChangeRequest,
    LedgerFileRequest,
    LedgerImportRequest,
    LedgerNamesRequest,
    LedgerRequest,
    PeopleRequest,
)
from scoring.ledger.result_types import (
    ChangedLedger,
    FoundNames,
    JoinedPeople,
    KnownName,
    LedgerPreview,
    LedgerView,
    PeopleView,
    SuggestedAnswers,
)
from scoring.request_types import (
    BuilderRequest,
    CalendarRequest,
    ExportRequest,
    ImportPreviewRequest,
    OpenLinkRequest,
    ScoreRequest,
    WhatIfRequest,
)
from scoring.result_types import (
    BuilderView,
    FileData,
    ImportPreview,
    ScoreResult,
    SharedView,
)

type PeopleResult = PeopleView | KnownName | JoinedPeople
type LedgerResult = LedgerView | PeopleResult | ChangedLedger | LedgerPreview | FoundNames | SuggestedAnswers
type SeldomResult = SharedView | FileData | ImportPreview | LedgerResult
type Result = ScoreResult | BuilderView | SeldomResult


class Success(TypedDict):
    """The answer to a good request; to a bad one it is a `Refusal`."""

    ok: Literal[True]
    result: Result


EXCHANGES: Mapping[str, tuple[type, type]] = {
    "score": (ScoreRequest, ScoreResult),
    "what-if": (WhatIfRequest, ScoreResult),
    "builder": (BuilderRequest, BuilderView),
    "open-link": (OpenLinkRequest, SharedView),
    "export": (ExportRequest, FileData),
    "import-preview": (ImportPreviewRequest, ImportPreview),
    "calendar": (CalendarRequest, FileData),
    "ledger": (LedgerRequest, LedgerView),
    "people": (PeopleRequest, PeopleView),
    "people-name": (KnownNameRequest, KnownName),
    "people-join": (JoinedPeopleRequest, JoinedPeople),
    "ledger-change": (LedgerChangeRequest, ChangedLedger),
    "ledger-import": (LedgerImportRequest, LedgerPreview),
    "ledger-file": (LedgerFileRequest, FileData),
    "ledger-names": (LedgerNamesRequest, FoundNames),
    "ledger-answers": (LedgerAnswersRequest, SuggestedAnswers),
}
