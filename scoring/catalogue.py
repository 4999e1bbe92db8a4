"""`content/practices.yaml`, as parsed values, to a checked `Catalogue` (section 4 of the model).

Every fault is collected before anything is refused; paths lead to the value, so that the site build can point
at the line.
"""

from collections.abc import Sequence

from scoring.catalogue_rules import check_ids, check_moves
from scoring.catalogue_words import read_words
from scoring.fields import Checker, checked
from scoring.issues import Path
from scoring.model import (
    BANDS,
    CAPACITIES,
    DIRECTIONS,
    KINDS,
    MAX_ANSWER,
    MAY_BE_SET_ASIDE,
    MODEL_VERSION,
    NEEDS,
    REST,
    STRAND_IDS,
    Band,
    Catalogue,
    Choice,
    Move,
    Protocol,
    SecondQuestion,
    Step,
    Strand,
)
from scoring.second_questions import SECOND_QUESTIONS

MAX_LENGTHS = {
    "label": 24,
    "chapter": 24,
    "choice": 60,
    "question": 200,
    "hint": 200,
    "answer": 90,
    "card_line": 54,
    "keep_line": 240,
    "title": 59,
    "detail": 320,
    "say": 220,
    "easy_no": 200,
    "guard": 220,
    "when": 70,
    "then": 80,
    "if_not": 100,
    "repair": 240,
    "address": 78,
}
"""The most characters each kind of text may have."""


def parse_catalogue(data: object, address: str = "", left_out: tuple[str, ...] = ()) -> Catalogue:
    """Check the parsed content of `practices.yaml`; `address` is the site's own, where it is known.

    Raises `Refused` with every fault.
    """
    return checked(lambda checker: read_catalogue(checker, data, address, left_out))


def read_catalogue(checker: Checker, data: object, address: str = "", left_out: tuple[str, ...] = ()) -> Catalogue:
    """Read the parsed content with checks."""
    fields = checker.mapping(
        data,
        (),
        ["model", "words", "bands", "capacities", "contexts", "second_questions", "strands"],
    )
    checker.whole(fields.get("model", MODEL_VERSION), ("model",), MODEL_VERSION, MODEL_VERSION)
    groups = checker.each(fields.get("contexts", []), ("contexts",), lambda v, p: _context_group(checker, v, p))
    checker.unique(
        (("contexts", g, "choices", c, "id"), context.id)
        for g, group in enumerate(groups)
        for c, context in enumerate(group)
    )
    contexts = tuple(context for group in groups for context in group)
    reader = _StrandReader(checker, [context.id for context in contexts])
    strands = checker.each(fields.get("strands", []), ("strands",), reader.strand)
    check_ids(checker, ("strands",), [strand.id for strand in strands], STRAND_IDS)
    capacities = checker.each(fields.get("capacities", []), ("capacities",), lambda v, p: _choice(checker, v, p))
    check_ids(checker, ("capacities",), [capacity.id for capacity in capacities], CAPACITIES)
    asked = fields.get("second_questions", [])
    second = checker.each(asked, ("second_questions",), lambda v, p: _second_question(checker, v, p))
    check_ids(checker, ("second_questions",), [question.id for question in second], SECOND_QUESTIONS)
    bands = checker.each(fields.get("bands", []), ("bands",), lambda v, p: _band(checker, v, p))
    check_ids(checker, ("bands",), [band.id for band in bands], [band for band, _ in BANDS])
    check_moves(checker, strands, [context.id for context in contexts])
    words = checker.optional(fields, (), "words", lambda value, _: read_words(checker, value)) or {}
    return Catalogue(strands, capacities, contexts, second, bands, words, address, left_out)


class _StrandReader:
    """Reads strands and what is in them; knows the contexts that moves may name."""

    def __init__(self, checker: Checker, contexts: Sequence[str]) -> None:
        self.checker = checker
        self.contexts = contexts

    def strand(self, value: object, path: Path) -> Strand:
        check = self.checker
        texts = ["id", "label", "chapter", "question", "hint", "card_line", "keep_line"]
        fields = check.mapping(value, path, [*texts, "answers", "protocol", "moves"], ["set_aside"])
        strand_id = _text(check, fields, path, "id", "label")
        if ("set_aside" in fields) != (strand_id in MAY_BE_SET_ASIDE):
            check.note(
                (*path, "set_aside"),
                "wrong-place",
                'field "set_aside"',
                f"in {' and '.join(MAY_BE_SET_ASIDE)} only, and always there",
            )
        return Strand(
            id=strand_id,
            label=_text(check, fields, path, "label"),
            chapter=_text(check, fields, path, "chapter"),
            question=_text(check, fields, path, "question"),
            hint=_text(check, fields, path, "hint"),
            answers=check.optional(fields, path, "answers", self.anchors) or (),
            set_aside=_text(check, fields, path, "set_aside", "answer"),
            card_line=_text(check, fields, path, "card_line"),
            keep_line=_text(check, fields, path, "keep_line"),
            protocol=check.optional(fields, path, "protocol", self.protocol) or Protocol((), ""),
            moves=check.each(fields.get("moves", []), (*path, "moves"), lambda v, p: self.move(v, p, strand_id)),
        )

    def anchors(self, value: object, path: Path) -> tuple[str, ...]:
        check, count = self.checker, MAX_ANSWER + 1
        return check.each(value, path, lambda v, p: check.text(v, p, MAX_LENGTHS["answer"]), count, count)

    def protocol(self, value: object, path: Path) -> Protocol:
        check = self.checker
        fields = check.mapping(value, path, ["steps", "repair"])
        return Protocol(
            steps=check.optional(fields, path, "steps", lambda v, p: check.each(v, p, self.step, 3, 5)) or (),
            repair=_text(check, fields, path, "repair"),
        )

    def step(self, value: object, path: Path) -> Step:
        fields = self.checker.mapping(value, path, ["when", "then", "if_not"])
        return Step(*(_text(self.checker, fields, path, name) for name in ("when", "then", "if_not")))

    def move(self, value: object, path: Path, strand_id: str) -> Move:
        check = self.checker
        needed = ["id", "kind", "title", "detail", "effort", "counts", "avoid", "suits"]
        needed += ["direction"] if strand_id == "reciprocity" else []
        if not isinstance(value, dict) or value.get("kind") != REST:
            needed += ["say", "easy_no"]
        more = ["say", "easy_no", "from", "to", "needs", "only", "guard", "sources"]
        fields = check.mapping(value, path, needed, more)
        kind = check.choice(fields.get("kind", KINDS[0]), (*path, "kind"), KINDS)
        least = check.whole(fields.get("from", 0), (*path, "from"), 0, MAX_ANSWER)
        efforts = (0, 0) if kind == REST else (1, len(CAPACITIES) - 1)
        return Move(
            id=_text(check, fields, path, "id", "choice"),
            kind=kind,
            title=_text(check, fields, path, "title"),
            detail=_text(check, fields, path, "detail"),
            say=_text(check, fields, path, "say"),
            easy_no=_text(check, fields, path, "easy_no"),
            effort=check.whole(fields.get("effort", efforts[0]), (*path, "effort"), *efforts),
            least=least,
            most=check.whole(fields.get("to", MAX_ANSWER), (*path, "to"), least, MAX_ANSWER),
            needs=check.choices(fields.get("needs", []), (*path, "needs"), NEEDS),
            counts=check.flag(fields.get("counts", False), (*path, "counts")),
            direction=check.optional(fields, path, "direction", lambda v, p: check.choice(v, p, DIRECTIONS)) or "",
            only=check.choices(fields.get("only", []), (*path, "only"), self.contexts),
            avoid=check.choices(fields.get("avoid", []), (*path, "avoid"), self.contexts),
            suits=check.choices(fields.get("suits", []), (*path, "suits"), self.contexts),
            guard=_text(check, fields, path, "guard"),
            sources=check.each(
                fields.get("sources", []), (*path, "sources"), lambda v, p: check.text(v, p, MAX_LENGTHS["choice"])
            ),
        )


def _text(checker: Checker, fields: dict[str, object], path: Path, name: str, limit: str = "") -> str:
    return checker.text_of(fields, path, name, MAX_LENGTHS[limit or name])


def _choice(checker: Checker, value: object, path: Path, group: str = "") -> Choice:
    fields = checker.mapping(value, path, ["id", "label", "hint"])
    return Choice(
        id=_text(checker, fields, path, "id", "choice"),
        label=_text(checker, fields, path, "label", "choice"),
        hint=_text(checker, fields, path, "hint"),
        group=group,
    )


def _context_group(checker: Checker, value: object, path: Path) -> tuple[Choice, ...]:
    fields = checker.mapping(value, path, ["label", "choices"])
    label = _text(checker, fields, path, "label", "choice")
    choices = (*path, "choices")
    return checker.each(fields.get("choices", []), choices, lambda v, p: _choice(checker, v, p, label))


def _second_question(checker: Checker, value: object, path: Path) -> SecondQuestion:
    fields = checker.mapping(value, path, ["id", "question", "yes", "no"])
    return SecondQuestion(
        id=_text(checker, fields, path, "id", "choice"),
        question=_text(checker, fields, path, "question"),
        yes=_text(checker, fields, path, "yes", "answer"),
        no=_text(checker, fields, path, "no", "answer"),
    )


def _band(checker: Checker, value: object, path: Path) -> Band:
    fields = checker.mapping(value, path, ["id", "label", "sentence"])
    band_id = _text(checker, fields, path, "id", "label")
    return Band(
        id=band_id,
        label=_text(checker, fields, path, "label"),
        least=dict(BANDS).get(band_id, 0),
        sentence=_text(checker, fields, path, "sentence", "keep_line"),
    )
