"""What a release hands out is whole, the same each time, and says truly what is in it."""

import json
import os
import subprocess
import sys
from datetime import UTC, datetime
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from scripts.release import SUMS, make_release, newest_section, pack, read_site
from site_builder.core.model import Files
from site_builder.core.problems import MissingPart
from site_builder.core.project import Project
from site_builder.hosting.verify import verify
from site_builder.output.write import write_site

MOMENT = datetime(2026, 11, 29, 12, 30, 10, tzinfo=UTC)
WHEEL = "community_os-0.1.0-py3-none-any.whl"
SEEDED = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from scripts.sbom import make_sbom
moment = datetime(2026, 11, 29, tzinfo=UTC)
told = make_sbom(Path(sys.argv[1]), "1.0", {"site.zip": b"site"}, {"one.whl": b"wheel"}, moment)
sys.stdout.buffer.write(told)
"""


@pytest.fixture(scope="module")
def release(project: Project, files: Files, tmp_path_factory: pytest.TempPathFactory) -> Files:
    """A release of the real site, in whose folder somebody has put a file, with a stand-in for the wheel."""
    folder = tmp_path_factory.mktemp("release")
    (folder / WHEEL).write_bytes(b"stands in for the wheel")
    write_site(files, folder / "dist")
    (folder / "dist" / "CNAME").write_text("example.org\n", "utf-8")
    return make_release(project.root, read_site(folder / "dist"), folder / WHEEL, MOMENT)


@pytest.fixture(scope="module")
def site(release: Files) -> ZipFile:
    (name,) = (name for name in release if name.endswith(".zip"))
    return ZipFile(BytesIO(release[name]))


@pytest.fixture(scope="module")
def sbom(release: Files) -> dict[str, Any]:
    (name,) = (name for name in release if name.endswith(".cdx.json"))
    told: dict[str, Any] = json.loads(release[name])
    return told


def versions_in(sbom: dict[str, Any], kind: str) -> dict[str, str]:
    """Name and version of each part from one registry."""
    parts = [
        one["purl"].removeprefix(f"pkg:{kind}/")
        for one in sbom["components"]
        if one.get("purl", "")[4:].startswith(kind)
    ]
    return {name.replace("%40", "@"): version for name, _, version in (part.rpartition("@") for part in parts)}


def needed_by(sbom: dict[str, Any], name: str) -> list[str]:
    (needed,) = (one.get("dependsOn", []) for one in sbom["dependencies"] if one["ref"] == name)
    return list(needed)


def test_the_unpacked_site_is_the_one_that_was_built(site: ZipFile, files: Files, tmp_path: Path) -> None:
    site.extractall(tmp_path / "unpacked")
    report = verify(str(tmp_path / "unpacked"), tmp_path)
    assert (report.is_good, report.findings, report.files) == (True, (), len(files))
    assert set(site.namelist()) == {*files, "build.json"}


def test_all_in_it_has_the_time_of_the_commit_and_stands_in_order(site: ZipFile) -> None:
    assert {entry.date_time for entry in site.infolist()} == {(2026, 11, 29, 12, 30, 10)}
    assert site.namelist() == sorted(site.namelist())


def test_files_in_another_order_make_the_same_bytes() -> None:
    assert pack({"a": b"1", "b": b"2"}, MOMENT) == pack({"b": b"2", "a": b"1"}, MOMENT)


def test_the_sums_are_of_all_other_files(release: Files) -> None:
    lines = [line.split("  ") for line in release[SUMS].decode().splitlines()]
    assert {name: told for told, name in lines} == {
        name: sha256(data).hexdigest() for name, data in release.items() if name != SUMS
    }


def test_the_parts_are_those_whose_files_are_in_the_site(
    project: Project, sbom: dict[str, Any], files: Files
) -> None:
    told = versions_in(sbom, "npm")
    beside = {name.partition("/libraries/")[2].rpartition("/")[0] for name in files if "/libraries/" in name}
    faces = {name for name in told if name.startswith("@fontsource")}
    assert set(told) - faces == beside | {"pyodide"}
    assert {name.rpartition("/")[2] for name in faces} == {
        name.rpartition("/")[2].removesuffix("-license.txt") for name in files if name.endswith("-license.txt")
    }
    locked = json.loads((project.root / "package-lock.json").read_text("utf-8"))["packages"]
    assert told == {name: locked[f"node_modules/{name}"]["version"] for name in told}
    assert [one["version"] for one in sbom["components"] if one["name"] == "python"] == ["3.14.2"]


def test_the_libraries_are_those_that_a_host_is_set_up_with(project: Project, sbom: dict[str, Any]) -> None:
    lines = (project.root / "requirements.lock").read_text("utf-8").splitlines()
    pinned = [Requirement(line.removesuffix(" \\")) for line in lines if not line.startswith(" ")]
    here = [one for one in pinned if one.marker is None or one.marker.evaluate()]
    locked = {canonicalize_name(one.name): str(one.specifier).removeprefix("==") for one in here}
    assert locked.pop("setuptools")
    assert {canonicalize_name(name): version for name, version in versions_in(sbom, "pypi").items()} == locked


def test_the_site_needs_no_library_and_the_wheel_needs_them(sbom: dict[str, Any]) -> None:
    (zipped,) = (one["name"] for one in sbom["components"] if one["name"].endswith(".zip"))
    in_the_site, in_the_wheel = needed_by(sbom, zipped), needed_by(sbom, WHEEL)
    assert set(in_the_site) < set(in_the_wheel)
    assert [name for name in in_the_site if not name.startswith("pkg:npm/")] == []
    assert any(name.startswith("pkg:pypi/jinja2@") for name in in_the_wheel)
    assert set(needed_by(sbom, "community-os")) == {zipped, WHEEL}


def test_every_part_has_its_license_but_for_one_whose_package_names_none(sbom: dict[str, Any]) -> None:
    assert [one["name"] for one in sbom["components"] if not one.get("licenses")] == ["resvg_py"]


def test_the_list_of_parts_is_the_same_with_any_hash_seed(project: Project) -> None:
    command = [sys.executable, "-c", SEEDED, str(project.root)]
    first, second = (
        subprocess.run(
            command, cwd=project.root, env=os.environ | {"PYTHONHASHSEED": seed}, capture_output=True, check=True
        )
        for seed in ("1", "2")
    )
    assert first.stdout == second.stdout
    assert b'"timestamp": "2026-11-29T00:00:00+00:00"' in first.stdout


def test_the_notes_are_the_newest_changes_and_name_each_file(release: Files) -> None:
    notes = release["NOTES.md"].decode()
    assert [name for name in release if name != "NOTES.md" and name not in notes] == []
    assert "### Added" in notes


CHANGES = "# Changelog\n\n## 0.2.0 (2026-12-01)\n\n- New.\n\n## 0.1.0 (2026-11-01)\n\n- Old.\n"


def test_the_newest_section_ends_where_an_older_one_begins() -> None:
    assert newest_section(CHANGES, "0.2.0") == ("2026-12-01", "- New.")


@pytest.mark.parametrize(("changes", "first"), [(CHANGES, "0.2.0"), ("# Changelog\n", "none")])
def test_a_version_without_changes_is_refused(changes: str, first: str) -> None:
    with pytest.raises(MissingPart) as told:
        newest_section(changes, "0.3.0")
    assert str(told.value) == f"pyproject.toml has version 0.3.0, and CHANGELOG.md begins with {first}; make them one"
