"""Names out of contacts (vCard 2.1 to 4.0) or plain lines; nothing else of them is read."""

from binascii import a2b_qp

from scoring.fields import Checker
from scoring.issues import Issue, Path, Refused
from scoring.ledger.fields import MOST_OF_A_NAME
from scoring.model import Catalogue
from scoring.plan import read_own_words, shortened

MOST_CHARACTERS = 2_000_000
MOST_NAMES = 200
"""To choose from; a map of a life has some twelve."""

ESCAPED = (("\\n", " "), ("\\N", " "), ("\\,", ","), ("\\;", ";"))
PRINTABLE = ("QUOTED-PRINTABLE", "ENCODING=QUOTED-PRINTABLE")


def read_names(text: object, catalogue: Catalogue) -> list[str]:
    """Find the names in a text, each once, in the order of the alphabet. Raises `Refused` where there is none."""
    words, path = catalogue.words, ("names",)
    if not isinstance(text, str) or len(text) > MOST_CHARACTERS:
        raise Refused([Issue(path, "too-long", words["ledger_names_too_long"], words["ledger_names_allowed"])])
    lines = text.removeprefix("\ufeff").splitlines()
    cards = any(line.strip().upper() == "BEGIN:VCARD" for line in lines)
    found = _of_cards(_unfolded(lines)) if cards else lines
    names = sorted({name for line in found if (name := _name(line, path))}, key=lambda name: (name.casefold(), name))
    if not names:
        raise Refused([Issue(path, "empty", words["ledger_names_none"], words["ledger_names_allowed"])])
    return names[:MOST_NAMES]


def _unfolded(lines: list[str]) -> list[str]:
    """The lines of cards: one that begins with a space goes on the line before, as does one after "="."""
    whole: list[str] = []
    for line in lines:
        if whole and line[:1] in (" ", "\t"):
            whole[-1] += line[1:]
        elif whole and whole[-1].endswith("=") and _is_printable(whole[-1]):
            whole[-1] = whole[-1][:-1] + line
        else:
            whole.append(line)
    return [line.strip() for line in whole]


def _is_printable(line: str) -> bool:
    """Whether the value of a line is written as quoted-printable."""
    return any(option in PRINTABLE for option in line.partition(":")[0].upper().split(";"))


def _of_cards(lines: list[str]) -> list[str]:
    """The name of each card: as it is shown, or put together from its parts."""
    names: list[str] = []
    shown = parts = ""
    for line in lines:
        head, _, value = line.partition(":")
        field = head.partition(";")[0].rpartition(".")[2].upper()
        if field in ("FN", "N") and _is_printable(line):
            value = _decoded(value)
        if field == "FN":
            shown = shown or _plain(value)
        elif field == "N":
            family, given, *_ = [*value.split(";"), ""]
            parts = f"{_plain(given)} {_plain(family)}".strip()
        elif line.upper() == "END:VCARD":
            names.append(shown or parts)
            shown = parts = ""
    return names


def _plain(value: str) -> str:
    """The value without its marks: a backslash stands before a comma, and before a backslash."""
    pieces = value.split("\\\\")
    for escaped, sign in ESCAPED:
        pieces = [piece.replace(escaped, sign) for piece in pieces]
    return "\\".join(pieces)


def _decoded(value: str) -> str:
    """Decode quoted-printable, in which old phones write what is not English: in UTF-8, or else in Latin-1."""
    octets = a2b_qp(value.encode(errors="replace"))
    try:
        return octets.decode()
    except UnicodeDecodeError:
        return octets.decode("latin-1")


def _name(text: str, path: Path) -> str:
    """The text as a name; what is too long is cut, what cannot be shown is no name."""
    checker = Checker()
    name = read_own_words(checker, shortened(" ".join(text.split()), MOST_OF_A_NAME), path, MOST_OF_A_NAME)
    return "" if checker.issues else name
