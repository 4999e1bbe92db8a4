"""The drawings of the site itself: that each is one, with a size. The audit looks at what is in them."""

from collections.abc import Iterator
from xml.parsers import expat

from site_builder.core.inputs import find_inputs, read_text
from site_builder.core.problems import Problem, Source
from site_builder.core.project import Project
from site_builder.graphics.icons import ICON

BEGIN = (
    'begin with <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">, with the size of the sheet at the end'
)


def check_own_drawings(project: Project) -> list[Problem]:
    """Check the icon, the other drawings beside it, and those that templates take in."""
    paths = {project.web / ICON, *find_inputs(project.web / "img", "**/*.svg")}
    paths |= set(find_inputs(project.templates, "**/*.svg"))
    problems: list[Problem] = []
    for path in sorted(paths):
        source, unread = read_text(project, path)
        problems += unread or _faults(source)
    return problems


def _faults(source: Source) -> Iterator[Problem]:
    found: list[tuple[str, bool]] = []
    parser = expat.ParserCreate()
    parser.StartElementHandler = lambda name, attributes: found.append((name, "viewBox" in attributes))
    try:
        parser.Parse(source.text, True)
    except expat.ExpatError as error:
        text = f"not well-formed: {expat.ErrorString(error.code)}"
        yield source.problem(error.lineno, error.offset + 1, "svg-form", text, BEGIN if not found else "")
        return
    if found[0] != ("svg", True):
        yield source.problem(1, 1, "svg-form", "the size of the sheet is missing", BEGIN)
