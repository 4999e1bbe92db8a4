"""The case `tiny` with the editions of this folder, as one site."""

from pathlib import Path
from shutil import copytree

from site_builder.build import build
from site_builder.core.model import Files
from site_builder.core.project import Project
from tests.cases.case import lay_out, read_no_python

HERE = Path(__file__).parent
LANGUAGES = sorted(path.parent.name for path in HERE.glob("*/site.yaml"))
ADDRESS = "https://example.org/"


def lay_out_editions(project: Project, root: Path) -> Project:
    """Put the case and its editions into the folder `root`."""
    site = lay_out("tiny", project, root)
    settings = site.content / "site.yaml"
    more = f"site_url: {ADDRESS}\nlanguages: [{', '.join(LANGUAGES)}]\n"
    settings.write_text(settings.read_text("utf-8") + more, "utf-8")
    for lang in LANGUAGES:
        copytree(HERE / lang, site.content / lang)
    return site


def build_editions(project: Project, root: Path) -> Files:
    """Build them."""
    return build(lay_out_editions(project, root), print, read_no_python).files
