"""Invented people, what is offered to them for some weeks running, and how a reader judged it.

A file for each in a folder: `who` they are, the `input` of `community-os score`, `outcomes` of what is offered, one a
week; then `offered`, as it was judged, `judged` with one of `VERDICTS`, and `why`.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import yaml

from scoring import Answers, Catalogue, Past, Refused, advise, parse_answers, score_answers
from scoring.fields import Checker
from scoring.history import OUTCOMES
from scoring.issues import Issue
from site_builder.content.located_yaml import Yaml, parse_yaml
from site_builder.core.inputs import find_inputs, read_text
from site_builder.core.problems import Problem, raise_problems
from site_builder.core.project import Project

VERDICTS = ("helps", "harmless", "wrong")
NOT_JUDGED = "open"
FIRST_WEEK = 40

type Offer = dict[str, object]
"""`week`, and the ids of `thin_spot`, `invitation` and `contribution`; None where there is none."""


@dataclass(frozen=True, slots=True)
class Invented:
    """One person's file."""

    path: Path
    data: dict[str, object]

    @property
    def name(self) -> str:
        """The file's name says who it is."""
        return self.path.stem


def read_people(folder: Path, project: Project, catalogue: Catalogue) -> list[Invented]:
    """Read every file of a folder; raise `ContentProblems` with all mistakes."""
    problems: list[Problem] = []
    people = []
    for path in find_inputs(folder, "*.yaml"):
        source, wrong = read_text(project, path)
        if not wrong:
            parsed, wrong = parse_yaml(source)
            wrong = wrong or [parsed.problem(issue) for issue in _issues(parsed, catalogue)]
            if isinstance(parsed.value, dict):
                people.append(Invented(path, parsed.value))
        problems += wrong
    raise_problems(problems)
    return people


def _issues(file: Yaml, catalogue: Catalogue) -> Sequence[Issue]:
    checker = Checker()
    fields = checker.mapping(file.value, (), ["who", "input", "outcomes"], ["offered", "judged", "why"])
    if "outcomes" in fields:
        checker.each(fields["outcomes"], ("outcomes",), lambda v, p: checker.choice(v, p, OUTCOMES), 1)
    if "input" in fields:
        try:
            parse_answers(fields["input"], catalogue)
        except Refused as refused:
            checker.issues += [replace(issue, path=("input", *issue.path)) for issue in refused.issues]
    if "judged" in fields:
        checker.choice(fields["judged"], ("judged",), (*VERDICTS, NOT_JUDGED))
    return checker.issues


def offers(person: Invented, catalogue: Catalogue) -> list[Offer]:
    """What is offered, week by week, when each outcome is told in the next week."""
    answers = parse_answers(person.data["input"], catalogue)
    outcomes = person.data["outcomes"]
    assert isinstance(outcomes, list)
    return list(_weeks(answers, outcomes, catalogue))


def _weeks(answers: Answers, outcomes: Sequence[str], catalogue: Catalogue) -> Iterator[Offer]:
    history: tuple[Past, ...] = ()
    for week, outcome in enumerate(outcomes, start=FIRST_WEEK):
        now = replace(answers, week=week, history=history)
        advice = advise(now, score_answers(now.values, now.set_aside), catalogue)
        yield {
            "week": week,
            "thin_spot": advice.thin_spot.id if advice.thin_spot else None,
            "invitation": advice.invitation.id if advice.invitation else None,
            "contribution": advice.contribution.id if advice.contribution else None,
        }
        tried = advice.first_move
        history += (Past(tried.id, week, outcome),) if tried else ()


def report(people: Sequence[Invented], catalogue: Catalogue) -> tuple[list[str], list[str]]:
    """Tell each person's first week and verdict, then the sums; and who is offered other moves than were judged."""
    lines, changed = [], []
    for person in people:
        offered = offers(person, catalogue)
        first = offered[0]
        shown = (person.name, first["week"], first["invitation"], first["contribution"], person.data.get("judged"))
        lines.append(" | ".join("-" if part is None else str(part) for part in shown))
        changed += [person.name] if offered != person.data.get("offered") else []
    counts = Counter(person.data.get("judged") for person in people)
    lines.append(f"{len(people)} people: {', '.join(f'{counts[verdict]} {verdict}' for verdict in VERDICTS)}")
    return lines, changed


def write_offers(people: Sequence[Invented], catalogue: Catalogue) -> Iterator[Path]:
    """Write down anew what is offered, where it is something else; those files then wait to be judged."""
    for person in people:
        offered = offers(person, catalogue)
        if offered == person.data.get("offered"):
            continue
        data = {**person.data, "offered": offered, "judged": NOT_JUDGED, "why": ""}
        text = yaml.safe_dump(data, sort_keys=False, allow_unicode=True, width=110)
        person.path.write_text(text, "utf-8")
        yield person.path
