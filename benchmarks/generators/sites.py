"""The same chapters as a project of each generator: its default theme, no plug-ins, nothing set but what it needs.

Hugo and Eleventy have no theme of their own; they get the smallest layout that shows title, text and a list of all
chapters on the first page.
"""

import json
from collections.abc import Callable, Sequence
from pathlib import Path
from shutil import copy, copytree, ignore_patterns

from benchmarks.generators.chapters import Chapter
from site_builder.core.project import Project

type LayOut = Callable[[Project, Path, Sequence[Chapter]], None]

NAME = "Community OS"
DAY = "2026-01-01"

PELICAN = f"""SITENAME = "{NAME}"
AUTHOR = "{NAME}"
PATH = "content"
STATIC_PATHS = ["pictures"]
TIMEZONE = "UTC"
"""

PAGE = """<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>{title}</title></head>
<body><nav><a href="/">{name}</a></nav><main><h1>{title}</h1>
{content}
</main></body></html>
"""
HUGO_LIST = '<ul>{{ range .Site.RegularPages }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ul>'
ELEVENTY_LIST = """---
layout: page.njk
title: Chapters
---
<ul>{% for one in collections.chapter %}<li><a href="{{ one.url }}">{{ one.data.title }}</a></li>{% endfor %}</ul>
"""
ELEVENTY = """export default function (config) {
  config.addPassthroughCopy("pictures");
}
"""


def community_os(project: Project, root: Path, chapters: Sequence[Chapter]) -> None:
    """Lay out a project of ours; the browser's Python is prepared already, once for all numbers of chapters."""
    copytree(project.content, root / "content", ignore=ignore_patterns("es"))
    settings = root / "content" / "site.yaml"
    settings.write_text(settings.read_text("utf-8").replace("languages: [es]\n", ""), "utf-8")  # the others have one
    copytree(project.templates, root / "templates")
    copytree(project.web, root / "web")
    (root / "node_modules").symlink_to(project.root / "node_modules")
    (root / ".cache").mkdir()
    (project.cache / "runtime").mkdir(parents=True, exist_ok=True)
    (root / ".cache" / "runtime").symlink_to(project.cache / "runtime")
    for path in (root / "content" / "chapters").iterdir():
        path.unlink()
    for chapter in chapters:
        fields = _fields(title=chapter.title, label=chapter.label, summary=chapter.fields.summary)
        more = f"order: {chapter.number}\nsources: {json.dumps(chapter.fields.sources)}\n"
        text = chapter.body(lambda stem, address: f"{stem}.md" if stem else address, cited=True)
        _write(root / "content" / "chapters" / f"{chapter.stem}.md", f"---\n{fields}{more}---\n{text}")


def mkdocs(project: Project, root: Path, chapters: Sequence[Chapter]) -> None:
    """Lay out a project of MkDocs without its search, which is a plug-in."""
    _write(root / "mkdocs.yml", f"site_name: {NAME}\nplugins: []\n")
    _documents(project, root, chapters)


def zensical(project: Project, root: Path, chapters: Sequence[Chapter]) -> None:
    """Lay out a project of Zensical, which reads what MkDocs reads."""
    _write(root / "zensical.toml", f'[project]\nsite_name = "{NAME}"\n')
    _documents(project, root, chapters)


def pelican(project: Project, root: Path, chapters: Sequence[Chapter]) -> None:
    """Lay out a project of Pelican: a chapter is an article."""
    _write(root / "pelicanconf.py", PELICAN)
    _pictures(project, root / "content")
    for chapter in chapters:
        head = f"Title: {chapter.title}\nDate: {DAY}\nSlug: {chapter.slug}\nSummary: {chapter.fields.summary}\n"
        links = _links("{filename}%s.md", "{static}/pictures/", "/")
        _write(root / "content" / f"{chapter.stem}.md", head + chapter.body(links))


def hugo(project: Project, root: Path, chapters: Sequence[Chapter]) -> None:
    """Lay out a project of Hugo."""
    settings = {"baseURL": "https://example.org/", "title": NAME, "cacheDir": str(root / "hugo-cache")}
    _write(root / "hugo.toml", "".join(f"{name} = {json.dumps(value)}\n" for name, value in settings.items()))
    page = PAGE.format(title="{{ .Title }}", name="{{ .Site.Title }}", content="{{ .Content }}")
    _write(root / "layouts" / "single.html", page)
    _write(root / "layouts" / "list.html", page.replace("{{ .Content }}", HUGO_LIST))
    _pictures(project, root / "static")
    for chapter in chapters:
        text = f"---\n{_fields(title=chapter.title, summary=chapter.fields.summary)}---\n"
        _write(root / "content" / f"{chapter.stem}.md", text + chapter.body(_links("/%s/", "/pictures/", "/")))


def eleventy(project: Project, root: Path, chapters: Sequence[Chapter]) -> None:
    """Lay out a project of Eleventy."""
    _write(root / "package.json", '{"type": "module"}\n')
    _write(root / "eleventy.config.js", ELEVENTY)
    page = PAGE.format(title="{{ title }}", name=NAME, content="{{ content | safe }}")
    _write(root / "_includes" / "page.njk", page)
    _write(root / "index.njk", ELEVENTY_LIST)
    _pictures(project, root)
    for chapter in chapters:
        fields = _fields(layout="page.njk", tags="chapter", title=chapter.title, summary=chapter.fields.summary)
        text = f"---\n{fields}---\n" + chapter.body(_links("/%s/", "/pictures/", "/"))
        _write(root / f"{chapter.stem}.md", text)


def _documents(project: Project, root: Path, chapters: Sequence[Chapter]) -> None:
    docs = root / "docs"
    _write(docs / "index.md", f"# {NAME}\n\nAll chapters.\n")
    _pictures(project, docs)
    for chapter in chapters:
        text = f"# {chapter.title}\n\n{chapter.fields.summary}\n"
        _write(docs / f"{chapter.stem}.md", text + chapter.body(_links("%s.md", "pictures/", "index.md")))


def _links(chapter: str, pictures: str, other: str) -> Callable[[str, str], str]:
    """Write links as a generator wants them: to a chapter, to a picture, and to all that the others do not have."""

    def follow(stem: str, address: str) -> str:
        if stem:
            return chapter % stem
        return pictures + address.rpartition("/")[2] if address.endswith(".svg") else other

    return follow


def _fields(**fields: str) -> str:
    """Write front matter that every reader of YAML reads alike."""
    return "".join(f"{name}: {json.dumps(value, ensure_ascii=False)}\n" for name, value in fields.items())


def _pictures(project: Project, folder: Path) -> None:
    (folder / "pictures").mkdir(parents=True)
    for path in sorted((project.content / "pictures").iterdir()):
        copy(path, folder / "pictures")


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
