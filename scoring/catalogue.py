"""`content/practices.yaml`, as parsed values, to a checked `Catalogue` (section 4 of the model).

Every fault is collected before anything is refused; paths lead to the value, so that the site build can point
at the line.
"""

from collections.abc import Sequence
from string import Formatter

from scoring.catalogue_rules import check_ids, check_moves, check_unique
from scoring.fields import Checker, show
from scoring.issues import Path
from scoring.model import (
    BANDS,
    CAPACITIES,
    KINDS,
    MAX_ANSWER,
    STRAND_IDS,
    Band,
    Catalogue,
    Choice,
    Move,
    Protocol,
    Step,
    Strand,
)

MAX_LENGTHS = {
    "label": 24,
    "chapter": 24,
    "choice": 60,
    "question": 200,
    "hint": 200,
    "answer": 90,
    "card_line": 54,
    "sentence": 240,
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
    "picture": 99,
}
"""The most characters each kind of text may have."""

WORDS: dict[str, tuple[str, ...]] = {
    "empty": (),
    "set_aside": (),
    "partial": ("answered", "range"),
    "range": ("low", "high"),
    "complete": ("score", "band"),
    "thin": ("thin_spot",),
    "full": (),
    "after": ("thin_spot", "score"),
    "skipped": ("skipped", "range"),
    "capacity_open": (),
    "calm": (),
    "points": ("points",),
    "gain": ("gain",),
    "full_strand": ("keep",),
    "not_counted": (),
    "said": ("score", "band", "thin_spot"),
    "what_if": ("answer", "score"),
    "empty_in_words": (),
    "partial_in_words": ("answered", "range"),
    "complete_in_words": ("band",),
    "after_in_words": ("thin_spot",),
    "skipped_in_words": ("skipped", "range"),
    "points_in_words": (),
    "gain_in_words": (),
    "gain_most_in_words": (),
    "said_in_words": ("band", "thin_spot"),
    "what_if_in_words": ("answer", "score"),
    "card_title": (),
    "card_score": ("score", "band"),
    "card_score_in_words": ("band",),
    "card_thin_spot": ("thin_spot",),
    "card_invitation": ("invitation",),
    "card_contribution": ("contribution",),
    "card_protocol": ("protocol",),
    "card_step": ("when", "then"),
    "card_path": ("path",),
    "card_map": (),
    "card_review": (),
    "idea": ("number", "count"),
    "picture_empty": (),
    "picture_partial": ("counted",),
    "picture_thin": ("thin_spot",),
    "picture_full": (),
    "calendar_review": (),
    "calendar_move": (),
    "link_character": (),
    "link_cut": (),
    "link_mistyped": (),
    "link_version": (),
    "link_foreign": (),
    "link_empty": (),
    "link_again": (),
    "file_changes": ("date", "changes"),
    "file_same": ("date",),
    "file_unknown": ("name",),
    "file_open": (),
    "file_unsure": (),
    "file_none": (),
    "file_capacity": (),
    "file_contexts": (),
    "file_too_long": (),
    "file_foreign": (),
    "file_newer": (),
    "file_again": (),
}
"""The sentences of result and card that a catalogue must bring, each with the names it may use in braces."""


def parse_catalogue(data: object, address: str = "") -> Catalogue:
    """Check the parsed content of `practices.yaml`; `address` is the site's own, where it is known.

    Raises `Refused` with every fault.
    """
    checker = Checker()
    fields = checker.mapping(data, (), ["model", "words", "bands", "capacities", "contexts", "strands"])
    checker.whole(fields.get("model", 1), ("model",), 1, 1)
    contexts = checker.each(fields.get("contexts", []), ("contexts",), lambda v, p: _choice(checker, v, p))
    check_unique(checker, [((("contexts", i, "id")), c.id) for i, c in enumerate(contexts)])
    reader = _StrandReader(checker, [context.id for context in contexts])
    strands = checker.each(fields.get("strands", []), ("strands",), reader.strand)
    check_ids(checker, ("strands",), [strand.id for strand in strands], STRAND_IDS)
    capacities = checker.each(fields.get("capacities", []), ("capacities",), lambda v, p: _choice(checker, v, p))
    check_ids(checker, ("capacities",), [capacity.id for capacity in capacities], CAPACITIES)
    bands = checker.each(fields.get("bands", []), ("bands",), lambda v, p: _band(checker, v, p))
    check_ids(checker, ("bands",), [band.id for band in bands], [band for band, _ in BANDS])
    check_moves(checker, strands, [context.id for context in contexts])
    words = _words(checker, fields.get("words", {}))
    checker.finish()
    return Catalogue(strands, capacities, contexts, bands, words, address)


class _StrandReader:
    """Reads strands and what is in them; knows the contexts that moves may name."""

    def __init__(self, checker: Checker, contexts: Sequence[str]) -> None:
        self.checker = checker
        self.contexts = contexts

    def strand(self, value: object, path: Path) -> Strand:
        check = self.checker
        texts = ["id", "label", "chapter", "question", "hint", "card_line", "keep_line"]
        fields = check.mapping(value, path, [*texts, "answers", "protocol", "moves"])
        return Strand(
            id=_text(check, fields, path, "id", "label"),
            label=_text(check, fields, path, "label"),
            chapter=_text(check, fields, path, "chapter"),
            question=_text(check, fields, path, "question"),
            hint=_text(check, fields, path, "hint"),
            answers=self.anchors(fields["answers"], (*path, "answers")) if "answers" in fields else (),
            card_line=_text(check, fields, path, "card_line"),
            keep_line=_text(check, fields, path, "keep_line", "sentence"),
            protocol=self.protocol(fields["protocol"], (*path, "protocol"))
            if "protocol" in fields
            else Protocol((), ""),
            moves=check.each(fields.get("moves", []), (*path, "moves"), self.move),
        )

    def anchors(self, value: object, path: Path) -> tuple[str, ...]:
        check, count = self.checker, MAX_ANSWER + 1
        return check.each(value, path, lambda v, p: check.text(v, p, MAX_LENGTHS["answer"]), count, count)

    def protocol(self, value: object, path: Path) -> Protocol:
        fields = self.checker.mapping(value, path, ["steps", "repair"])
        steps = (*path, "steps")
        return Protocol(
            steps=self.checker.each(fields["steps"], steps, self.step, 3, 5) if "steps" in fields else (),
            repair=_text(self.checker, fields, path, "repair"),
        )

    def step(self, value: object, path: Path) -> Step:
        fields = self.checker.mapping(value, path, ["when", "then", "if_not"])
        return Step(*(_text(self.checker, fields, path, name) for name in ("when", "then", "if_not")))

    def move(self, value: object, path: Path) -> Move:
        check = self.checker
        fields = check.mapping(
            value,
            path,
            ["id", "kind", "title", "detail", "say", "easy_no", "effort", "avoid", "suits"],
            ["guard", "sources"],
        )
        return Move(
            id=_text(check, fields, path, "id", "choice"),
            kind=check.choice(fields.get("kind", KINDS[0]), (*path, "kind"), KINDS),
            title=_text(check, fields, path, "title"),
            detail=_text(check, fields, path, "detail"),
            say=_text(check, fields, path, "say"),
            easy_no=_text(check, fields, path, "easy_no"),
            effort=check.whole(fields.get("effort", 1), (*path, "effort"), 1, len(CAPACITIES)),
            avoid=check.choices(fields.get("avoid", []), (*path, "avoid"), self.contexts),
            suits=check.choices(fields.get("suits", []), (*path, "suits"), self.contexts),
            guard=_text(check, fields, path, "guard") if "guard" in fields else "",
            sources=check.each(
                fields.get("sources", []), (*path, "sources"), lambda v, p: check.text(v, p, MAX_LENGTHS["choice"])
            ),
        )


def _text(checker: Checker, fields: dict[str, object], path: Path, name: str, limit: str = "") -> str:
    if name not in fields:  # noted already as missing
        return ""
    return checker.text(fields[name], (*path, name), MAX_LENGTHS[limit or name])


def _choice(checker: Checker, value: object, path: Path) -> Choice:
    fields = checker.mapping(value, path, ["id", "label", "hint"])
    return Choice(
        id=_text(checker, fields, path, "id", "choice"),
        label=_text(checker, fields, path, "label", "choice"),
        hint=_text(checker, fields, path, "hint"),
    )


def _band(checker: Checker, value: object, path: Path) -> Band:
    fields = checker.mapping(value, path, ["id", "label", "sentence"])
    band_id = _text(checker, fields, path, "id", "label")
    return Band(
        id=band_id,
        label=_text(checker, fields, path, "label"),
        least=dict(BANDS).get(band_id, 0),
        sentence=_text(checker, fields, path, "sentence"),
    )


def _words(checker: Checker, value: object) -> dict[str, str]:
    fields = checker.mapping(value, ("words",), list(WORDS))
    words = {}
    for name, text in fields.items():
        path: Path = ("words", name)
        # The text of a picture stays within 125 characters, with a label in it, for those who hear it.
        words[name] = checker.text(text, path, MAX_LENGTHS["picture" if name.startswith("picture_") else "sentence"])
        allowed = WORDS[name]
        if isinstance(text, str) and not set(_placeholders(text)) <= set(allowed):
            named = ", ".join(f"{{{item}}}" for item in allowed) or "no names in braces"
            checker.note(path, "placeholder", f"{show(text)} uses a name that this sentence does not have", named)
    return words


def _placeholders(text: str) -> list[str]:
    """Name what stands in braces; a format or a conversion counts as part of the name."""
    try:
        parsed = list(Formatter().parse(text))
    except ValueError:  # a brace that is not closed
        return ["{"]
    return [
        f"{name}!{conversion or ''}:{spec}" if spec or conversion else name
        for _, name, spec, conversion in parsed
        if name is not None
    ]
