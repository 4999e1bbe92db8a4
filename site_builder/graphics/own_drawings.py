"""The drawings of the site itself: that each is one, with a size, and holds nothing that runs or styles."""

from xml.parsers import expat

from site_builder.assets.marks import DRAWN_ICON
from site_builder.core.inputs import find_files, read_text
from site_builder.core.problems import Problem, Source
from site_builder.core.project import Project

BEGIN = (
    'begin with <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">, with the size of the sheet at the end'
)
STYLE = "write colors as attributes, such as fill; Inkscape does so where it saves as Optimized SVG"
PATHS = "make paths of the words in your drawing program; in Inkscape: Path, Object to Path"
MOST_LEVELS = 100


def check_own_drawings(project: Project) -> list[Problem]:
    """Check the icon, the other drawings beside it, and those that templates take in."""
    icon = project.find(f"web/{DRAWN_ICON}")
    paths = {icon}
    paths |= {
        path for folder in ("web/img", "templates") for path in find_files(project, folder, "**/*.svg").values()
    }
    problems: list[Problem] = []
    for path in sorted(paths):
        source, unread = read_text(project, path)
        problems += unread or _faults(source, path == icon)
    return problems


def _faults(source: Source, is_icon: bool) -> list[Problem]:
    reader = _Reader(source, is_icon)
    try:
        reader.parser.Parse(source.text, True)
    except expat.ExpatError as error:
        text = f"not well-formed: {expat.ErrorString(error.code)}"
        hint = "" if reader.has_begun else BEGIN
        reader.problems.append(source.problem(error.lineno, error.offset + 1, "svg-form", text, hint))
    return reader.problems


class _Reader:
    """Notes what makes a drawing none, and what the policy blocks in it."""

    def __init__(self, source: Source, is_icon: bool) -> None:
        self.source = source
        self.is_icon = is_icon
        self.problems: list[Problem] = []
        self.has_begun = False
        self.level = 0
        self.parser = expat.ParserCreate()
        self.parser.StartElementHandler = self.start
        self.parser.EndElementHandler = self.end
        self.parser.StartDoctypeDeclHandler = self.doctype

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if not self.has_begun and (name != "svg" or "viewBox" not in attributes):
            self.note("svg-form", "the size of the sheet is missing", BEGIN)
        self.has_begun = True
        self.level += 1
        if self.level == MOST_LEVELS:
            self.note("svg-form", f"{MOST_LEVELS} elements inside each other", "take groups out that hold one other")
        if name == "text" and self.is_icon:
            self.note("svg-form", "words, which would be missing in the icons of home screens", PATHS)
        if name == "style" or "style" in attributes:
            self.note("inline-style", "inline style, which the policy blocks", STYLE)
        if name == "script" or any(attribute.startswith("on") for attribute in attributes):
            self.note("inline-script", "inline script, which the policy blocks", "take it out")

    def end(self, _: str) -> None:
        self.level -= 1

    def doctype(self, *_: object) -> None:
        self.note("svg-form", "a document type cannot stand in a drawing", "leave the <!DOCTYPE> out")

    def note(self, code: str, text: str, hint: str) -> None:
        line, column = self.parser.CurrentLineNumber, self.parser.CurrentColumnNumber + 1
        self.problems.append(self.source.problem(line, column, code, text, hint))
