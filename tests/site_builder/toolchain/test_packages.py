"""npm packages are found, or the command that brings them is told."""

from pathlib import Path

import pytest

from site_builder.core.problems import MissingPart
from site_builder.core.project import Project
from site_builder.toolchain.packages import find_package, read_package_file


@pytest.fixture
def with_package(tmp_path: Path) -> Project:
    folder = tmp_path / "node_modules" / "@scope" / "one"
    folder.mkdir(parents=True)
    (folder / "package.json").write_text("{}", "utf-8")
    return Project(tmp_path)


def test_a_package_is_found_by_its_name(with_package: Project) -> None:
    assert find_package(with_package, "@scope/one") == with_package.root / "node_modules" / "@scope" / "one"
    assert read_package_file(with_package, "@scope/one", "package.json") == b"{}"


def test_a_package_that_is_missing_is_told_with_the_command(with_package: Project) -> None:
    with pytest.raises(MissingPart, match=r"^the npm package @scope/two is missing; run: make setup$"):
        find_package(with_package, "@scope/two")


def test_a_file_that_the_package_lacks_is_told(with_package: Project) -> None:
    with pytest.raises(MissingPart, match=r"^the npm package @scope/one has no file x\.js; run: make setup$"):
        read_package_file(with_package, "@scope/one", "x.js")


def test_a_site_of_a_hosts_own_takes_what_the_book_brings_and_else_all_of_its_lock(
    with_package: Project, tmp_path: Path
) -> None:
    hers = Project(tmp_path / "her site", with_package.root)
    assert read_package_file(hers, "@scope/one", "package.json") == b"{}"
    lock = f"cp {tmp_path}/package.json {tmp_path}/package-lock.json"
    with pytest.raises(MissingPart) as missing:
        find_package(hers, "@scope/two")
    assert str(missing.value) == (
        f"the npm package @scope/two is missing; run: {lock} '{hers.root}'"
        f" && npm ci --omit=dev --prefix '{hers.root}'"
    )
