import re
from dataclasses import replace

import pytest

from scoring import Catalogue
from scoring.model import STRAND_IDS
from site_builder.build import ReadRuntime, build
from site_builder.core.colors import LIGHT
from site_builder.core.model import Files
from site_builder.core.page_words import PageWords
from site_builder.core.project import Project
from site_builder.graphics.font_metrics import Typeface, read_typeface
from site_builder.graphics.openers import OPENERS, opener_drawing
from site_builder.graphics.raster import rasterize, rasterizing
from site_builder.graphics.social_card import render_link_picture, render_link_pictures
from site_builder.graphics.still import still_style, still_village
from site_builder.graphics.svg import Drawing
from tests.site_builder.png import Box, changed, hex_of, pixels, size_of

WORDS = re.compile(r"<text.*?</text>")
NOTHING = Drawing(400, 388, "")
BAND = Drawing(720, 200, "")
HEAD = (0, 30, 1160, 91)
TITLE = {NOTHING: (100, 93, 690, 615), BAND: (100, 93, 1160, 306)}
"""Where a title may be: right of the margin and below the head, beside or above the drawing."""


class Draw:
    """Draws pictures of links."""

    def __init__(self, project: Project, face: Typeface) -> None:
        self.project = project
        self.face = face

    def svg(
        self, headline: str = "", label: str = "", place: int = 0, name: str = "", drawing: Drawing = NOTHING
    ) -> str:
        return render_link_picture(PageWords("x.html", label, headline, place), name, drawing, self.face)

    def png(self, svg: str) -> bytes:
        return rasterize({"x.png": svg}, self.face.files, self.project)["x.png"]

    def box_of_words(self, svg: str) -> Box | None:
        """The box that the words take on the paper."""
        return changed(self.png(svg), self.png(WORDS.sub("", svg)))


@pytest.fixture(scope="module")
def draw(project: Project) -> Draw:
    return Draw(project, read_typeface(project))


def inside(box: Box | None, frame: Box) -> bool:
    return box is not None and box[0] >= frame[0] and box[1] >= frame[1] and box[2] <= frame[2] and box[3] <= frame[3]


@pytest.mark.parametrize("drawing", TITLE, ids=["beside", "above"])
@pytest.mark.parametrize(
    "headline",
    [
        "Hi.",
        "Weak ties keep the social world warm between close relationships.",
        "Donaudampfschifffahrtsgesellschaftskapitänsmützenhalterung",
        "W" * 200,
        "jgpqy ÅÉÜ " * 40,
        "Łódź i Gdańsk, jak sąsiedzi",
    ],
)
def test_a_title_of_any_length_stays_in_its_place(draw: Draw, headline: str, drawing: Drawing) -> None:
    svg = draw.svg(headline, drawing=drawing)
    assert size_of(draw.png(svg)) == (1200, 630)
    assert inside(draw.box_of_words(svg), TITLE[drawing])


def test_a_short_title_is_large_and_a_long_one_uses_the_room(draw: Draw) -> None:
    short, long = draw.box_of_words(draw.svg("Hosting")), draw.box_of_words(draw.svg("every word counts " * 30))
    assert short is not None
    assert long is not None
    assert short[3] - short[1] > 60
    assert long[3] - long[1] > 400
    assert long[2] - long[0] > 440


def test_number_label_and_the_name_of_the_site_are_at_the_head_side_by_side(draw: Draw) -> None:
    label = draw.box_of_words(draw.svg(label="L" * 60, place=12))
    name = draw.box_of_words(draw.svg(name="M" * 60))
    assert inside(label, HEAD)
    assert inside(name, HEAD)
    assert label[2] < name[0]
    assert 1140 < name[2] <= 1152


def test_the_name_of_the_site_is_said_once(draw: Draw) -> None:
    assert draw.svg(label="Tiny", name="Tiny").count("Tiny") == 1


def test_words_that_the_face_cannot_set_leave_the_paper_and_the_drawing(draw: Draw) -> None:
    dot = Drawing(400, 388, '<circle class="f-ink" cx="200" cy="200" r="50"/>')
    svg = draw.svg("Соседи", "Привет", name="共同体", drawing=dot)
    assert draw.box_of_words(svg) is None
    assert changed(draw.png(svg), draw.png(draw.svg())) is not None


def test_signs_of_xml_are_words_like_others(draw: Draw) -> None:
    assert inside(draw.box_of_words(draw.svg('<b>"Tea" & cake</b>')), TITLE[NOTHING])


@pytest.mark.parametrize(
    ("width", "height", "box"), [(400, 400, (690, 112, 1180, 602)), (720, 200, (0, 297, 1200, 630))]
)
def test_a_drawing_is_shown_whole_in_its_place(draw: Draw, width: int, height: int, box: Box) -> None:
    full = Drawing(width, height, f'<rect class="f-ink" width="{width}" height="{height}"/>')
    empty = replace(full, body="")
    assert changed(draw.png(draw.svg(drawing=full)), draw.png(draw.svg(drawing=empty))) == box


def test_the_paper_is_that_of_the_site(draw: Draw) -> None:
    assert hex_of(draw.png(draw.svg("Hosting")), 20, 20) == LIGHT.paper


def test_every_class_of_a_drawing_has_its_color(catalogue: Catalogue) -> None:
    style = still_style(LIGHT)
    drawings = [opener_drawing(slug, catalogue) for slug in OPENERS]
    bodies = "".join(drawing.body for drawing in drawings if drawing) + still_village([2] * 10, "repair").body
    classes = {name for names in re.findall(r'class="([^"]*)"', bodies) for name in names.split()}
    assert len(classes) > 8
    assert [name for name in sorted(classes - {"d-wide"}) if f".{name}" not in style] == []
    assert "var(" not in style + bodies


def test_a_village_has_as_many_houses_as_the_answers_count() -> None:
    roofs = 'class="f-ink d-ink"'
    assert still_village([0] * 10, "").body.count(roofs) == 0
    assert still_village([None, *[2] * 9], "").body.count(roofs) == 18
    full = still_village([4] * 10, "").body
    assert (full.count(roofs), full.count("d-ghost")) == (40, 0)


def test_the_lane_of_the_thin_spot_has_ghosts() -> None:
    body = still_village([1] * 10, STRAND_IDS[3]).body
    (lane,) = re.findall(r'<g class="thin">.*?</g></g>', body)
    assert lane.count("d-ghost") == body.count("d-ghost") == 3


def test_every_page_that_is_not_hidden_has_a_small_picture_of_its_own(tiny_files: Files) -> None:
    pages = {name.removesuffix(".html") for name in tiny_files if name.endswith(".html")} - {"404", "offline"}
    pictures = {name: data for name, data in tiny_files.items() if name.startswith("social/")}
    assert set(pictures) == {f"social/{page}.png" for page in pages}
    assert {size_of(data) for data in pictures.values()} == {(1200, 630)}
    assert len(set(pictures.values())) == len(pictures) > 15
    assert max(len(data) for data in pictures.values()) < 60_000


def test_a_page_that_is_called_like_a_chapter_does_not_get_its_drawing(catalogue: Catalogue, draw: Draw) -> None:
    links = [PageWords("hosting.html", "A", "B"), PageWords("about.html", "A", "B")]
    links += [PageWords("chapters/hosting.html", "A", "B", 5)]
    page, other, chapter = render_link_pictures(links, "Tiny", catalogue, draw.face).values()
    assert page == other != chapter
    assert page.inset
    assert not chapter.inset


def test_a_village_drawn_once_for_all_looks_like_one_drawn_in_its_place(catalogue: Catalogue, draw: Draw) -> None:
    sheets = render_link_pictures([PageWords("about.html", "A", "B")], "Tiny", catalogue, draw.face)
    (sheet,) = sheets.values()
    with rasterizing(sheets, draw.face.files, draw.project) as finish:
        (apart,) = finish().values()
    body = sheet.inset[sheet.inset.index("<g fill") : sheet.inset.rindex("</svg></svg>")]
    whole = sheet.svg.replace(re.search(r"<g fill[^>]*></g>", sheet.svg)[0], body)
    assert whole != sheet.svg
    assert changed(apart, draw.png(whole)) is None
    assert changed(apart, draw.png(sheet.svg)) is not None


def test_a_page_with_another_title_gets_another_picture(
    tiny: Project, tiny_files: Files, read_runtime: ReadRuntime
) -> None:
    path = tiny.content / "pages" / "safety.md"
    text = path.read_text("utf-8")
    path.write_text(re.sub(r"^title: .*", "title: Another title.", text, count=1, flags=re.MULTILINE), "utf-8")
    after = build(tiny, print, read_runtime).files
    assert [name for name in after if name.startswith("social/") and after[name] != tiny_files[name]] == [
        "social/safety.png"
    ]


def test_pictures_have_no_clear_part(draw: Draw) -> None:
    assert pixels(draw.png(draw.svg("Hosting"))).getchannel("A").getextrema() == (255, 255)
