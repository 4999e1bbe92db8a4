"""What all tests share."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings

from scoring import Catalogue
from site_builder.build import build
from site_builder.content.load import read_catalogue
from site_builder.core.model import Files
from site_builder.core.project import Project
from tests.cases.case import build_case, lay_out, read_no_python
from tests.editions.site import build_editions
from tests.once import Once, folder_of_the_run
from tests.site_builder.samples import ADDRESS, MOVED

settings.register_profile("project", derandomize=True, deadline=None)
settings.load_profile("project")


@pytest.fixture(scope="session")
def project() -> Project:
    """This project itself."""
    return Project(Path(__file__).parents[1])


@pytest.fixture(scope="session")
def once(tmp_path_factory: pytest.TempPathFactory) -> Once:
    """Makes something once for all workers."""
    return Once(folder_of_the_run(tmp_path_factory.getbasetemp()))


@pytest.fixture(scope="session")
def editions(project: Project, once: Once) -> Files:
    """The finished site in all languages, as `community-os build` makes it."""
    return once("site", lambda: build(project, print).files)


@pytest.fixture(scope="session")
def files(editions: Files) -> Files:
    """Of it what is in the first language, which nearly all tests are about."""
    return {name: data for name, data in editions.items() if not name.startswith("es/")}


@pytest.fixture(scope="session")
def built_case(project: Project, once: Once, tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Files]:
    """Gives the finished site of a case."""
    return lambda case: once(
        f"case-{case}", lambda: build_case(case, project, tmp_path_factory.mktemp("case") / case)
    )


@pytest.fixture(scope="session")
def hosted_files(project: Project, once: Once, tmp_path_factory: pytest.TempPathFactory) -> Files:
    """The same with the address ADDRESS, and with a page that has moved from MOVED."""

    def make() -> Files:
        hosted = lay_out("tiny", project, tmp_path_factory.mktemp("hosted") / "tiny")
        for name, old, new in (
            ("site.yaml", "lang: en\n", f"lang: en\nsite_url: {ADDRESS}\n"),
            ("pages/safety.md", "\nlabel:", f"\naliases: [{MOVED}]\nlabel:"),
        ):
            text = (hosted.content / name).read_text("utf-8")
            assert old in text
            (hosted.content / name).write_text(text.replace(old, new, 1), "utf-8")
        return build(hosted, print, read_no_python).files

    return once("hosted", make)


@pytest.fixture(scope="session")
def catalogue(project: Project) -> Catalogue:
    """The real catalogue of the site."""
    return read_catalogue(project)


@pytest.fixture(scope="session")
def small_editions(project: Project, once: Once, tmp_path_factory: pytest.TempPathFactory) -> Files:
    """The case `tiny` in several languages: see tests/editions."""
    return once("small-editions", lambda: build_editions(project, tmp_path_factory.mktemp("editions") / "site"))
