"""What is shipped of others comes with the whole text of their licenses, and so does ours."""

from site_builder.core.model import Files

FIRST_WORDS = {
    "MPL-2.0.txt": b"Mozilla Public License Version 2.0",
    "PSF-2.0.txt": b"A. HISTORY OF THE SOFTWARE",
    "MIT.txt": b"MIT License",
    "CC-BY-4.0.txt": b"Creative Commons",
}


def test_the_licenses_of_python_stand_beside_it(files: Files) -> None:
    texts = {name.rpartition("/")[2]: data for name, data in files.items() if name.startswith("runtime/")}
    assert {name for name, words in FIRST_WORDS.items() if words in texts.get(name, b"")} == set(FIRST_WORDS)


def test_typefaces_and_libraries_bring_their_licenses(files: Files) -> None:
    names = {name.rpartition("/")[2] for name in files}
    assert {"besley-license.txt", "vollkorn-license.txt", "LICENSE.txt"} <= names
