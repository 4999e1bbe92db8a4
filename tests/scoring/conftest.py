"""What the tests of `scoring` share."""

from copy import deepcopy

import pytest

from site_builder.content.located_yaml import parse_yaml
from site_builder.core.problems import Source
from site_builder.core.project import Project


@pytest.fixture(scope="session")
def practices_as_written(project: Project) -> dict:
    """The parsed content of `practices.yaml`, as `parse_catalogue` takes it."""
    name = "practices.yaml"
    yaml, problems = parse_yaml(Source(name, (project.content / name).read_text("utf-8")))
    assert problems == []
    assert isinstance(yaml.value, dict)
    return yaml.value


@pytest.fixture
def practices(practices_as_written: dict) -> dict:
    """A copy of it that a test may break."""
    return deepcopy(practices_as_written)
