"""The typefaces of the site: which files of which npm packages, and how each is cut."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace


@dataclass(frozen=True, slots=True)
class Face:
    """One face: where its npm package has it, which of its rules are kept, and where on its axes it stands."""

    name: str
    package: str
    file: str
    features: tuple[str, ...]
    axes: Mapping[str, float] = field(default_factory=dict)


BESLEY, VOLLKORN = "@fontsource-variable/besley", "@fontsource/vollkorn"
DISPLAY = Face("besley", BESLEY, "files/besley-latin-wght-normal.woff2", ("kern",), {"wght": 740})
FACES = (
    DISPLAY,
    Face("vollkorn", VOLLKORN, "files/vollkorn-latin-400-normal.woff2", ("kern", "liga", "tnum")),
    Face("vollkorn-italic", VOLLKORN, "files/vollkorn-latin-400-italic.woff2", ("kern", "liga")),
)
SCRIPTS = {
    BESLEY: ("latin-ext",),
    VOLLKORN: ("latin-ext", "vietnamese", "greek", "cyrillic", "cyrillic-ext"),
}
"""What else the packages have, each in a file of its own."""

LICENSES = {"besley": BESLEY, "vollkorn": VOLLKORN}


def parts(face: Face) -> Iterator[Face]:
    """A face as its package has it: its Latin letters, and each other script."""
    yield face
    for script in SCRIPTS[face.package]:
        yield replace(face, name=f"{face.name}-{script}", file=face.file.replace("-latin-", f"-{script}-", 1))
