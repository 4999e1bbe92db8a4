"""The one way in: JSON text in, JSON text out. The browser uses nothing else of this package.

A request names what to do, and brings what that needs (`?` marks what may be absent):

- `{"do": "score", "input": {...}}`: the command-line contract.
- `{"do": "what-if", "input": {...}, "strand": "hosting", "answer": 3}`: the same, with one answer changed.
- `{"do": "builder", "entries": [[name, value], ...], "today": "2026-11-23", "another"?: {...},
  "thin_spot"?: "groups", "promised"?: "the-id-of-a-move", "history"?: [...],
  "moment"?: {"when"?: "...", "where"?: "...", "day"?: "2026-11-26"},
  "counted"?: {"now"?: "2026-11-23", "before"?: "2026-11-02"}, "site"?: "...", "numbers"?: false,
  "card_score"?: false}` is the builder's form as it stands, how many times other ideas were asked for, the reader's
  choice among strands that are just as thin, the move that the reader said yes to, what became of earlier ones, the
  reader's own moment for the plan, the days on which the reader counted, the address of the site, whether texts may
  hold scores and points (true where absent) or tell them in words, and whether the card names the score (true where
  absent).
- `{"do": "open-link", "code": "...", "site"?: "...", "numbers"?: false, "card_score"?: false}`: a shared link.
- `{"do": "calendar", "today": "2026-11-23", "stamp": "2026-11-23T09:12:44Z", "name_the_move"?: false,
  "review"?: {"weekday": "sunday", "time": "18:00"}, "move"?: {"id": "...", "date": "2026-11-25", "time": "18:30"},
  "moment"?: {"when"?: "...", "where"?: "..."}, "alarm"?: false, "link"?: "https://..."}` is a calendar file; the
  moment is in it only where the move is named.
- `{"do": "export", "entries": [...], "today": "2026-11-23", "another"?: {...}}`: the form as a file to save.
- `{"do": "import-preview", "text": "...", "entries": [...], "today": "2026-11-23", "another"?: {...}}`: such a file's
  text, and the form as it stands.

- `{"do": "ledger" | "people" | "people-name" | "people-join" | "ledger-change" | "ledger-import" | "ledger-file" |
  "ledger-names" | "ledger-answers", ...}`: about the Neighborhood Ledger; `scoring.ledger.requests` answers. All but
  "ledger-names" bring its whole `"text"`, as the browser keeps it.

Modules that only some requests need are imported by the first such request: everybody waits for the others.

The answer is `{"ok": true, "result": ...}` or `{"ok": false, "issues": [{"path", "code", "text", "allowed"}, ...]}`.
"""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date

from scoring.advice import without_stale
from scoring.answers import parse_answers, parse_json
from scoring.catalogue import MAX_LENGTHS
from scoring.counted import counted_view
from scoring.fields import Checker
from scoring.form import Form, parse_form
from scoring.history import read_history
from scoring.issues import Issue, Refused, path_text
from scoring.model import MAX_ANSWER, STRAND_IDS, Catalogue
from scoring.plan import Moment, read_moment
from scoring.result import result_data
from scoring.views import builder_view
from scoring.what_if import with_change

TYPE_CHECKING = False
if TYPE_CHECKING:
    from scoring.contract import Result, Success
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
    from scoring.result_types import (
        BuilderView,
        CountedData,
        FileData,
        ImportPreview,
        IssueData,
        Refusal,
        ScoreResult,
        SharedView,
    )

MOST_CHARACTERS = 12_000_000
"""A request may bring a ledger and a file of one."""

type Fields = dict[str, object]
type Answer = Success | Refusal
type Respond = Callable[[Fields, Catalogue], Result]


def handle(request_text: str, catalogue: Catalogue) -> str:
    """Answer a request. Bad input is an answer too, with every fault; nothing sent makes it raise."""
    try:
        answer: Answer = {"ok": True, "result": _result(parse_json(request_text, MOST_CHARACTERS), catalogue)}
    except Refused as refused:
        answer = {"ok": False, "issues": [_issue_data(issue) for issue in refused.issues]}
    return json.dumps(answer)


def _result(request: object, catalogue: Catalogue) -> "Result":
    checker = Checker()
    wanted = request.get("do") if isinstance(request, dict) else None
    if not isinstance(wanted, str) or wanted not in REQUESTS:
        checker.choice(wanted, ("do",), tuple(REQUESTS))
        raise Refused(checker.issues)
    respond, required, optional = REQUESTS[wanted]
    fields = checker.mapping(request, (), ["do", *required], optional)
    checker.finish()
    return respond(fields, catalogue)


def _score(fields: Fields, catalogue: Catalogue) -> "ScoreResult":
    return result_data(parse_answers(fields["input"], catalogue), catalogue)


def _what_if(fields: Fields, catalogue: Catalogue) -> "ScoreResult":
    checker = Checker()
    strand = checker.choice(fields["strand"], ("strand",), STRAND_IDS)
    answer = checker.whole(fields["answer"], ("answer",), 0, MAX_ANSWER)
    checker.finish()
    answers = parse_answers(fields["input"], catalogue)
    return result_data(with_change(answers, strand, answer), catalogue)


def _builder(fields: Fields, catalogue: Catalogue) -> "BuilderView":
    form = _form(fields, catalogue)
    site = _with_site_address(fields, catalogue)
    today = date.fromisoformat(str(fields["today"]))
    moment = _moment(fields, today)
    history = _checked(lambda checker: read_history(checker, fields.get("history", []), ("history",)))
    answers = replace(without_stale(form.answers), history=history)
    view = builder_view(answers, len(form.dealt_with), site, **_wanted(fields), moment=moment)
    return {**view, "counted": _counted(fields, today, site)} if "counted" in fields else view


def _open_link(fields: Fields, catalogue: Catalogue) -> "SharedView":
    from scoring.shared_link import open_link  # noqa: PLC0415 - everybody waits for an import, few ask: decision 24

    return open_link(fields["code"], _with_site_address(fields, catalogue), **_wanted(fields))


def _export(fields: Fields, catalogue: Catalogue) -> "FileData":
    from scoring.saved_form import export_view  # noqa: PLC0415 - everybody waits for an import, few ask: decision 24

    return export_view(_form(fields, catalogue), fields["today"])


def _import_preview(fields: Fields, catalogue: Catalogue) -> "ImportPreview":
    from scoring.saved_form import import_preview  # noqa: PLC0415 - everybody waits for an import, few ask: decision 24

    return import_preview(fields["text"], _form(fields, catalogue), catalogue)


def _calendar(fields: Fields, catalogue: Catalogue) -> "FileData":
    from scoring.calendar_file import calendar_view  # noqa: PLC0415 - everybody waits for an import, few ask: decision 24

    return calendar_view(fields, catalogue)


def _ledger(fields: Fields, catalogue: Catalogue) -> "LedgerView":
    from scoring.ledger.requests import show_week  # noqa: PLC0415 - everybody waits for an import, few ask: decision 24

    return show_week(fields, catalogue)


def _people(fields: Fields, catalogue: Catalogue) -> "PeopleView":
    from scoring.ledger.requests import show_people  # noqa: PLC0415 - everybody waits for an import, few ask: decision 24

    return show_people(fields, catalogue)


def _people_name(fields: Fields, catalogue: Catalogue) -> "KnownName":
    from scoring.ledger.requests import find_name  # noqa: PLC0415 - everybody waits for an import, few ask: decision 24

    return find_name(fields, catalogue)


def _people_join(fields: Fields, catalogue: Catalogue) -> "JoinedPeople":
    from scoring.ledger.requests import preview_join  # noqa: PLC0415 - everybody waits for an import, few ask: decision 24

    return preview_join(fields, catalogue)


def _ledger_change(fields: Fields, catalogue: Catalogue) -> "ChangedLedger":
    from scoring.ledger.requests import change  # noqa: PLC0415 - everybody waits for an import, few ask: decision 24

    return change(fields, catalogue)


def _ledger_import(fields: Fields, catalogue: Catalogue) -> "LedgerPreview":
    from scoring.ledger.requests import preview_import  # noqa: PLC0415 - everybody waits for an import, few ask: decision 24

    return preview_import(fields, catalogue)


def _ledger_file(fields: Fields, catalogue: Catalogue) -> "FileData":
    from scoring.ledger.requests import save_file  # noqa: PLC0415 - everybody waits for an import, few ask: decision 24

    return save_file(fields, catalogue)


def _ledger_names(fields: Fields, catalogue: Catalogue) -> "FoundNames":
    from scoring.ledger.requests import find_names  # noqa: PLC0415 - everybody waits for an import, few ask: decision 24

    return find_names(fields, catalogue)


def _ledger_answers(fields: Fields, catalogue: Catalogue) -> "SuggestedAnswers":
    from scoring.ledger.requests import suggest_answers  # noqa: PLC0415 - everybody waits for an import, few ask: decision 24

    return suggest_answers(fields, catalogue)


def _form(fields: Fields, catalogue: Catalogue) -> Form:
    chosen = {name: fields.get(name) for name in ("another", "thin_spot", "promised")}
    return parse_form(fields["entries"], fields["today"], catalogue, **chosen)


def _moment(fields: Fields, today: date) -> Moment:
    return _checked(lambda checker: read_moment(checker, fields.get("moment"), ("moment",), today))


def _counted(fields: Fields, today: date, catalogue: Catalogue) -> "CountedData":
    return _checked(lambda checker: counted_view(checker, fields["counted"], ("counted",), today, catalogue))


def _wanted(fields: Fields) -> dict[str, bool]:
    """What texts may hold: scores and points, and the card its score."""
    names = ("numbers", "card_score")
    return _checked(lambda checker: {name: checker.flag(fields.get(name, True), (name,)) for name in names})


def _with_site_address(fields: Fields, catalogue: Catalogue) -> Catalogue:
    """The catalogue with the page's own address, where the site was built without one and the card has room."""
    if fields.get("site", "") == "":
        return catalogue
    site = _checked(lambda checker: checker.address(fields["site"], ("site",)))
    return catalogue if catalogue.address or len(site) > MAX_LENGTHS["address"] else replace(catalogue, address=site)


def _checked[T](read: Callable[[Checker], T]) -> T:
    """What `read` returns; raise `Refused` with every fault that it noted."""
    checker = Checker()
    value = read(checker)
    checker.finish()
    return value


REQUESTS: dict[str, tuple[Respond, tuple[str, ...], tuple[str, ...]]] = {
    "score": (_score, ("input",), ()),
    "what-if": (_what_if, ("input", "strand", "answer"), ()),
    "builder": (
        _builder,
        ("entries", "today"),
        ("another", "thin_spot", "promised", "history", "moment", "counted", "site", "numbers", "card_score"),
    ),
    "open-link": (_open_link, ("code",), ("site", "numbers", "card_score")),
    "export": (_export, ("entries", "today"), ("another",)),
    "import-preview": (_import_preview, ("text", "entries", "today"), ("another",)),
    "calendar": (_calendar, ("today", "stamp"), ("review", "move", "name_the_move", "moment", "alarm", "link")),
    "ledger": (_ledger, ("text", "today"), ("entries", "another", "promised", "counted")),
    "people": (_people, ("text", "today"), ()),
    "people-name": (_people_name, ("text", "name", "today"), ()),
    "people-join": (_people_join, ("text", "id", "join", "today"), ()),
    "ledger-change": (_ledger_change, ("text", "changes", "now"), ()),
    "ledger-import": (_ledger_import, ("text", "file"), ()),
    "ledger-file": (_ledger_file, ("text", "as", "today"), ()),
    "ledger-names": (_ledger_names, ("names",), ()),
    "ledger-answers": (_ledger_answers, ("text", "today"), ()),
}
"""What can be asked: who answers, the fields that are needed, and those that may be absent."""


def _issue_data(issue: Issue) -> "IssueData":
    return {"path": path_text(issue.path), "code": issue.code, "text": issue.text, "allowed": issue.allowed}
