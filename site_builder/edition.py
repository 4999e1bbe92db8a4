"""What the files of the book say of themselves: the same for the same text, whoever makes them and whenever."""

import os
import subprocess
from dataclasses import dataclass
from datetime import UTC, datetime
from uuid import NAMESPACE_URL, uuid5

from pypdf import PdfWriter
from pypdf.xmp import XmpInformation

from site_builder.core.inputs import find_files
from site_builder.core.project import Project
from site_builder.core.settings import Settings

PROGRAM = "Community OS"


@dataclass(frozen=True, slots=True)
class Edition:
    """One edition of the book."""

    title: str
    description: str
    lang: str
    identifier: str
    """Of the book, in all its editions: readers of books put a new one in the place of the old one."""
    date: datetime
    """When its text was last changed."""
    author: str
    license: str


def read_edition(project: Project, settings: Settings) -> Edition:
    """Name the edition that the content is now."""
    title = f"{settings.name}: {settings.headline}"
    identifier = uuid5(NAMESPACE_URL, settings.site_url or f"{settings.lang} {settings.name}").urn
    date = datetime.fromtimestamp(_changed(project), UTC)
    return Edition(title, settings.description, settings.lang, identifier, date, settings.author, settings.license)


def _changed(project: Project) -> int:
    """When the content was last changed: as it is told from outside, as the history says, or as its files do."""
    told = os.environ.get("SOURCE_DATE_EPOCH") or _committed(project)
    return int(told) if told else int(max(path.stat().st_mtime for path in find_files(project, "content").values()))


def _committed(project: Project) -> str:
    """When the last change was committed; nothing where there are others, or no history."""
    try:
        ask = ["git", "-C", str(project.content)]
        changes = subprocess.run([*ask, "status", "--porcelain", "."], capture_output=True, text=True, check=True)
        commit = subprocess.run(
            [*ask, "log", "-1", "--format=%ct", "--", "."], capture_output=True, text=True, check=True
        )
    except (OSError, subprocess.CalledProcessError):
        return ""
    return "" if changes.stdout.strip() else commit.stdout.strip()


def describe_pdf(pdf: PdfWriter, edition: Edition) -> None:
    """Put the edition into a PDF, for old readers and for new ones; the browser names only itself."""
    stamp = edition.date.strftime("D:%Y%m%d%H%M%S+00'00'")
    pdf.metadata = {
        "/Title": edition.title,
        "/Author": edition.author,
        "/Subject": edition.description,
        "/Creator": PROGRAM,
        "/CreationDate": stamp,
        "/ModDate": stamp,
    }
    xmp = XmpInformation.create()
    xmp.dc_title = {"x-default": edition.title}
    xmp.dc_description = {"x-default": edition.description}
    xmp.dc_rights = {"x-default": edition.license}
    xmp.dc_creator = [edition.author]
    xmp.dc_language = [edition.lang]
    xmp.dc_identifier = edition.identifier
    xmp.xmp_creator_tool = PROGRAM
    xmp.xmp_create_date = xmp.xmp_modify_date = edition.date
    pdf.xmp_metadata = xmp
