"""A public copy is held to what this repository is held to, by the same `make` targets."""

import re
from typing import Any

import pytest
import yaml

from site_builder.core.project import Project

MAKE = re.compile(r"^make(?: --silent)? ([a-z-]+)$", re.MULTILINE)
ACTION = re.compile(r"actions/[a-z-]+@v\d+")
LOCKS = {"requirements*.lock", "package-lock.json"}


@pytest.fixture(scope="module")
def workflow(project: Project) -> dict[Any, Any]:
    loaded: dict[Any, Any] = yaml.safe_load((project.root / ".github/workflows/ci.yml").read_text("utf-8"))
    return loaded


@pytest.fixture(scope="module")
def hooks(project: Project) -> list[dict[str, Any]]:
    (repo,) = yaml.safe_load((project.root / ".pre-commit-config.yaml").read_text("utf-8"))["repos"]
    assert repo["repo"] == "local"
    return list(repo["hooks"])


def steps(workflow: dict[Any, Any]) -> list[dict[str, Any]]:
    return [step for job in workflow["jobs"].values() for step in job["steps"]]


def test_the_public_copy_calls_the_targets_that_a_change_must_pass(
    project: Project, workflow: dict[Any, Any]
) -> None:
    wanted = MAKE.findall((project.root / ".ci/run").read_text("utf-8"))
    called = [target for step in steps(workflow) for target in MAKE.findall(step.get("run", ""))]
    assert "test" in wanted
    assert called == wanted


def test_it_runs_on_the_oldest_version_of_python_that_is_promised(project: Project, workflow: dict[Any, Any]) -> None:
    (job,) = workflow["jobs"].values()
    versions = job["strategy"]["matrix"]["python"]
    promised = re.findall(r'requires-python = ">=([\d.]+)"', (project.root / "pyproject.toml").read_text("utf-8"))
    assert promised == versions[:1]
    assert (project.root / ".python-version").read_text("utf-8").strip() in versions


def test_it_may_only_read_and_uses_actions_of_a_named_version(workflow: dict[Any, Any]) -> None:
    assert workflow["permissions"] == {"contents": "read"}
    assert [job for job in workflow["jobs"].values() if "permissions" in job] == []
    actions = [step["uses"] for step in steps(workflow) if "uses" in step]
    assert len(actions) == 3
    assert [action for action in actions if not ACTION.fullmatch(action)] == []


def test_what_it_keeps_is_keyed_by_the_lock_files(workflow: dict[Any, Any]) -> None:
    keys = {step["with"]["cache-dependency-path"] for step in steps(workflow) if "cache" in step.get("with", {})}
    assert keys == LOCKS


def test_the_hooks_are_the_parts_of_make_check_and_fetch_nothing(
    project: Project, hooks: list[dict[str, Any]]
) -> None:
    parts = re.findall(r"^check: (.+)$", (project.root / "Makefile").read_text("utf-8"), re.MULTILINE)[0].split()
    called = [target for hook in hooks for target in MAKE.findall(hook["entry"])]
    assert called == parts
    assert {hook["language"] for hook in hooks} == {"system"}
    assert [hook["id"] for hook in hooks if "additional_dependencies" in hook] == []
