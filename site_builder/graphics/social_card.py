"""The picture that a link to a page shows where it is shared: 1200 by 630, the page's words on ledger paper."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from html import escape

from scoring import Catalogue, advise, parse_answers, score_answers
from site_builder.core.colors import LIGHT, Colors
from site_builder.core.page_words import PICTURE_SIZE, PageWords
from site_builder.core.worked_example import EXAMPLE
from site_builder.graphics.font_metrics import Typeface
from site_builder.graphics.openers import opener_drawing
from site_builder.graphics.still import still_style, still_village
from site_builder.graphics.svg import Drawing, Sheet
from site_builder.graphics.text_fit import Fitted, fit_text

WIDTH, HEIGHT = PICTURE_SIZE
LEFT, RIGHT = 120, 1152
MARGIN_RULE = (84, 91)
HEAD_LINE, HEAD_RULE = 66, 92
"""The baseline of the words at the head, and the rule below them."""

LEADING = 1.24
"""From one line of the title to the next, in parts of the size; the paper is ruled in the same distance."""

ROW_SIZES = dict.fromkeys((28.0, 25.0, 22.0, 19.0, 16.0), 1)
ROW_WIDTH = 500.0


@dataclass(frozen=True, slots=True)
class Layout:
    """Where title and drawing are: the title starts at the left edge of the text, the drawing fills its box."""

    width: float
    top: float
    bottom: float
    sizes: tuple[int, ...]
    box: tuple[int, int, int, int]
    """Left, top, width, height."""
    stroke: float

    def room(self) -> dict[float, int]:
        """How many lines of a title there is room for, by size."""
        return {float(size): int((self.bottom - self.top) / (size * LEADING)) for size in self.sizes}


ABOVE_BAND = Layout(1030, 97, 292, (72, 64, 58, 52, 47, 42, 38, 34, 30), (0, 297, 1200, 333), 1.1)
BESIDE_SQUARE = Layout(560, 112, 590, (84, 78, 72, 66, 61, 56, 51, 46, 40, 34), (690, 112, 490, 490), 1.3)


def render_link_pictures(
    pages: Iterable[PageWords], name: str, catalogue: Catalogue, face: Typeface, colors: Colors = LIGHT
) -> dict[str, Sheet]:
    """Give the drawing of each link by the path of its picture. `name` is that of the site."""
    answers = parse_answers(EXAMPLE, catalogue)
    thin = advise(answers, score_answers(answers.values, answers.set_aside), catalogue).thin_spot
    village = still_village(answers.values, thin.id if thin else "")
    layout = _layout(village)
    left, top, width, height = layout.box
    inset = _paper(colors, width, height, _placed(village, layout.stroke, (0, 0, width, height)))

    def sheet(page: PageWords) -> Sheet:
        band = _band(page, catalogue)
        if band:
            return Sheet(render_link_picture(page, name, band, face, colors))
        return Sheet(render_link_picture(page, name, replace(village, body=""), face, colors), inset, left, top)

    return {page.picture: sheet(page) for page in pages}


def _band(page: PageWords, catalogue: Catalogue) -> Drawing | None:
    """The drawing of a chapter; another page may be called like one."""
    return opener_drawing(page.slug, catalogue) if page.place else None


def render_link_picture(link: PageWords, name: str, drawing: Drawing, face: Typeface, colors: Colors = LIGHT) -> str:
    """Draw one as SVG. Words that the face cannot set are left out; the drawing then stands alone."""
    layout = _layout(drawing)
    title = fit_text(face.settable(link.headline), face.width, layout.width, layout.room())
    return _paper(
        colors,
        WIDTH,
        HEIGHT,
        *_rules(title.size * LEADING, layout),
        _placed(drawing, layout.stroke, layout.box),
        f'<g font-weight="{face.weight}">',
        *_head(link, name, face),
        *_title(title, layout, face),
        "</g>",
    )


def _layout(drawing: Drawing) -> Layout:
    return ABOVE_BAND if drawing.width > 2 * drawing.height else BESIDE_SQUARE


def _paper(colors: Colors, width: int, height: int, *parts: str) -> str:
    """Write a file of its own."""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}">'
        f"<style>{still_style(colors)}</style>"
        f'<rect width="{width}" height="{height}" class="f-paper"/>{"".join(parts)}</svg>'
    )


def _rules(pitch: float, layout: Layout) -> Iterator[str]:
    """The ruled paper: lines for the title to stand on, one below the head, and the double one of the margin."""
    for row in range(1, int((layout.bottom - layout.top) / pitch) + 1):
        yield _rule(layout.top + pitch * row, "d-rule", 1.5)
    yield _rule(HEAD_RULE, "d-ink", 2.5)
    for x in MARGIN_RULE:
        yield f'<path class="d-accent" d="M{x} 0V{HEIGHT}" stroke-width="1.5" opacity=".5"/>'


def _rule(y: float, cls: str, width: float) -> str:
    return f'<path class="{cls}" d="M0 {y:g}H{WIDTH}" stroke-width="{width:g}"/>'


def _head(link: PageWords, name: str, face: Typeface) -> Iterator[str]:
    """The number in the margin, the label beside it, and at the right the name of the site."""
    if link.place:
        number = f"{link.place:02}"
        yield _text(number, (MARGIN_RULE[0] - face.width(number, 28)) / 2, HEAD_LINE, 28, "f-accent", face)
    yield from _row(link.label, "f-accent", face, at_end=False)
    if name != link.label:
        yield from _row(name, "f-soft", face, at_end=True)


def _row(text: str, cls: str, face: Typeface, at_end: bool) -> Iterator[str]:
    """A single line at the head, smaller where it is long."""
    fitted = fit_text(face.settable(text), face.width, ROW_WIDTH, ROW_SIZES)
    for line in fitted.lines:
        x = RIGHT - face.width(line, fitted.size) if at_end else LEFT
        yield _text(line, x, HEAD_LINE, fitted.size, cls, face)


def _title(title: Fitted, layout: Layout, face: Typeface) -> Iterator[str]:
    for number, line in enumerate(title.lines, start=1):
        yield _text(line, LEFT, layout.top + title.size * (LEADING * number - 0.14), title.size, "f-ink", face)


def _text(text: str, x: float, y: float, size: float, cls: str, face: Typeface) -> str:
    runs = "".join(
        f'<tspan font-family="{family}">{escape(run, quote=False)}</tspan>' for family, run in face.runs(text)
    )
    return f'<text class="{cls}" x="{x:.1f}" y="{y:.1f}" font-size="{size:g}" xml:space="preserve">{runs}</text>'


def _placed(drawing: Drawing, stroke: float, box: tuple[int, int, int, int]) -> str:
    """Put the drawing into its box, whole and in the middle, and let no rule run behind it.

    Drawings stay inside their sheets by themselves; cutting at the edge would take a fifth of the drawing time.
    """
    left, top, width, height = box
    look = f'fill="none" stroke-width="{stroke}" stroke-linecap="round" stroke-linejoin="round"'
    return (
        f'<rect class="f-paper" x="{left}" y="{top}" width="{WIDTH - left}" height="{height}"/>'
        f'<svg x="{left}" y="{top}" width="{width}" height="{height}" overflow="visible" '
        f'viewBox="0 0 {drawing.width} {drawing.height}"><g {look}>{drawing.body}</g></svg>'
    )
