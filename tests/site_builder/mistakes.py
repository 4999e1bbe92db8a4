"""Mistakes that fixtures describe, made in the files of a site."""

from pathlib import Path

WORDS = ("before", "in", "link", "without")


def make_mistakes(root: Path, given: str) -> None:
    """Change files below `root`, each as the words after "===" say; `given` begins with such a line.

    "path" stands before a whole file, "before path" before lines to put at its start, "in path" before lines to take
    out (after a hyphen) with those that take their place (after a plus); "without path" deletes it, "link path" makes
    a link of it that leads to what the next line says.
    """
    for part in given.split("=== ")[1:]:
        head, _, text = part.partition("\n")
        what = head.partition(" ")[0]
        path = root / head.removeprefix(f"{what} " if what in WORDS else "")
        path.parent.mkdir(parents=True, exist_ok=True)
        if what == "without":
            path.unlink()
        elif what == "link":
            path.unlink(missing_ok=True)
            path.symlink_to(text.strip())
        else:
            before = path.read_text("utf-8") if what in WORDS else ""
            path.write_text(_changed(before, text) if what == "in" else text + before, "utf-8")


def _changed(before: str, change: str) -> str:
    """A text with other lines; each run of lines to take out stands in it."""
    old, new = "", ""
    for line in [*change.splitlines(keepends=True), "-"]:
        if line.startswith("-") and new:
            if before.count(old) != 1:
                raise ValueError(f"stands {before.count(old)} times: {old}")
            before, old, new = before.replace(old, new), "", ""
        old += line[1:] if line.startswith("-") else ""
        new += line[1:] if line.startswith("+") else ""
    return before
