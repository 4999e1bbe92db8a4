"""The hooks by which pages show what `scoring` answers, and the types that name what there is to show.

`data-text`, `data-fill`, `data-if`, `data-each` and `data-pick` are read by `web/js/dom/bind.js`, the slots of the
card's picture by `web/js/card/card-picture.js`.
"""

from collections.abc import Iterator
from typing import Any, Literal, get_args, get_origin, get_type_hints, is_typeddict

from lxml import etree

from scoring.contract import EXCHANGES
from scoring.ledger.request_types import LedgerChange
from scoring.ledger.result_types import FoundNames, LedgerPreview, LedgerView, PeopleView, SuggestedAnswer
from scoring.request_types import Ideas, PastMove
from scoring.result_types import BuilderView, CardParts, ImportPreview, ScoreResult

BOUND: dict[str, type] = {
    "result": BuilderView,
    "live": BuilderView,
    "shared-card": BuilderView,
    "import-preview": ImportPreview,
    "week-head": LedgerView,
    "ledger": LedgerView,
    "people": PeopleView,
    "ledger-import": LedgerPreview,
    "suggested": SuggestedAnswer,
    "found": FoundNames,
}
"""The parts of pages that are filled, by id or class, and with what."""

BINDINGS = ("data-text", "data-fill", "data-if", "data-each", "data-pick")
SLOTS = ("data-slot", "data-show")
HOOKED = etree.XPath(f"//*[{' or '.join(f'@{name}' for name in (*BINDINGS, *SLOTS, 'data-kind'))}]")

type Output = tuple[str, str]
"""A type and one of its keys."""


class Hooks:
    """What the hooks of pages show, and what is wrong with them."""

    def __init__(self) -> None:
        self.shown: set[Output] = set()
        self.faults: list[str] = []

    def read(self, page: str, html: bytes) -> None:
        """Look at every hook of a page."""
        for element in HOOKED(etree.HTML(html)):
            for hook in (*BINDINGS, *SLOTS, "data-kind"):
                name = element.get(hook)
                if name is not None:
                    self.faults += [f"{page}: {hook}={name}: {fault}" for fault in self.check(element, hook, name)]

    def check(self, element: etree._Element, hook: str, name: str) -> Iterator[str]:
        try:
            if hook in SLOTS:
                self.resolve(CardParts, name)
            elif hook == "data-kind":
                self.resolve(Ideas, name)
            elif not _suits(hook, self.resolve(self.scope(element), name.removeprefix("!"))):
                yield "is of another kind"
        except LookupError as error:
            yield str(error.args[0])

    def scope(self, element: etree._Element) -> Any:
        """The type of what fills the surroundings of an element."""
        for outer in element.iterancestors():
            if outer.get("data-each") is not None:
                return get_args(self.resolve(self.scope(outer), outer.get("data-each")))[0]
            for name in (outer.get("id", ""), *outer.get("class", "").split()):
                if name in BOUND:
                    return BOUND[name]
        raise LookupError("nothing fills this part of the page")

    def resolve(self, kind: Any, name: str) -> Any:
        """The type of what a name means there, as in protocol.steps; it is shown then."""
        for part in name.split(".") if name else ():
            fields = get_type_hints(kind) if is_typeddict(kind) else {}
            if part not in fields:
                raise LookupError(f"{getattr(kind, '__name__', kind)} has no {part}")
            self.shown.add((kind.__name__, part))
            kind = _there(fields[part])
        return kind


def outputs() -> set[Output]:
    """Everything that the answers to a page hold; what only `community-os score` prints is another matter."""
    found: set[Output] = set()
    for _, result in EXCHANGES.values():
        if result is not ScoreResult:
            found |= set(_outputs_of(result))
    return found


def _outputs_of(kind: Any) -> Iterator[Output]:
    if is_typeddict(kind):
        for key, hint in get_type_hints(kind).items():
            if kind not in (Ideas, LedgerChange, PastMove):  # sent back as they came
                yield kind.__name__, key
            yield from _outputs_of(_there(hint))
    for inside in get_args(kind):
        yield from _outputs_of(inside)


def _there(kind: Any) -> Any:
    """The type of what is there, if it may be missing."""
    kind = getattr(kind, "__value__", kind)  # of an alias
    kinds = [part for part in get_args(kind) if part is not type(None)]
    return kinds[0] if len(kinds) == 1 and get_origin(kind) is not list else kind


def _suits(hook: str, kind: Any) -> bool:
    if hook in ("data-text", "data-fill"):
        return kind is str or get_origin(kind) is Literal
    return hook == "data-if" or (get_origin(kind) is list and (hook == "data-each" or get_args(kind) == (str,)))
