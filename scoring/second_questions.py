"""Questions after the ten: at most two, and only where the answer leads to another move."""

HELP_WENT = "help-went"
"""Did more help go out from the person (yes) than come in (no)?"""

TOO_MUCH = "too-much"
"""Was it more than there was room for? Then no contribution is asked for."""

SECOND_QUESTIONS = (
    HELP_WENT,
    TOO_MUCH,
    "a-friend",
    "a-group",
    "a-regular-place",
    "a-group-chat",
    "an-invitation",
    "a-car",
)
"""In the order in which they are asked. Those after the first two are needs that the ten answers may not show."""

MOST_ASKED = 2
