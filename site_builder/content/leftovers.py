"""Marks of other kinds of Markdown, which this one would show as they are written, with what to write instead.

A backslash before a mark says that it is meant as such.
"""

import re
from collections.abc import Iterator

HIDDEN = "\0"
"""Stands in the place of everything that the parser has understood, and of characters behind a backslash."""

UNSEEN = re.compile(f"[{HIDDEN}\n]")
"""Ends what of a find surely stands so in one line of the file."""

BRACKET = "where a bracket is meant as such, write \\["
RUNS = "(?i:javascript|vbscript|data|file):"
"""How addresses begin that browsers would run, or that lead into the reader's own files; the parser makes no link."""

LEFTOVERS = tuple(
    (re.compile(form, re.MULTILINE), text, hint)
    for form, text, hint in (
        (r"\[\^[^\[\]\s]+\]", "footnotes are not made here", f"cite a source, as [@hall-2019]; {BRACKET}"),
        (r"\[\[[^\[\]\n]+\]\]", "this is no link", f"write [words](address); {BRACKET}"),
        (
            rf"\[[^\[\]\n]*\]\((?={RUNS})(?:[^()\n]|\([^()\n]*\))*\)",
            "no link may lead to an address of this kind",
            f"allowed: https://..., mailto:..., a file such as 03-weak-ties.md; {BRACKET}",
        ),
        (
            rf"\[[^\[\]\n]*\](?:\((?!{RUNS})(?:[^()\n]|\([^()\n]*\))*\)| +\([^()\s]*[./#:][^()\s]*\))",
            "this is no link",
            f"write [words](address), with the address between < and > where it has spaces; {BRACKET}",
        ),
        (
            rf"\[[^\[\]()\n]*\]\((?!{RUNS})[^()\n]*(?=$|\()|\[[^\[\]()\n]+\([^()\s]+\.(?:md|html)[^()\s]*\)(?!\])",
            "this link is not closed",
            f"write [words](address); {BRACKET}",
        ),
        (
            r"(?<!\[)\[[^\^\[\]\n][^\[\]\n]*\]\[[^\^\[\]\n]*\](?!\])",
            "nothing says where this link leads",
            f"write [words](address); {BRACKET}",
        ),
        (
            r"\[[a-z][\w-]*-(?:1[89]|20)[0-9]{2}[a-z]?(?:, [^\[\]\n]+)?\]",
            "this is not a citation",
            f"cite a source with an @, as [@hall-2019]; {BRACKET}",
        ),
        (r"^\[[ xX]\](?= )", "boxes to tick are not made here", f"leave it out; {BRACKET}"),
        (r"\{[#.:][^{}\n]*\}", "ids and classes cannot be given here", "the id of a heading is made of its words"),
        (r"\{\{|\{%", "values are not put in here", "where a brace is meant as such, write \\{"),
        (
            r"^:::+ *\w[^\n]*",
            "boxed remarks are written otherwise",
            "write > [!TIP] and the remark, each line after a >",
        ),
        (r"~~(?:[^\n]*?~~)?", "words cannot be struck out here", "where it is meant as such, write \\~\\~"),
        (
            r"\*\*",
            "these stars have no partner",
            "put them next to the words; where they are meant as such, write \\*\\*",
        ),
        (r"^##+[^#\s]", "this is no heading", "put a space after the #"),
        (
            r"^\|.*\|$(?:\n\|.*\|$)*",
            "this is no table",
            "the line under its head needs as many columns as the head: | --- | --- |",
        ),
    )
)


def find_leftovers(text: str) -> Iterator[tuple[str, str, str]]:
    """Find such marks in what the parser left as plain text: the mark, what is wrong and what to write."""
    for form, said, hint in LEFTOVERS:
        for found in form.finditer(text):
            yield UNSEEN.split(found.group())[0], said, hint
