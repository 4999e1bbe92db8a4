"""Names out of contacts (vCard 2.1 to 4.0) or plain lines; nothing else of them is read."""

from scoring.fields import Checker
from scoring.issues import Issue, Path, Refused
from scoring.ledger.fields import MOST_OF_A_NAME
from scoring.model import Catalogue
from scoring.plan import read_own_words

MOST_CHARACTERS = 2_000_000
MOST_NAMES = 200
"""To choose from; a map of a life has some twelve."""

ESCAPED = (("\\n", " "), ("\\N", " "), ("\\,", ","), ("\\;", ";"), ("\\\\", "\\"))


def read_names(text: object, catalogue: Catalogue) -> list[str]:
    """Find the names in a text, each once, in the order of the alphabet. Raises `Refused` where there is none."""
    words, path = catalogue.words, ("names",)
    if not isinstance(text, str) or len(text) > MOST_CHARACTERS:
        raise Refused([Issue(path, "too-long", words["ledger_names_too_long"], words["ledger_names_allowed"])])
    lines = _unfolded(text)
    cards = any(line.upper() == "BEGIN:VCARD" for line in lines)
    found = _of_cards(lines) if cards else lines
    names = sorted({name for line in found if (name := _name(line, path))}, key=lambda name: (name.casefold(), name))
    if not names:
        raise Refused([Issue(path, "empty", words["ledger_names_none"], words["ledger_names_allowed"])])
    return names[:MOST_NAMES]


def _unfolded(text: str) -> list[str]:
    """The lines; one that begins with a space goes on the line before."""
    lines: list[str] = []
    for line in text.replace("\r\n", "\n").replace("\r", "\n").split("\n"):
        if line[:1] in (" ", "\t") and lines:
            lines[-1] += line[1:]
        else:
            lines.append(line)
    return [line.strip() for line in lines]


def _of_cards(lines: list[str]) -> list[str]:
    """The name of each card: as it is shown, or put together from its parts."""
    names: list[str] = []
    shown = parts = ""
    for line in lines:
        head, _, value = line.partition(":")
        field, *options = head.rpartition(".")[2].upper().split(";")
        if "ENCODING=QUOTED-PRINTABLE" in options:
            value = _printable(value)
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
    for escaped, sign in ESCAPED:
        value = value.replace(escaped, sign)
    return value


def _printable(value: str) -> str:
    """Decode quoted-printable, in which old phones write what is not English."""
    first, *rest = value.split("=")
    octets = first.encode()
    for part in rest:
        code = part[:2]
        try:
            octets += bytes([int(code, 16)]) + part[2:].encode()
        except ValueError:  # the end of a folded line
            octets += part.encode()
    return octets.decode("utf-8", "replace")


def _name(text: str, path: Path) -> str:
    """The text as a name; what is too long is cut, what cannot be shown is no name."""
    checker = Checker()
    name = read_own_words(checker, " ".join(text.split())[:MOST_OF_A_NAME], path, MOST_OF_A_NAME)
    return "" if checker.issues else name
