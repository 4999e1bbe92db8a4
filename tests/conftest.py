"""What all tests share."""

from pathlib import Path

import pytest
from hypothesis import settings

from scoring import Catalogue
from site_builder.build import build
from site_builder.content.load import read_catalogue
from site_builder.core.model import Files
from site_builder.core.project import Project

settings.register_profile("project", derandomize=True, deadline=None)
settings.load_profile("project")


@pytest.fixture(scope="session")
def project() -> Project:
    """This project itself."""
    return Project(Path(__file__).parents[1])


@pytest.fixture(scope="session")
def files(project: Project) -> Files:
    """The finished site, as `community-os build` makes it."""
    return build(project, print).files


@pytest.fixture(scope="session")
def catalogue(project: Project) -> Catalogue:
    """The real catalogue of the site."""
    return read_catalogue(project)
