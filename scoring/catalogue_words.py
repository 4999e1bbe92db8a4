"""The sentences of result and card that a catalogue brings, and the names that each may use in braces."""

from string import Formatter

from scoring.dates import MONTHS, WEEKDAYS
from scoring.fields import Checker, show
from scoring.issues import Path

MOST_CHARACTERS = 240
MOST_OF_A_PICTURE = 99
"""The text of a picture stays within 125 characters, with a label in it, for those who hear it."""

WORDS: dict[str, tuple[str, ...]] = {
    "empty": (),
    "set_aside": (),
    "partial": ("answered", "range"),
    "range": ("low", "high"),
    "complete": ("score", "band"),
    "thin": ("thin_spot",),
    "full": (),
    "few": ("answered", "least"),
    "at_least": ("score",),
    "after": ("thin_spot", "score"),
    "skipped": ("skipped", "range"),
    "capacity_open": (),
    "unusual": (),
    "wishes_many": ("count",),
    "invitations_rest": (),
    "no_move": (),
    "calm": (),
    "calm_home": (),
    "points": ("points",),
    "gain": ("gain",),
    "full_strand": ("keep",),
    "not_counted": (),
    "said": ("score", "band", "thin_spot"),
    "what_if": ("answer", "score"),
    "empty_in_words": (),
    "partial_in_words": ("answered", "range"),
    "complete_in_words": ("band",),
    "few_in_words": ("answered", "least"),
    "after_in_words": ("thin_spot",),
    "skipped_in_words": ("skipped", "range"),
    "points_in_words": (),
    "gain_in_words": (),
    "gain_most_in_words": (),
    "said_in_words": ("band", "thin_spot"),
    "what_if_in_words": ("answer", "score"),
    "card_title": (),
    "card_score": ("score", "band"),
    "card_at_least": ("score",),
    "card_score_in_words": ("band",),
    "card_thin_spot": ("thin_spot",),
    "card_invitation": ("invitation",),
    "card_rest": ("rest",),
    "card_say": ("say",),
    "card_day": ("day",),
    "card_open_day": (),
    "card_moment": ("moment",),
    "card_quote": ("say",),
    "card_contribution": ("contribution",),
    "card_protocol": ("protocol",),
    "card_step": ("when", "then"),
    "card_path": ("path",),
    "card_map": (),
    "card_review": (),
    "kind_invitation": (),
    "kind_contribution": (),
    "kind_rest": (),
    "plan_open": (),
    "plan_both": ("when", "where"),
    "plan_when": ("when",),
    "plan_where": ("where",),
    "idea": ("number", "count"),
    "picture_empty": (),
    "picture_partial": ("counted",),
    "picture_thin": ("thin_spot",),
    "picture_full": (),
    "counted": ("day",),
    "counted_before": ("day",),
    "date_day": ("weekday", "day", "month"),
    "date_week": ("first", "last", "last_month"),
    "date_two_months": ("first", "first_month", "last", "last_month"),
    "date_short": ("day", "month"),
    "date_month": ("month", "year"),
    **dict.fromkeys((*WEEKDAYS, *MONTHS), ()),
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
    "file_wishes": (),
    "file_ordinary": (),
    "file_yes": (),
    "file_no": (),
    "file_too_long": (),
    "file_foreign": (),
    "file_newer": (),
    "file_again": (),
    "ledger_foreign": (),
    "ledger_too_long": (),
    "ledger_full": (),
    "ledger_changes": ("changes",),
    "ledger_same": (),
    "ledger_names_too_long": (),
    "ledger_names_none": (),
    "ledger_names_allowed": (),
    "ledger_due": ("rhythm", "weeks"),
    "ledger_due_week": ("weeks",),
    "ledger_leave": (),
    "ledger_leave_name": ("name",),
    "ledger_today": (),
    "ledger_last_written": ("range",),
    "ledger_last_written_year": ("range", "year"),
    "ledger_since": ("weeks", "done"),
    "ledger_quiet": (),
    "ledger_notes": ("count",),
    "ledger_usual": ("weeks",),
    "ledger_no_last": (),
    "ledger_last_today": (),
    "ledger_last_day": ("day",),
    "ledger_last_weeks": ("weeks",),
    "ledger_last_about": ("month",),
    "ledger_repair": (),
    "ledger_map": ("close", "warm", "weak"),
    "ledger_map_empty": (),
    "ledger_known": ("name", "about"),
    "ledger_join": ("name", "other", "about"),
    "ledger_people_columns": (),
    "ledger_weeks_columns": (),
    **dict.fromkeys(
        (
            *(f"ledger_{name}" for name in ("person", "household", "group", "place", "close", "warm", "weak")),
            *(f"ledger_room_{ring}" for ring in ("close", "warm", "weak")),
            *(f"ledger_{state}" for state in ("active", "resting", "no-contact", "not-safe", "died")),
            *(f"ledger_{outcome}" for outcome in ("done", "not-yet", "let-go", "no-answer", "not-for-me")),
        ),
        (),
    ),
}


def read_words(checker: Checker, value: object) -> dict[str, str]:
    """Read all sentences; absent or unknown ones are noted."""
    fields = checker.mapping(value, ("words",), list(WORDS))
    words = {}
    for name, text in fields.items():
        path: Path = ("words", name)
        words[name] = checker.text(text, path, MOST_OF_A_PICTURE if name.startswith("picture_") else MOST_CHARACTERS)
        allowed = WORDS[name]
        used = set(_placeholders(text)) if isinstance(text, str) else set()
        if not used <= set(allowed):
            named = ", ".join(f"{{{item}}}" for item in allowed) or "no names in braces"
            checker.note(path, "placeholder", f"{show(text)} uses a name that this sentence does not have", named)
        elif isinstance(text, str) and (left := [f"{{{item}}}" for item in allowed if item not in used]):
            checker.note(path, "placeholder", f"{show(text)} leaves out {' and '.join(left)}", "all of its names")
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
