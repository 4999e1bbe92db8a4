"""Puts the book into the wheel, as `scripts/wheel.py` has laid it out; all else stands in pyproject.toml."""

from pathlib import Path
from shutil import copytree

from setuptools import setup
from setuptools.command.build_py import build_py

BOOK = Path(__file__).parent / ".cache" / "wheel" / "book"


class WithBook(build_py):
    """Copies the book beside the modules."""

    def run(self) -> None:
        """Copy the modules, then the book; an editable install reads it where it is."""
        super().run()
        if self.editable_mode:
            return
        if not BOOK.is_dir():
            raise SystemExit("the book is not laid out; run: make wheel")
        copytree(BOOK, Path(self.build_lib) / "site_builder" / "book", dirs_exist_ok=True)


setup(cmdclass={"build_py": WithBook})
