"""The build, from content to a finished folder: read, check, render, audit, write."""

import gc
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial

from site_builder.assets.bundle import pack_sheets, read_scripts
from site_builder.assets.collect import read_assets, read_libraries
from site_builder.assets.colors import color_rules
from site_builder.assets.fonts import read_fonts
from site_builder.assets.pictures import read_pictures, sound_pictures
from site_builder.assets.sheets import read_sheets
from site_builder.content.load import read_everything
from site_builder.core.addresses import site_base
from site_builder.core.model import Book, Content, Files, Runtime, Settings
from site_builder.core.page_registry import BOOK
from site_builder.core.problems import Gathering, Problem, raise_problems
from site_builder.core.project import Project
from site_builder.graphics.font_metrics import read_typeface
from site_builder.graphics.icons import render_icons
from site_builder.graphics.own_drawings import check_own_drawings
from site_builder.graphics.photos import make_photos
from site_builder.graphics.raster import rasterize, rasterizing
from site_builder.graphics.sanitize import parse_drawings
from site_builder.graphics.social_card import render_link_pictures
from site_builder.graphics.standalone import standalone
from site_builder.output.audit import check_site
from site_builder.output.budget import check_budgets
from site_builder.output.compressed import compress_large
from site_builder.output.host_files import render_extras
from site_builder.output.origins import find_origins
from site_builder.output.parse import read_finished
from site_builder.output.service_worker import render_worker
from site_builder.output.write import write_site
from site_builder.pages.assemble import Arranged, arrange, resolve_pages, shown_pictures
from site_builder.pages.book import book_inputs, read_book_files
from site_builder.pages.environment import Rendering
from site_builder.pages.plan import plan_pages
from site_builder.pages.render import render_pages
from site_builder.pages.search_index import make_search_file
from site_builder.pages.words_check import check_templates
from site_builder.runtime.collect import read_runtime

type ReadRuntime = Callable[[Project, Content, Callable[[str], None]], Runtime]


@dataclass(frozen=True, slots=True)
class Built:
    """What a build made."""

    files: Files
    pages: int
    chapters: int


@contextmanager
def uncollected() -> Iterator[None]:
    """Look for no circles of objects: a build makes few, and looking takes a third of the time of a large one."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


@uncollected()
def build(
    project: Project, say: Callable[[str], None], runtime_reader: ReadRuntime = read_runtime, with_book: bool = False
) -> Built:
    """Make the whole site in memory. Raises `ContentProblems` or `MissingPart`; writes nothing outside `.cache/`.

    `with_book` puts in the files that `make book` made, and links them.
    """
    gathering = Gathering()
    with gathering:
        content, arranged, pictures, unshown = _read_written(project)
    with gathering:
        sheets = read_sheets(project, partial(pack_sheets, project, say=say))
    gathering.problems += check_own_drawings(project)
    with gathering:
        scripts = read_scripts(project, say)
    gathering.finish()
    settings = content.settings
    plan = plan_pages(project, content, arranged)
    face = read_typeface(project)
    shared = [page.words for page in plan if page.head]
    linked = render_link_pictures(shared, settings.name, content.catalogue, face, settings.light)
    with ThreadPoolExecutor(1) as beside, rasterizing(linked, face.files, project) as draw_rest:  # other cores begin
        coming = beside.submit(runtime_reader, project, content, say)
        others = read_fonts(project) | read_libraries(project) | scripts | sheets
        assets = read_assets(project, others, color_rules(settings.light, settings.dark))
        runtime = coming.result()
        book_files = read_book_files(project, book_inputs(arranged.book, pictures)) if with_book else {}
        search = make_search_file(content, arranged)
        pages = render_pages(Rendering(project, content, arranged, assets, runtime, book_files, search.address), plan)
        files = pages | pictures | book_files | assets.files | {search.address: search.data}
        files |= {runtime.folder + name: data for name, data in runtime.files.items()}
        files |= rasterize(render_icons(assets.files, assets.folder, settings.light.paper), (), project) | draw_rest()
    finished = read_finished(project, files)
    files |= render_worker(project, finished, runtime)  # `finished` holds these files, so the audit knows of all
    files |= render_extras(settings, finished.pages)
    audited = [*check_site(finished, site_base(settings)), *check_budgets(finished, settings)]
    raise_problems(find_origins(project, audited) or unshown)
    return Built(files, len(plan), len(arranged.chapters))


def build_book(project: Project) -> tuple[Files, Book, Settings, Files]:
    """Make what PDF and EPUB are made from: the book's page with its style, the book, the settings, the pictures."""
    content, arranged, pictures, _ = _read_written(project)
    settings = content.settings
    others = read_fonts(project) | read_sheets(project)
    assets = read_assets(project, others, color_rules(settings.light, settings.dark))
    nothing = Runtime("runtime/none/", {}, "none")
    plan = [page for page in plan_pages(project, content, arranged) if page.output == BOOK.output]
    pages = render_pages(Rendering(project, content, arranged, assets, nothing, {}, "assets/none.json"), plan)
    return {BOOK.output: pages[BOOK.output]} | assets.files | pictures, arranged.book, settings, pictures


def _read_written(project: Project) -> tuple[Content, Arranged, Files, list[Problem]]:
    """Read and arrange what is written for readers, pictures included; all mistakes in it come at once.

    Words that no template shows come last: a mistake that only a finished page has may be the reason.
    """
    reading = read_everything(project)
    pictures, unread = read_pictures(project)
    drawings, in_drawings = parse_drawings(pictures)
    photos, sizes, broken = make_photos(project, sound_pictures(pictures, unread))
    addresses, between_pages = resolve_pages(reading.pages, pictures)
    in_templates, unshown = check_templates(project, reading.words)
    raise_problems(
        [*reading.problems, *unread, *broken, *in_drawings, *between_pages, *in_templates] or reading.unused
    )
    assert reading.content is not None
    pictures = shown_pictures(pictures | photos, addresses)
    drawings = {name: drawing for name, drawing in drawings.items() if name in pictures}
    light = reading.content.settings.light
    pictures |= {name: standalone(drawing, light).encode() for name, drawing in drawings.items()}
    return reading.content, arrange(reading.content, addresses, drawings | sizes), pictures, unshown


def build_site(
    project: Project, say: Callable[[str], None], with_book: bool = False, compressed: bool = True
) -> Built:
    """Make the site and put it in `dist/`, whole or not at all, with its large files `compressed` beside them."""
    built = build(project, say, with_book=with_book)
    beside = compress_large(project, built.files) if compressed else {}
    write_site(built.files | beside, project.dist)
    return built
