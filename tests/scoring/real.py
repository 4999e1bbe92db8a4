"""The moves of the real catalogue, for tables and strategies that are made before any fixture."""

from functools import cache
from pathlib import Path

from scoring import Catalogue
from site_builder.content.load import read_catalogue
from site_builder.core.project import Project


@cache
def real_catalogue() -> Catalogue:
    """Read it once."""
    return read_catalogue(Project(Path(__file__).parents[2]))
