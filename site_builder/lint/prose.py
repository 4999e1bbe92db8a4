"""The words of the pages, as far as a program can judge them: `content/wording.yaml` holds the limits and the lists.

Reading grade, lengths of sentences, words not to say, and runs of words that stand in two pages.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import fmean, pstdev

from scoring.fields import Checker
from scoring.issues import Path
from site_builder.content.load import read_checked
from site_builder.content.located_yaml import Yaml
from site_builder.content.schema import check_yaml
from site_builder.core.model import Page, Passage
from site_builder.core.problems import Problem
from site_builder.core.project import Project

WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
SENTENCE_END = re.compile(r"(?<=[.!?])[\"”’)*]*\s+(?=[\"“‘(*]*[A-Z0-9])")
VAGUE = {"here", "this", "this page", "link", "more", "page", "there", "it"}
"""Names of links that say nothing when read by themselves."""

VOWELS = re.compile("[aeiouy]+")
SILENT = re.compile("([^aeiouyl]e|[^aeiouydt]ed|[^aeiouyscxzgh]es)$")


@dataclass(frozen=True, slots=True)
class Avoided:
    """A word or phrase not to say."""

    word: str
    why: str


@dataclass(frozen=True, slots=True)
class Wording:
    """`content/wording.yaml`."""

    lang: str
    grade: int
    """0 where no grade is asked for, as in any language but English."""
    mean_grade: int
    sentence: int
    run: int
    avoid: tuple[Avoided, ...]
    right: tuple[str, ...]
    """Passages in which a word to avoid is right."""

    def fits(self, lang: str) -> bool:
        """Whether it is about texts in this language."""
        return lang == self.lang or lang.startswith(f"{self.lang}-")


@dataclass(frozen=True, slots=True)
class Measures:
    """The figures of one page."""

    page: Page
    words: int
    grade: float
    """Of what is told: without headings, cells of tables and words to say."""
    mean: float
    """How many words a sentence of it has."""
    spread: float
    """The standard deviation of that: how much the rhythm changes."""
    said_grade: float
    """Of words to say, which are short on purpose."""
    longest_sentence: int
    citations: int
    """Different sources."""


def read_wording(project: Project) -> Wording:
    """Read the limits and lists of the word checks."""
    return read_checked(project, "wording.yaml", check_wording)


def check_wording(yaml: Yaml) -> tuple[Wording | None, list[Problem]]:
    """Check the limits and lists."""
    return check_yaml(yaml, read_limits)


def measure(page: Page) -> Measures:
    """Count one page. Headings are not sentences."""
    every = [WORD.findall(sentence) for _, sentence in _sentences(page)]
    told = [WORD.findall(sentence) for passage, sentence in _sentences(page) if passage.kind == "text"]
    said = [WORD.findall(sentence) for passage, sentence in _sentences(page) if passage.kind == "said"]
    lengths = [len(sentence) for sentence in told] or [0]
    return Measures(
        page=page,
        words=sum(map(len, every)),
        grade=_grade(told),
        mean=fmean(lengths),
        spread=pstdev(lengths),
        said_grade=_grade(said),
        longest_sentence=max(map(len, every), default=0),
        citations=len({citation.source_id for citation in page.document.citations}),
    )


def count_syllables(word: str) -> int:
    """Count vowels in a row as one, and a silent ending as none: right for 97 of 100 words of the chapters."""
    plain = re.sub("['’]s$", "", word.lower())
    return max(1, len(VOWELS.findall(plain)) - len(SILENT.findall(plain)))


def check_words(chapters: Sequence[Page], pages: Sequence[Page], wording: Wording) -> Iterator[Problem]:
    """Check chapters and other pages together."""
    every = [*chapters, *pages]
    grades = []
    for page in every:
        measured = measure(page)
        grades.append(measured.grade)
        if measured.grade > wording.grade > 0:
            yield _at(page, 1, "grade", f"reading grade {measured.grade:.1f}", f"allowed: at most {wording.grade}")
        yield from _long_sentences(page, wording)
        yield from _avoided(page, wording)
        yield from _vague_links(page)
    if grades and sum(grades) / len(grades) > wording.mean_grade > 0:
        mean = sum(grades) / len(grades)
        yield Problem(
            "content", 0, 0, "grade", f"mean reading grade {mean:.1f}; allowed: at most {wording.mean_grade}"
        )
    yield from _repeated(every, wording)


def _long_sentences(page: Page, wording: Wording) -> Iterator[Problem]:
    for passage, sentence in _sentences(page):
        count = len(WORD.findall(sentence))
        if count > wording.sentence:
            text = f'a sentence of {count} words: "{sentence[:40]}..."'
            yield _at(page, passage.line, "long-sentence", text, f"allowed: at most {wording.sentence}")


def _avoided(page: Page, wording: Wording) -> Iterator[Problem]:
    for passage in [
        Passage(page.title, 1, "heading"),
        Passage(page.summary, 1, "heading"),
        *page.document.passages,
    ]:
        text = passage.text
        for right in wording.right:
            text = text.replace(right, "")
        for avoided in wording.avoid:
            if re.search(rf"\b{re.escape(avoided.word)}(?:s|es|d|ed|ing)?\b", text, re.IGNORECASE):
                yield _at(page, passage.line, "avoid", f'"{avoided.word}"', avoided.why)


def _vague_links(page: Page) -> Iterator[Problem]:
    for link in page.document.links:
        if link.text.strip().lower().rstrip(".") in VAGUE:
            text = f'a link called "{link.text}"'
            yield page.source.problem(link.line, link.column, "vague-link", text, "say where it leads")


def _repeated(pages: Sequence[Page], wording: Wording) -> Iterator[Problem]:
    """Tell of each run of words that stands in an earlier page; of overlapping runs the first."""
    seen: dict[tuple[str, ...], tuple[Page, Passage]] = {}
    for page in pages:
        found: dict[tuple[str, ...], Passage] = {}
        for passage in page.document.passages:
            words = [] if passage.kind == "heading" else [word.lower() for word in WORD.findall(passage.text)]
            told = False
            for start in range(len(words) - wording.run + 1):
                run = tuple(words[start : start + wording.run])
                if run in seen and not told:
                    other, place = seen[run]
                    text = f'"{" ".join(run)}" stands in {other.source.path}:{place.line} too'
                    yield _at(page, passage.line, "repeated-words", text, "say it once, or in other words")
                told = run in seen
                found.setdefault(run, passage)
        seen |= {run: (page, passage) for run, passage in found.items()}


def _sentences(page: Page) -> Iterator[tuple[Passage, str]]:
    for passage in page.document.passages:
        if passage.kind != "heading":
            for sentence in SENTENCE_END.split(passage.text):
                if WORD.search(sentence):
                    yield passage, sentence


def _grade(sentences: Sequence[Sequence[str]]) -> float:
    """The Flesch-Kincaid grade; 0 where there is nothing to read."""
    words = [word for sentence in sentences for word in sentence]
    if not words:
        return 0.0
    syllables = sum(map(count_syllables, words))
    return 0.39 * len(words) / len(sentences) + 11.8 * syllables / len(words) - 15.59


def _at(page: Page, line: int, code: str, text: str, hint: str) -> Problem:
    return page.source.problem(line, 1, code, text, hint)


def read_limits(checker: Checker, value: object) -> Wording:
    """Read the limits and lists with checks."""
    fields = checker.mapping(value, (), ["lang", "limits", "avoid", "right"])
    lang = checker.text_of(fields, (), "lang", 20)
    limits = checker.mapping(fields.get("limits", {}), ("limits",), ["sentence", "run"], ["grade", "mean_grade"])

    def limit(name: str) -> int:
        return checker.whole(limits[name], ("limits", name), 1, 100) if name in limits else 0

    groups = checker.each(fields.get("avoid", []), ("avoid",), lambda v, p: _avoid(checker, v, p))
    right = checker.each(fields.get("right", []), ("right",), lambda v, p: _right(checker, v, p))
    avoid = tuple(avoided for group in groups for avoided in group)
    return Wording(lang, limit("grade"), limit("mean_grade"), limit("sentence"), limit("run"), avoid, right)


def _avoid(checker: Checker, value: object, path: Path) -> tuple[Avoided, ...]:
    fields = checker.mapping(value, path, ["words", "why"])
    why = checker.text_of(fields, path, "why", 120)
    return checker.each(fields.get("words", []), (*path, "words"), lambda v, p: Avoided(checker.text(v, p, 40), why))


def _right(checker: Checker, value: object, path: Path) -> str:
    fields = checker.mapping(value, path, ["text", "why"])
    checker.text_of(fields, path, "why", 120)
    return checker.text_of(fields, path, "text", 200)
