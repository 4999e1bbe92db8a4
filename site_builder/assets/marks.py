"""The marks of a site: its icon, and the logo beside its name. A picture may take the place of each drawing."""

from collections.abc import Iterator
from dataclasses import dataclass
from os.path import lexists

from site_builder.assets.pictures import look, picture_faults
from site_builder.core.inputs import find_files, read_input, read_text
from site_builder.core.model import Files
from site_builder.core.problems import Gathering, Problem
from site_builder.core.project import Project

DRAWN_ICON, ICON, LOGO = "img/icon.svg", "img/icon.png", "img/logo.png"
"""In `web/`, and in the folder of the assets."""

TWICE = {ICON: f"web/{DRAWN_ICON}", LOGO: "templates/partials/mark.svg"}
"""The drawing of the book that the picture takes the place of."""

LEAST_ICON = 512
"""Pixels of the largest icon that is made of it."""

LOGO_HEIGHT = 28
"""Of the logo as it is shown; screens with fine pixels show twice as many."""

NAMING = ("templates", "web/css", "web/js")
"""Where a file beside the marks has to be named, or nobody sees it."""


@dataclass(frozen=True, slots=True)
class Logo:
    """A picture beside the name, as large as it is shown."""

    name: str
    width: int
    height: int


def icon_of(assets: Files, folder: str) -> str:
    """The file that the icons are made of."""
    return ICON if folder + ICON in assets else DRAWN_ICON


def logo_of(assets: Files, folder: str) -> Logo | None:
    """The picture beside the name, where the site has one in the place of the drawing."""
    data = assets.get(folder + LOGO)
    if data is None:
        return None
    _, width, height = look(data)
    return Logo(LOGO, round(LOGO_HEIGHT * width / height), LOGO_HEIGHT)


def check_marks(project: Project) -> list[Problem]:
    """Tell of a mark that is no such picture or is there twice, and of files beside them that nothing names."""
    gathering = Gathering()
    for name in (ICON, LOGO):
        with gathering:
            gathering.problems += _faults(project, name)
    gathering.problems += _unnamed(project)
    return gathering.problems


def _faults(project: Project, name: str) -> Iterator[Problem]:
    path = project.find(f"web/{name}")
    if not lexists(path):
        return
    data = read_input(project, path)
    faults = list(picture_faults(path, data))
    if name == ICON and not faults and min(look(data)[1:]) < LEAST_ICON:
        _, width, height = look(data)
        text = f"a picture of {width} x {height} pixels, of which an icon of {LEAST_ICON} is made"
        faults.append(("picture-size", text, f"allowed: at least {LEAST_ICON} pixels on each side"))
    if project.book is not None and lexists(project.root / TWICE[name]):
        text = f"this takes the place of {TWICE[name]}, which is there as well"
        yield Problem(project.name(path), 0, 0, "twice", text, "take one away")
    yield from (Problem(project.name(path), 0, 0, *fault) for fault in faults)


def _unnamed(project: Project) -> Iterator[Problem]:
    others = {
        name: path
        for name, path in find_files(project, "web/img").items()
        if f"img/{name}" not in (ICON, LOGO, DRAWN_ICON)
    }
    if not others:
        return
    texts = [path for folder in NAMING for path in find_files(project, folder).values()]
    named = "".join(read_text(project, path)[0].text for path in texts)
    for name, path in others.items():
        if name not in named:
            text = "no template, style sheet or script names this file, so nobody would see it"
            hint = f"the icon is web/{DRAWN_ICON} or web/{ICON}, the logo beside the name web/{LOGO}; "
            hint += "a picture of the text lies in content/pictures/"
            yield Problem(project.name(path), 0, 0, "not-read", text, hint)
