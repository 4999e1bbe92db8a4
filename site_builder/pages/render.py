"""The planned pages to HTML."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from traceback import walk_tb

import jinja2
from jinja2 import TemplateError, TemplateSyntaxError

from scoring.model import REVIEW_CHAPTER
from site_builder.core.model import Files
from site_builder.core.own_words import icon_name
from site_builder.core.page_registry import PAGES
from site_builder.core.problems import Problem, Source, raise_problems
from site_builder.core.project import Project
from site_builder.pages.environment import Rendering, make_environment, page_functions, short_name
from site_builder.pages.plan import PlannedPage
from site_builder.pages.words_check import template_problem

JINJA = Path(jinja2.__file__).parent
MANIFEST = "manifest.webmanifest"


def render_pages(rendering: Rendering, plan: Iterable[PlannedPage]) -> Files:
    """Render every page and the manifest; raise `ContentProblems` for mistakes in templates."""
    environment = make_environment(rendering)
    files: Files = {}
    problems: list[Problem] = []

    def render(output: str, template: str, values: Mapping[str, object]) -> None:
        own = {"output": output, **page_functions(output, rendering)}
        try:
            files[output] = environment.get_template(template).render(**own, **values).encode()
        except Exception as error:
            problems.append(_problem(error, rendering.project))

    for page in plan:
        render(page.output, page.template, {"meta": page, **page.values})
    render(MANIFEST, f"{MANIFEST}.j2", {"shortcuts": _shortcuts(rendering), "icon_name": _icon_name(rendering)})
    raise_problems(problems)
    return files


def _icon_name(rendering: Rendering) -> str:
    settings = rendering.content.settings
    return settings.short_name or icon_name(settings.name)


def _shortcuts(rendering: Rendering) -> list[tuple[str, str]]:
    """Address and name of what an installed site offers at once: the tools that run, and the weekly review."""
    content, chapters = rendering.content, rendering.arranged.chapters
    tools = [(spec.output, short_name(spec, content)) for spec in PAGES if spec.runs_python]
    return [*tools, *((page.output, page.label) for page in chapters if page.slug == REVIEW_CHAPTER)]


def _problem(error: Exception, project: Project) -> Problem:
    """Point at the line of the template that failed; an error of our own code is raised again."""
    if isinstance(error, TemplateSyntaxError):
        path, line = Path(error.filename or ""), error.lineno
    else:
        places = [(Path(frame.f_code.co_filename), line) for frame, line in walk_tb(error.__traceback__)]
        folders = [place / "templates" for place in project.places]
        inside = [place for place in places if any(map(place[0].is_relative_to, folders))]
        if not isinstance(error, TemplateError) and JINJA not in places[-1][0].parents and places[-1] not in inside:
            raise error
        path, line = inside[-1] if inside else (project.templates, 0)
    if not line or not path.is_file():
        return Problem("templates", 0, 0, "template", f"template: {error}")
    text = error.message if isinstance(error, TemplateError) else f"{type(error).__name__}: {error}"
    return template_problem(Source(project.name(path), path.read_text("utf-8")), line, text or "")
