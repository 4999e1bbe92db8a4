"""A page as assistive technology meets it: roles, names and levels, out of the browser's own accessibility tree."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

import yaml
from playwright.sync_api import Page

LINE = re.compile(r'(?P<role>[a-z]+)(?: "(?P<name>(?:[^"\\]|\\.)*)")?(?P<marks>(?: \[[^\]]*\])*)')


@dataclass(frozen=True)
class Part:
    """One element of the tree; `path` is the roles around it, outermost first."""

    role: str
    name: str
    level: int
    target: str
    path: tuple[str, ...]


def parts(page: Page) -> list[Part]:
    """Everything on the page that has a role, in reading order."""
    text = page.locator("body").aria_snapshot()
    return list(_walk(yaml.load(text, yaml.CBaseLoader), ()))


def _walk(rows: object, path: tuple[str, ...]) -> Iterator[Part]:
    """A row is a role with a name, and may have rows or its text below it; an address is a row with a slash."""
    for row in rows if isinstance(rows, list) else ():
        head, below = next(iter(row.items())) if isinstance(row, dict) else (row, None)
        found = LINE.fullmatch(head)
        if not found:
            assert head.startswith("/"), head
            continue
        target = [inner["/url"] for inner in below or () if isinstance(inner, dict) and "/url" in inner]
        level = re.search(r"level=(\d)", found["marks"])
        name = (found["name"] or "").replace('\\"', '"')
        yield Part(found["role"], name, int(level[1]) if level else 0, "".join(target), path)
        yield from _walk(below, (*path, found["role"]))
