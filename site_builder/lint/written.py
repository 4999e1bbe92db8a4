"""The texts of a site in one of its languages, checked by the rules of that language."""

from dataclasses import dataclass

from site_builder.content.load import read_content, read_texts
from site_builder.core.problems import Problem
from site_builder.core.project import Project
from site_builder.lint.prose import Measures, check_words, measure, read_wording
from site_builder.lint.typography import check_quotes


@dataclass(frozen=True, slots=True)
class Written:
    """What was found in one language."""

    lang: str
    measures: tuple[Measures, ...]
    """Of its own pages; none where no `wording.yaml` is about the language."""
    problems: tuple[Problem, ...]


def check_written(project: Project) -> Written:
    """Check what is written in the language of an edition; texts of the first language are checked as its own."""
    content, wording = read_content(project), read_wording(project)
    lang = content.settings.lang
    chapters = [page for page in content.chapters if not page.lang]
    pages = [page for page in content.pages if not page.lang]
    problems = [problem for yaml in read_texts(project) for problem in check_quotes(yaml, lang)]
    if not wording.fits(lang):
        return Written(lang, (), tuple(problems))
    return Written(
        lang,
        tuple(map(measure, (*chapters, *pages))),
        (*check_words(chapters, pages, wording), *problems),
    )
