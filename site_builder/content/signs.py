"""Signs that the library of quotation marks takes for others: what is left out of a word, feet and inches."""

import re

ELIDED = re.compile(r"(?<![\w'])'(?=(?:[0-9]{2}s?|til|tis|twas|twere|em)(?![\w']))", re.IGNORECASE)
"""'90s, 'til: an apostrophe, and no mark that opens. A word that could as well be quoted is not among them."""

AND = re.compile(r"(?<!\w)'n'(?!\w)", re.IGNORECASE)
INCHES = re.compile(r"(?<=[0-9])'(?P<between> ?[0-9]+)\"")
FEET = re.compile(r"(?<=[0-9])'(?=[0-9])")


def set_signs(text: str) -> str:
    """Set these; all others are left to the library."""
    text = AND.sub(lambda found: found.group().replace("'", "’"), text)
    return FEET.sub("′", INCHES.sub(r"′\g<between>″", ELIDED.sub("’", text)))
