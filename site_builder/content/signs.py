"""Signs that the library of quotation marks takes for others, or cannot tell.

What is left out of a word, feet and inches; and quotations in scripts without spaces, for it looks at these to know
which mark opens.
"""

import re

from site_builder.core.writing import UNSPACED

ELIDED = re.compile(r"(?<![\w'])'(?=(?:[0-9]{2}s?|til|tis|twas|twere|em)(?![\w']))", re.IGNORECASE)
"""'90s, 'til: an apostrophe, and no mark that opens. A word that could as well be quoted is not among them."""

AND = re.compile(r"(?<!\w)'n'(?!\w)", re.IGNORECASE)
INCHES = re.compile(r"(?<=[0-9])'(?P<between> ?[0-9]+)\"")
FEET = re.compile(r"(?<=[0-9])'(?=[0-9])")
QUOTED = re.compile(r'"(?P<said>[^"]+)"')
UNTOLD = re.compile(rf"[{UNSPACED}]\"|\"[{UNSPACED}]")


def set_signs(text: str, marks: tuple[str, ...]) -> str:
    """Set these; all others are left to the library. `marks` open and close a quotation."""
    text = AND.sub(lambda found: found.group().replace("'", "’"), text)
    text = FEET.sub("′", INCHES.sub(r"′\g<between>″", ELIDED.sub("’", text)))
    return QUOTED.sub(rf"{marks[0]}\g<said>{marks[1]}", text) if UNTOLD.search(text) else text
