"""Writes the expected files of a case anew: `python -m tests.cases.renew tiny`. Look at the difference it makes."""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from site_builder.core.project import Project
from tests.cases.case import build_case, expected_files, main_of


def renew(case: str) -> None:
    """Fill every expected file with what the page holds now; delete those whose page is gone."""
    with TemporaryDirectory() as folder:
        files = build_case(case, Project(Path(__file__).parents[2]), Path(folder) / case)
    for page, path in expected_files(case).items():
        text = main_of(files, page)
        if text is None:
            path.unlink()
        else:
            path.write_text(text, "utf-8")
        print("deleted" if text is None else "wrote", path)


if __name__ == "__main__":
    renew(sys.argv[1])
