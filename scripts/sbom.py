"""What a release is made of, as a bill of materials in the form CycloneDX: the parts of others that are shipped.

The site holds files of npm packages and CPython, the wheel brings the same and asks pip for libraries of Python. What
only builds, checks or tests is in neither.
"""

import json
from base64 import b64decode
from collections.abc import Mapping
from datetime import datetime
from hashlib import sha256
from importlib.metadata import metadata, requires
from pathlib import Path
from uuid import NAMESPACE_URL, uuid5

from cyclonedx.contrib.license.factories import LicenseFactory
from cyclonedx.model import HashAlgorithm, HashType
from cyclonedx.model.bom import Bom, BomMetaData
from cyclonedx.model.component import Component, ComponentType
from cyclonedx.model.license import License
from cyclonedx.output.json import JsonV1Dot6
from packageurl import PackageURL
from packaging.requirements import Requirement

from site_builder.assets.collect import LIBRARIES
from site_builder.assets.typefaces import LICENSES

PROGRAM = "community-os"
PYODIDE = "pyodide"
NPM_SHIPPED = sorted({*LIBRARIES, *LICENSES.values(), PYODIDE})
"""The npm packages of which files, or parts of scripts, are in the site and in the wheel."""

CODE_AND_WORDS = "MIT AND CC-BY-4.0"


def make_sbom(
    root: Path, version: str, site: Mapping[str, bytes], wheel: Mapping[str, bytes], moment: datetime
) -> bytes:
    """Tell what the packed site and the wheel, each a file by its name, are made of."""
    packages = [_npm_package(root, name) for name in NPM_SHIPPED]
    python = _browser_python(root)
    libraries = {name: _library(name) for name in _all_needed(PROGRAM)}
    product = _ours(PROGRAM, version)
    parts = [_ours(name, version, data) for name, data in (*site.items(), *wheel.items())]
    bom = Bom(components=[*parts, *packages, python, *libraries.values()])
    bom.metadata = BomMetaData(component=product, timestamp=moment)
    told = b"".join(sha256(data).digest() for data in (*site.values(), *wheel.values()))
    bom.serial_number = uuid5(NAMESPACE_URL, f"{PROGRAM} {version} {sha256(told).hexdigest()}")
    bom.register_dependency(product, parts)
    for part in parts:
        needed = [libraries[name] for name in _needed(PROGRAM)] if part.name in wheel else []
        bom.register_dependency(part, [*packages, *needed])
    bom.register_dependency(next(one for one in packages if one.name == PYODIDE), [python])
    for name, library in libraries.items():
        bom.register_dependency(library, [libraries[other] for other in _needed(name)])
    text = JsonV1Dot6(bom).output_as_string(indent=1)
    return f"{text}\n".encode()


def _ours(name: str, version: str, data: bytes | None = None) -> Component:
    sums = [] if data is None else [HashType(alg=HashAlgorithm.SHA_256, content=sha256(data).hexdigest())]
    return Component(
        name=name,
        version=version,
        type=ComponentType.APPLICATION if data is None else ComponentType.FILE,
        bom_ref=name,
        hashes=sums,
        licenses=_licenses(CODE_AND_WORDS),
    )


def _npm_package(root: Path, name: str) -> Component:
    locked = json.loads((root / "package-lock.json").read_text("utf-8"))["packages"][f"node_modules/{name}"]
    group, _, plain = name.rpartition("/")
    kind, _, told = locked["integrity"].partition("-")
    purl = PackageURL("npm", group or None, plain, locked["version"])
    return Component(
        name=plain,
        group=group or None,
        version=locked["version"],
        bom_ref=purl.to_string(),
        purl=purl,
        hashes=[HashType(alg=HashAlgorithm(kind.upper().replace("SHA", "SHA-")), content=b64decode(told).hex())],
        licenses=_licenses(locked["license"]),
    )


def _browser_python(root: Path) -> Component:
    """CPython as Pyodide has built it: the interpreter and its library are in the runtime."""
    info = json.loads((root / "node_modules" / PYODIDE / "pyodide-lock.json").read_text("utf-8"))["info"]
    purl = PackageURL("generic", None, "python", info["python"])
    return Component(
        name="python", version=info["python"], bom_ref=purl.to_string(), purl=purl, licenses=_licenses("PSF-2.0")
    )


def _library(name: str) -> Component:
    told = metadata(name)
    purl = PackageURL("pypi", None, told["Name"].lower().replace("_", "-"), told["Version"])
    classes = told.get_all("Classifier") or []
    named = [one.rpartition(" :: ")[2] for one in classes if one.startswith("License :: ")]
    terms = [told["License-Expression"]] if "License-Expression" in told else named or told.get_all("License", [])
    return Component(
        name=told["Name"],
        version=told["Version"],
        bom_ref=purl.to_string(),
        purl=purl,
        licenses=[license_ for one in terms for license_ in _licenses(one)],
    )


def _licenses(terms: str) -> list[License]:
    return [LicenseFactory().make_from_string(terms)]


def _all_needed(name: str) -> list[str]:
    """The libraries that an installed package needs, and those that they need, in order."""
    found: set[str] = set()
    rest = _needed(name)
    while rest:
        one = rest.pop()
        if one not in found:
            found.add(one)
            rest += _needed(one)
    return sorted(found)


def _needed(name: str) -> list[str]:
    """The libraries that an installed package needs by itself: no extras, nothing for other systems."""
    wanted = map(Requirement, requires(name) or [])
    return [one.name.lower() for one in wanted if one.marker is None or one.marker.evaluate({"extra": ""})]
