"""The build, from content to a finished folder: read, check, render, audit, write."""

import gc
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial

from site_builder.assets.bundle import pack_sheets, read_scripts
from site_builder.assets.collect import read_assets, read_libraries
from site_builder.assets.colors import color_rules
from site_builder.assets.fonts import read_fonts
from site_builder.assets.marks import check_marks
from site_builder.assets.pictures import read_pictures, sound_pictures
from site_builder.assets.sheets import read_sheets
from site_builder.content.load import read_everything, read_languages
from site_builder.core.addresses import site_base
from site_builder.core.model import Book, Content, Files, Runtime
from site_builder.core.page_registry import BOOK
from site_builder.core.problems import Gathering, Problem, raise_problems
from site_builder.core.project import Project
from site_builder.core.settings import Settings
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
from site_builder.output.finished import Finished
from site_builder.output.host_files import render_extras
from site_builder.output.origins import find_origins
from site_builder.output.parse import read_finished
from site_builder.output.service_worker import render_worker
from site_builder.output.write import write_site
from site_builder.pages.assemble import Arranged, arrange, resolve_pages, shown_pictures
from site_builder.pages.book import book_inputs, read_book_files
from site_builder.pages.editions import Edition, edition_of
from site_builder.pages.environment import Rendering
from site_builder.pages.plan import PlannedPage, plan_pages
from site_builder.pages.render import render_pages
from site_builder.pages.words_check import check_templates
from site_builder.runtime.collect import read_runtime

type ReadRuntime = Callable[[Project, Content, Callable[[str], None]], Runtime]


@dataclass(frozen=True, slots=True)
class Built:
    """What a build made."""

    files: Files
    pages: int
    """In all languages."""
    chapters: int
    """In one."""
    languages: int = 1


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


@dataclass(frozen=True, slots=True)
class _Written:
    """An edition as read: the site in one of its languages."""

    project: Project
    content: Content
    arranged: Arranged
    pictures: Files
    unshown: list[Problem]
    """Words that no template shows."""
    plan: tuple[PlannedPage, ...]

    @property
    def edition(self) -> Edition:
        """The edition as others see it."""
        return edition_of(self.content.settings, (page.output for page in self.plan))


@uncollected()
def build(
    project: Project, say: Callable[[str], None], runtime_reader: ReadRuntime = read_runtime, with_book: bool = False
) -> Built:
    """Make the whole site in memory. Raises `ContentProblems` or `MissingPart`; writes nothing outside `.cache/`.

    `with_book` puts in the files that `make book` made, and links them.
    """
    gathering = Gathering()
    written: list[_Written] = []
    for language in ("", *read_languages(project)):
        with gathering:
            written.append(_read_written(project.in_language(language)))
    with gathering:
        sheets = read_sheets(project, partial(pack_sheets, project, say=say))
    gathering.problems += check_own_drawings(project) + check_marks(project)
    with gathering:
        scripts = read_scripts(project, say)
    gathering.finish()
    settings = written[0].content.settings
    shared, colors = read_libraries(project) | scripts | sheets, color_rules(settings.light, settings.dark)
    editions = tuple(one.edition for one in written)
    made = []
    with ThreadPoolExecutor(1) as beside:  # Node prepares Python meanwhile
        runtimes = [beside.submit(runtime_reader, one.project, one.content, say) for one in written]
        for one, edition, runtime in zip(written, editions, runtimes, strict=True):
            assets = read_assets(project, shared | read_fonts(one.project, edition.lang, say), colors)
            files = _read_book(one) if with_book else {}
            rendering = Rendering(
                one.project, one.content, one.arranged, assets, runtime.result(), files, edition, editions
            )
            made.append(_make(rendering, one.plan, one.pictures))
    raise_problems(
        _audit(project, settings, editions, made) or [problem for one in written for problem in one.unshown]
    )
    files = {one.place + name: data for one in made for name, data in one.files.items()}
    pages = {one.place + name: page for one in made for name, page in one.pages.items()}
    return Built(
        files | render_extras(settings, pages),
        sum(len(one.plan) for one in written),
        len(written[0].arranged.chapters),
        len(written),
    )


def _make(rendering: Rendering, plan: Sequence[PlannedPage], pictures: Files) -> Finished:
    """Make an edition."""
    project, content, assets = rendering.project, rendering.content, rendering.assets
    settings, face, runtime = content.settings, read_typeface(project), rendering.runtime
    shared = [page.words for page in plan if page.head]
    linked = render_link_pictures(shared, settings.name, content.catalogue, face, settings.light)
    with rasterizing(linked, face.files, project) as draw_rest:  # other cores have begun
        files = render_pages(rendering, plan)
        files |= pictures | rendering.downloads | assets.files
        files |= {rendering.search.address: rendering.search.data}
        files |= {runtime.folder + name: data for name, data in runtime.files.items()}
        files |= rasterize(render_icons(assets.files, assets.folder, settings.light.paper), (), project) | draw_rest()
    finished = read_finished(project, files, rendering.edition.place)
    files |= render_worker(project, finished, runtime)  # `finished` holds these files, so the audit knows of all
    return finished


def _audit(
    project: Project, settings: Settings, editions: Sequence[Edition], made: Sequence[Finished]
) -> list[Problem]:
    """What is wrong in finished files, at the place in the content that it comes from where that can be found."""
    audited: list[Problem] = []
    for one in made:
        others = {each.place + name for each in editions if each.place != one.place for name in each.outputs}
        audited += check_site(one, site_base(settings), others)
    audited += [problem for one in made for problem in check_budgets(one, settings)]
    return find_origins(project, audited)


def _read_book(one: _Written) -> Files:
    """The book as files; `make book` makes those of the first language."""
    settings = one.content.settings
    if settings.first_language:
        return {}
    return read_book_files(one.project, book_inputs(one.arranged.book, one.pictures, settings), settings)


def build_book(project: Project) -> tuple[Files, Book, Settings, Files]:
    """Make what PDF and EPUB are made from: the book's page with its style, the book, the settings, the pictures."""
    written = _read_written(project)
    settings = written.content.settings
    others = read_fonts(project, settings.lang, lambda _: None) | read_sheets(project)  # the site's build tells
    assets = read_assets(project, others, color_rules(settings.light, settings.dark))
    nothing = Runtime("runtime/none/", {}, "none")
    plan = [page for page in written.plan if page.output == BOOK.output]
    edition, arranged = written.edition, written.arranged
    pages = render_pages(
        Rendering(project, written.content, arranged, assets, nothing, {}, edition, (edition,)), plan
    )
    return (
        {BOOK.output: pages[BOOK.output]} | assets.files | written.pictures,
        arranged.book,
        settings,
        written.pictures,
    )


def _read_written(project: Project) -> _Written:
    """Read and arrange what is written for readers, pictures included; all mistakes in it come at once."""
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
    arranged = arrange(reading.content, addresses, drawings | sizes)
    return _Written(
        project, reading.content, arranged, pictures, unshown, plan_pages(project, reading.content, arranged)
    )


def build_site(project: Project, say: Callable[[str], None], with_book: bool = False) -> Built:
    """Make the site and put it in `dist/`, whole or not at all, with its large files compressed beside them."""
    built = build(project, say, with_book=with_book)
    write_site(built.files | compress_large(project, built.files), project.dist)
    return built
