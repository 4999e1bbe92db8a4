"""The one way in: JSON text in, JSON text out. The browser uses nothing else of this package.

A request names what to do, and brings what that needs (`?` marks what may be absent):

- `{"do": "score", "input": {...}}`: the command-line contract.
- `{"do": "what-if", "input": {...}, "strand": "hosting", "answer": 3}`: the same, with one answer changed.
- `{"do": "builder", "entries": [[name, value], ...], "today": "2026-11-23", "another"?: {...},
  "thin_spot"?: "groups", "promised"?: "the-id-of-a-move", "history"?: [...],
  "moment"?: {"when"?: "...", "where"?: "...", "day"?: "2026-11-26"},
  "counted"?: {"now"?: "2026-11-23", "before"?: "2026-11-02"}, "site"?: "...", "left_out"?: ["local-life"],
  "numbers"?: false, "card_score"?: false}` is the builder's form as it stands, how many times other ideas were asked
  for, the reader's choice among strands that are just as thin, the move that the reader said yes to, what became of
  earlier ones, the reader's own moment for the plan, the days on which the reader counted, the address of the site,
  the strands whose chapters it lacks, whether texts may hold scores and points (true where absent) or tell them in
  words, and whether the card names the score (true where absent).
- `{"do": "open-link", "code": "...", "site"?: "...", "left_out"?: [...], "numbers"?: false, "card_score"?: false}`:
  a shared link.
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

What few ask for is imported with the first such request (`scoring.seldom`): everybody waits for the rest.

The answer is `{"ok": true, "result": ...}` or `{"ok": false, "issues": [{"path", "code", "text", "allowed"}, ...]}`.
"""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date

from scoring.advice import without_stale
from scoring.answers import parse_answers, parse_json
from scoring.counted import counted_view
from scoring.fields import Checker, checked
from scoring.given import Fields, given_flags, given_form, with_site
from scoring.history import read_history
from scoring.issues import Issue, Refused, path_text
from scoring.model import MAX_ANSWER, STRAND_IDS, Catalogue
from scoring.plan import Moment, read_moment
from scoring.result import result_data
from scoring.views import builder_view
from scoring.what_if import with_change

TYPE_CHECKING = False
if TYPE_CHECKING:
    from scoring.contract import Result, SeldomResult, Success
    from scoring.result_types import BuilderView, CountedData, IssueData, Refusal, ScoreResult

MOST_CHARACTERS = 12_000_000
"""A request may bring a ledger and a file of one."""

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
    form = given_form(fields, catalogue)
    site = with_site(fields, catalogue)
    today = date.fromisoformat(str(fields["today"]))
    moment = _moment(fields, today)
    history = checked(lambda checker: read_history(checker, fields.get("history", []), ("history",)))
    answers = replace(without_stale(form.answers), history=history)
    view = builder_view(answers, len(form.dealt_with), site, **given_flags(fields), moment=moment)
    return {**view, "counted": _counted(fields, today, site)} if "counted" in fields else view


def _seldom(fields: Fields, catalogue: Catalogue) -> "SeldomResult":
    """Answer what few ask for, and most of that is the ledger."""
    from scoring.seldom import ANSWERS  # noqa: PLC0415 - 30 of 90 ms that the first score would wait for: decision 24

    return ANSWERS[str(fields["do"])](fields, catalogue)


def _moment(fields: Fields, today: date) -> Moment:
    return checked(lambda checker: read_moment(checker, fields.get("moment"), ("moment",), today))


def _counted(fields: Fields, today: date, catalogue: Catalogue) -> "CountedData":
    return checked(lambda checker: counted_view(checker, fields["counted"], ("counted",), today, catalogue))


SITE = ("site", "left_out")
"""What a request may bring of the site that it comes from."""

REQUESTS: dict[str, tuple[Respond, tuple[str, ...], tuple[str, ...]]] = {
    "score": (_score, ("input",), ()),
    "what-if": (_what_if, ("input", "strand", "answer"), ()),
    "builder": (
        _builder,
        ("entries", "today"),
        ("another", "thin_spot", "promised", "history", "moment", "counted", *SITE, "numbers", "card_score"),
    ),
    "open-link": (_seldom, ("code",), (*SITE, "numbers", "card_score")),
    "export": (_seldom, ("entries", "today"), ("another",)),
    "import-preview": (_seldom, ("text", "entries", "today"), ("another",)),
    "calendar": (_seldom, ("today", "stamp"), ("review", "move", "name_the_move", "moment", "alarm", "link")),
    "ledger": (_seldom, ("text", "today"), ("entries", "another", "promised", "counted", *SITE)),
    "people": (_seldom, ("text", "today"), ()),
    "people-name": (_seldom, ("text", "name", "today"), ()),
    "people-join": (_seldom, ("text", "id", "join", "today"), ()),
    "ledger-change": (_seldom, ("text", "changes", "now"), ()),
    "ledger-import": (_seldom, ("text", "file"), ()),
    "ledger-file": (_seldom, ("text", "as", "today"), ()),
    "ledger-names": (_seldom, ("names",), ()),
    "ledger-answers": (_seldom, ("text", "today"), ()),
}
"""What can be asked: who answers, the fields that are needed, and those that may be absent."""


def _issue_data(issue: Issue) -> "IssueData":
    return {"path": path_text(issue.path), "code": issue.code, "text": issue.text, "allowed": issue.allowed}
