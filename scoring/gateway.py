"""The one door: JSON text in, JSON text out. The browser uses nothing else of this package.

A request is `{"do": "score", "input": {...}}` (the command-line contract) or
`{"do": "what-if", "input": {...}, "strand": "hosting", "answer": 3}` (the same, with one answer changed) or
`{"do": "builder", "entries": [[name, value], ...], "today": "2026-11-23"}` (the builder's form as it stands).
The answer is `{"ok": true, "result": ...}` or `{"ok": false, "issues": [{"path", "code", "text", "allowed"}, ...]}`.
"""

import json

from scoring.answers import parse_answers, parse_form, parse_json
from scoring.fields import Checker
from scoring.issues import Issue, Refused, path_text
from scoring.model import MAX_ANSWER, STRAND_IDS, Catalogue
from scoring.result import result_data
from scoring.views import builder_view
from scoring.what_if import with_change

REQUESTS = ("score", "what-if", "builder")


def handle(request_text: str, catalogue: Catalogue) -> str:
    """Answer a request. Bad input is an answer too, with every fault; nothing sent makes it raise."""
    try:
        answer: dict[str, object] = {"ok": True, "result": _result(parse_json(request_text), catalogue)}
    except Refused as refused:
        answer = {"ok": False, "issues": [_issue_data(issue) for issue in refused.issues]}
    return json.dumps(answer)


def _result(request: object, catalogue: Catalogue) -> dict[str, object]:
    checker = Checker()
    wanted = request.get("do") if isinstance(request, dict) else None
    if wanted == "score":
        fields = checker.mapping(request, (), ["do", "input"])
        checker.finish()
        return result_data(parse_answers(fields["input"], catalogue), catalogue)
    if wanted == "what-if":
        return _what_if(checker, request, catalogue)
    if wanted == "builder":
        fields = checker.mapping(request, (), ["do", "entries", "today"])
        checker.finish()
        answers, dealt_with = parse_form(fields["entries"], fields["today"], catalogue)
        return builder_view(answers, dealt_with, catalogue)
    checker.choice(wanted, ("do",), REQUESTS)
    raise Refused(checker.issues)


def _what_if(checker: Checker, request: object, catalogue: Catalogue) -> dict[str, object]:
    fields = checker.mapping(request, (), ["do", "input", "strand", "answer"])
    checker.finish()
    strand = checker.choice(fields["strand"], ("strand",), STRAND_IDS)
    answer = checker.whole(fields["answer"], ("answer",), 0, MAX_ANSWER)
    checker.finish()
    answers = parse_answers(fields["input"], catalogue)
    return result_data(with_change(answers, strand, answer), catalogue)


def _issue_data(issue: Issue) -> dict[str, str]:
    return {"path": path_text(issue.path), "code": issue.code, "text": issue.text, "allowed": issue.allowed}
