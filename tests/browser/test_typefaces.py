"""What stands in for our typefaces is as wide as `stand_ins` says: measured on the faces of the machine."""

from pathlib import Path
from subprocess import run

import pytest

from site_builder.assets.stand_ins import BOLD, ITALIC, REGULAR, SERIFS
from site_builder.assets.subset import measure
from site_builder.assets.typefaces import Face
from tests.browser.typefaces import with_typefaces

STYLES = {BOLD: "bold", REGULAR: "regular", ITALIC: "italic"}


@pytest.mark.parametrize(
    ("serif", "family", "name"), [("times", "Liberation Serif", "liberation"), ("dejavu", "DejaVu Serif", "dejavu")]
)
@pytest.mark.parametrize("cut", STYLES)
def test_a_stand_in_is_as_wide_as_it_is_taken_for(
    serif: str, family: str, name: str, cut: str, tmp_path: Path
) -> None:
    wanted = f"{family}:style={STYLES[cut].capitalize()}"
    found = run(
        ["fc-match", "--format=%{file}", wanted],
        env=with_typefaces(name, tmp_path),
        check=True,
        capture_output=True,
        text=True,
    )
    width = measure(Face("", "", "", ()), Path(found.stdout).read_bytes()).width
    assert width == pytest.approx(SERIFS[serif][cut].width, abs=0.0001)
