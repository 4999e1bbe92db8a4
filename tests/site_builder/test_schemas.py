"""What an editor says of a file by our schemas, and what the build says of it."""

import json
import re
from collections.abc import Callable, Iterator
from copy import deepcopy
from pathlib import Path as FilePath
from shutil import copytree
from typing import Any

import pytest
from jsonschema import Draft7Validator

from scoring.issues import Path, Refused
from site_builder.content.front_matter import FENCE
from site_builder.content.interface_text import check_interface_words
from site_builder.content.located_yaml import parse_yaml
from site_builder.content.schema import YamlChecker
from site_builder.core.inputs import read_text
from site_builder.core.problems import Source
from site_builder.core.project import Project
from site_builder.own_site import write_new_site
from site_builder.schemas import READERS, editor_settings, make_schemas, write_schemas
from tests.cases.case import lay_out
from tests.site_builder.fixture_files import Case, read_cases
from tests.site_builder.mistakes import make_mistakes

FIXTURES = ("messages-pages.md", "messages-site.md", "messages-newcomers.md")

ONE_VALUE = {
    "unknown-key",
    "missing-key",
    "wrong-type",
    "wrong-length",
    "empty",
    "too-long",
    "line-break",
    "not-allowed",
    "repeated",
}
"""Codes of what is wrong with a value by itself. What hangs on other values, only a build tells."""

IN_THE_PLACE = ("x", "", "a\nb", "x" * 2000, 0, 50, True, None, [], ["x"] * 9, {"x": 1})
"""What is put in the place of each value."""

BY_OTHERS = {
    "help": {"looked_up", "at"},  # a day of the calendar, and the page that was read on it
    "sources": {"url"},  # official ones need it
    "practices": {"say", "easy_no", "effort"}  # by the kind of move
    | {"direction", "id"}  # by the strand
    | {"suits", "avoid", "contexts", "choices"},  # contexts are those of the file
    "site": {"colors", "paper", "accent"},  # pairs that have a contrast
}
"""Fields of which only a build knows all that can be wrong, because other values decide."""

ALL_SETTINGS = {
    "site_url": "https://example.org/",
    "short_name": "Ledger",
    "operator": "Library",
    "contact": "mailto:desk@example.org",
    "repository": "https://example.org/code",
    "exit_to": "https://example.org/weather/",
    "leave_out": ["local-life", "hosting"],
    "colors": {"accent": ["#7a2e1f", "#f0a894"]},
}
ALL_FIELDS = {"sources": ["a-2020"], "aliases": ["old.html"], "draft": True, "exit": True}


@pytest.fixture(scope="module")
def validators(project: Project) -> dict[str, Draft7Validator]:
    """A validator for each kind of file."""
    schemas = dict(make_schemas(project))
    for schema in schemas.values():
        Draft7Validator.check_schema(schema)
    return {name: Draft7Validator(schema) for name, schema in schemas.items()}


def codes_of(name: str, value: object) -> set[str]:
    """What a build finds wrong with a value by itself."""
    checker = YamlChecker()
    try:
        READERS[name](checker, value)
    except Refused as refused:  # more than anybody reads
        return {issue.code for issue in refused.issues} & ONE_VALUE
    return {issue.code for issue in checker.issues} & ONE_VALUE


def value_of(project: Project, name: str) -> Any:
    """What is written in a file; of practices.yaml, one of each thing."""
    if name == "front-matter":
        text = (project.content / "pages" / "safety.md").read_text("utf-8")
        return parse_yaml(Source("safety.md", text), text.split(f"{FENCE}\n")[1])[0].value | ALL_FIELDS
    source, _ = read_text(project, project.content / f"{name}.yaml")
    value: Any = parse_yaml(source)[0].value
    if name == "site":
        value |= ALL_SETTINGS
    if name == "practices":
        value["strands"] = [one for one in value["strands"] if one["id"] == "reciprocity"]
        strand = value["strands"][0]
        strand["moves"] = list({move["kind"]: move for move in strand["moves"]}.values())
    return value


def places(value: Any, path: Path = ()) -> Iterator[Path]:
    """Each place in a value; of lists the first and the last item."""
    yield path
    if isinstance(value, dict):
        for key, item in list(value.items())[:: 20 if len(value) > 100 else 1]:  # of many sentences, some
            yield from places(item, (*path, key))
    elif isinstance(value, list) and value:
        for index in {0, len(value) - 1}:
            yield from places(value[index], (*path, index))


def changed(value: Any, path: Path, change: Callable[[Any, Any], None]) -> Any:
    """A copy in which the thing at a path has been changed."""
    copy = deepcopy(value)
    around = copy
    for part in path[:-1]:
        around = around[part]
    change(around, path[-1])
    return copy


def with_mistakes(value: Any) -> Iterator[tuple[Path, Any]]:
    """Many copies, each with one thing that may be wrong, and where."""
    for path in places(value):
        if not path:
            continue
        for other in IN_THE_PLACE:
            yield path, changed(value, path, lambda around, part, other=other: around.__setitem__(part, other))
        if isinstance(path[-1], str):
            yield path, changed(value, path, lambda around, part: around.pop(part))
            yield path, changed(value, path, lambda around, part: around.__setitem__(f"{part}x", around.pop(part)))


@pytest.mark.parametrize("name", READERS)
def test_what_is_written_is_good_for_both(
    project: Project, validators: dict[str, Draft7Validator], name: str
) -> None:
    source, _ = read_text(project, project.content / f"{name}.yaml")
    value = value_of(project, name) if name == "front-matter" else parse_yaml(source)[0].value
    assert [error.message for error in validators[name].iter_errors(value)] == []


@pytest.mark.parametrize("name", READERS)
def test_schema_and_checks_judge_alike(project: Project, validators: dict[str, Draft7Validator], name: str) -> None:
    too_strict, too_mild, judged = [], [], 0
    for path, value in with_mistakes(value_of(project, name)):
        codes, is_good = codes_of(name, value), validators[name].is_valid(value)
        judged += 1
        if not codes and not is_good:
            too_strict.append(path)
        if codes and is_good and BY_OTHERS.get(name, set()).isdisjoint(path[-2:]):
            too_mild.append((path, codes))
    assert judged > 50
    assert (too_strict, too_mild) == ([], [])


def file_cases() -> list[Case]:
    """The fixtures with mistakes in files that have a schema, and in nothing else."""
    heads = re.compile(rf"=== (?:\w+ )?content/(?:{'|'.join(READERS)})\.yaml")
    cases = (case for name in FIXTURES for case in read_cases(name))
    return [case for case in cases if all(map(heads.fullmatch, re.findall("^=== .*", case.given, re.MULTILINE)))]


@pytest.fixture(scope="module")
def tiny_content(project: Project, tmp_path_factory: pytest.TempPathFactory) -> FilePath:
    """The content of the tiny site, to be copied."""
    return lay_out("tiny", project, tmp_path_factory.mktemp("schemas") / "tiny").content


@pytest.mark.parametrize("case", file_cases(), ids=[case.place for case in file_cases()])
def test_fixtures_of_mistakes_are_judged_alike(
    case: Case, tiny_content: FilePath, tmp_path: FilePath, validators: dict[str, Draft7Validator]
) -> None:
    copytree(tiny_content, tmp_path / "content")
    make_mistakes(tmp_path, case.given)
    for name in READERS.keys() - {"front-matter", "wording"}:
        path = tmp_path / "content" / f"{name}.yaml"
        source, unread = read_text(Project(tmp_path), path)
        yaml, problems = parse_yaml(source)
        if not unread and not problems and yaml.value:
            codes, is_good = codes_of(name, yaml.value), validators[name].is_valid(yaml.value)
            by_others = BY_OTHERS.get(name, set()) & set(re.findall(r"\w+(?=:)", case.given))
            assert is_good != bool(codes) or (is_good and by_others), (name, codes)


def test_words_are_judged_alike(project: Project, validators: dict[str, Draft7Validator]) -> None:
    source, _ = read_text(project, project.content / "words.yaml")
    assert [error.message for error in validators["words"].iter_errors(parse_yaml(source)[0].value)] == []
    for wrong in ("nav: {home: 3}", "nav: {home: <b>x</b>}", "nav: {home: '**x**'}"):
        yaml = parse_yaml(Source("words.yaml", wrong))[0]
        assert check_interface_words(yaml)[1] != []
        assert not validators["words"].is_valid(yaml.value)


def test_a_site_over_the_book_needs_only_what_is_different(project: Project, tmp_path: FilePath) -> None:
    written = write_new_site(tmp_path / "desk", "The Desk")
    assert (tmp_path / "desk" / ".vscode" / "settings.json") in written
    schemas = dict(make_schemas(Project(tmp_path / "desk", project.root)))
    assert Draft7Validator(schemas["site"]).is_valid({"name": "The Desk"})
    assert not Draft7Validator(schemas["site"]).is_valid({"nmae": "The Desk"})
    assert Draft7Validator(schemas["words"]).is_valid({"common": {}})


def test_the_settings_of_the_editor_name_files_and_schemas_that_are_there(project: Project, tiny: Project) -> None:
    assert (project.root / ".vscode" / "settings.json").read_text("utf-8") == editor_settings()
    written = {tiny.name(path) for path in write_schemas(tiny)}
    settings = json.loads(editor_settings())["yaml.schemas"]
    assert written - settings.keys() == {".cache/schemas/front-matter.json"}
    assert {name for name in settings.values() if not (project.root / name).is_file()} == set()
