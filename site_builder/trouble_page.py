"""The page that the preview shows in place of a site that cannot be built."""

from itertools import groupby
from pathlib import Path

from jinja2 import Environment, StrictUndefined

from site_builder.core.problems import MOST_SHOWN, ContentProblems, count_problems, excerpt

FILES = Path(__file__).with_name("preview_files")
TEMPLATE = FILES / "trouble.html.j2"


def render_trouble(trouble: Exception | str) -> str:
    """Write the page: problems file by file with their lines, anything else as it is told in a terminal."""
    problems = trouble.problems if isinstance(trouble, ContentProblems) else ()
    shown = groupby(problems[:MOST_SHOWN], lambda problem: problem.path)
    environment = Environment(undefined=StrictUndefined, autoescape=True, trim_blocks=True)
    return environment.from_string(TEMPLATE.read_text("utf-8")).render(
        title=count_problems(problems) if problems else "The site cannot be built",
        files=[(path, list(found)) for path, found in shown],
        more=len(problems[MOST_SHOWN:]),
        text=str(trouble),
        excerpt=excerpt,
    )
