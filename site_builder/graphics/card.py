"""The Community Card as a picture, 4 by 5: a page of the ledger with this week's move, and the village at its foot.

The page's script fills the slots (`web/js/card/card-picture.js`): a slot has a width, a most number of lines, and
a type size that is stepped down until its text fits. Blocks with `data-after` stand below each other, that far from
the last line of the one above. `data-show` names the part without which an element is left out.
"""

from site_builder.graphics.svg import Drawing, element, framed, label, path

WIDTH, HEIGHT = 1080, 1350
MARGIN_RULES = (84, 92)
LEFT, RIGHT = 140, 1032
"""Where text begins and must end."""

PITCH = 54
"""From ruled line to ruled line."""

SMALL = 40
"""The smallest type, which a phone still shows in 11 pixels."""

WEEK, HEADLINE = 80, 198
"""The first lines at the head."""

FIRST = 72
"""From the double line under the head to the first words below it."""

BOX = 36
"""Side of the box to tick."""

FOOT = 1082
"""Where the foot begins; no ruled line goes on behind it."""

MAP_SCALE = 0.54
MAP_LEFT = 836
FOOT_LINES = {"line": 1138, "score": 1238, "site": 1283, "address": 1325}


def card_picture(site: str) -> str:
    """Draw the card without its words; `site` is the name that stands on it."""
    sheet = element("rect", cls="f-paper", width=WIDTH, height=HEIGHT)
    margin = path("d-margin", *(part for x in MARGIN_RULES for part in ("M", x, 0, "V", HEIGHT)))
    week = slot("week", WEEK, RIGHT - LEFT, SMALL, "c-label", data_lines=1)
    drawing = Drawing(WIDTH, HEIGHT, sheet + week + _blocks() + _foot(site) + margin)
    return framed(drawing, cls="drawing card-picture")


def slot(name: str, y: float, width: float, size: float, cls: str, x: float = LEFT, **attributes: float) -> str:
    """Leave room for a part of the card.

    `data_lines` is the most lines, `data_pitch` their fixed distance; without it the distance follows the type size,
    and `data_height` is the room for all of them.
    """
    return element("text", cls=cls, x=x, y=y, data_slot=name, data_size=size, data_width=width, **attributes)


def _blocks() -> str:
    """Leave room for the move, the words to say, and a box to tick before the day."""
    width, indent = RIGHT - LEFT, BOX + 22
    title = slot("headline", 0, width, 98, "c-strong", data_lines=7, data_height=280)
    say = slot("say", FIRST, width, 50, "c-say", data_lines=5, data_pitch=PITCH)
    box = element("rect", cls="d-ink", x=LEFT + 1, y=FIRST - BOX + 3, width=BOX, height=BOX)
    day = slot("day", FIRST, width - indent, 44, "c-strong", LEFT + indent, data_lines=1)
    moment = slot(
        "moment", FIRST + PITCH, width - indent, 46, "c-text", LEFT + indent, data_lines=4, data_pitch=PITCH
    )
    blocks = (
        element("g", title, data_after=44),
        element("g", _ruled(), data_after=0),
        element("g", say, data_after=2 * PITCH, data_show="say"),
        element("g", box, day, moment, data_after=0, data_show="day"),
    )
    return element("g", *blocks, transform=f"translate(0 {HEADLINE})")


def _ruled() -> str:
    """Draw the double line under the head, and ruled lines down to the foot, however high the head is."""
    line = ("h", WIDTH, "m", -WIDTH, PITCH)  # always the same steps: they pack to almost nothing
    lines = path("d-rule", "M", 0, FIRST + 13, *(line * ((FOOT - HEADLINE) // PITCH)))
    return lines + path("d-ink", "M", 0, 0, "H", WIDTH, "M", 0, 6, "H", WIDTH)


def _foot(site: str) -> str:
    """Leave room for the sentence of the week and the score, and for the village, which the script copies here."""
    width = MAP_LEFT - 12 - LEFT
    blank = element("rect", cls="f-paper", y=FOOT, width=WIDTH, height=HEIGHT - FOOT)
    village = element(
        "g", cls="village", data_map="card", transform=f"translate({MAP_LEFT} {FOOT + 12}) scale({MAP_SCALE})"
    )
    signed = label(site, (LEFT, FOOT_LINES["site"]), "c-small", data_size=SMALL, data_width=width, data_lines=1)
    return "".join(
        (
            blank,
            village,
            slot("line", FOOT_LINES["line"], width, 46, "c-strong", data_lines=2, data_height=104),
            slot("score", FOOT_LINES["score"], width, SMALL, "c-text", data_lines=1),
            signed,
            slot("address", FOOT_LINES["address"], RIGHT - LEFT, SMALL, "c-small", data_lines=1),
        )
    )
