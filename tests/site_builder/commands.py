"""Runs commands of `community-os` in a project, with a tiny runtime, and keeps what they print."""

import json
from functools import partial

import pytest

from site_builder.build import build
from site_builder.cli import main
from site_builder.core.project import Project
from tests.cases.case import read_no_python


class Told:
    """What a command printed and returned."""

    def __init__(self, code: int, out: str, err: str) -> None:
        self.code = code
        self.out = out
        self.err = err


class Run:
    """Runs commands in the tiny project."""

    def __init__(self, project: Project, capsys: pytest.CaptureFixture[str]) -> None:
        self.project = project
        self.capsys = capsys

    def __call__(self, *arguments: str) -> Told:
        code = main(["--root", str(self.project.root), *arguments])
        return Told(code, *self.capsys.readouterr())

    def score(self, data: object) -> Told:
        path = self.project.root / "answers.json"
        path.write_text(data if isinstance(data, str) else json.dumps(data), "utf-8")
        return self("score", "--json", str(path))


def snapshot(project: Project) -> dict[str, bytes]:
    """Every file of a project but those of the cache, where a build may put what it wants."""
    paths = (path for path in sorted(project.root.rglob("*")) if path.is_file())
    return {project.name(path): path.read_bytes() for path in paths if project.cache not in path.parents}


def patch_build(patch: pytest.MonkeyPatch) -> None:
    """Let every command build with a runtime of one empty file."""
    patch.setattr("site_builder.build.build", partial(build, runtime_reader=read_no_python))
    patch.setattr("site_builder.preview.read_runtime_at_once", read_no_python)
