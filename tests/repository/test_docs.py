"""What the documents for people say is there, is there; and what is there is said."""

import re

import pytest

from site_builder.cli import main
from site_builder.core.project import Project
from tests.repository.ours import modules, tracked

BLOCK = re.compile(r"^ {4}[^\n]*$|^```.*?^```$", re.MULTILINE | re.DOTALL)
CALLED = re.compile(r"community-os ([a-z][a-z-]*)")
CODE = re.compile(r"`([^`\n]+)`")
FILE = re.compile(r"(?:[\w.-]+/)*[\w.-]+\.(?:py|js|mjs|md|yaml|toml|css|sh|lock|j2|json|svg)")
PLACE = re.compile(rf"(?:[\w.-]+/)+|{FILE.pattern}")
LINK = re.compile(r"\]\(([^)\s]+)\)")
HELP = re.compile(r"^    ([a-z][a-z-]*)(?:  |$)", re.MULTILINE)
CALL = re.compile(r"\b(\w+)\(\)")
MOST_LINES_OF_ARCHITECTURE = 150
MOST_WORDS = 24
MADE = {"pyodide.mjs", "pyodide-lock.json"}
MADE_FOLDERS = (".cache/", "dist/", "node_modules/", ".venv/", "runtime/")
"""What is fetched or built."""

ABOUT_OTHER_FILES = {"CHANGELOG.md", "docs/writing.md", "docs/hosting.md"}
"""The first tells of files of its time, the others have files of a host or a writer as examples."""

EXAMPLES = {"x.md", "x.html.j2", "templates/x.md", "templates/x.html.j2"}
"""Names that stand for any name."""


@pytest.fixture(scope="module")
def documents(project: Project) -> dict[str, str]:
    """The documents for people, by path."""
    paths = [*project.root.glob("*.md"), *(project.root / "docs").rglob("*.md")]
    return {project.name(path): path.read_text("utf-8") for path in sorted(paths)}


@pytest.fixture
def commands(capsys: pytest.CaptureFixture[str]) -> list[str]:
    """The commands that the help lists."""
    with pytest.raises(SystemExit):
        main(["--help"])
    return HELP.findall(capsys.readouterr().out)


def test_the_documents_are_there(documents: dict[str, str]) -> None:
    assert {"README.md", "docs/architecture.md", "docs/decisions/README.md"} <= set(documents)


def test_every_command_is_explained(documents: dict[str, str], commands: list[str]) -> None:
    assert {"build", "serve", "check", "score", "new-chapter"} <= set(commands)
    said = {name for text in documents.values() for name in CALLED.findall(text)}
    assert [name for name in commands if name not in said] == []


def test_every_command_that_is_explained_exists(documents: dict[str, str], commands: list[str]) -> None:
    said = {name for text in documents.values() for code in code_of(text) for name in CALLED.findall(code)}
    assert sorted(said - set(commands)) == []


def code_of(text: str) -> list[str]:
    """What stands in code marks or in blocks of code."""
    return CODE.findall(text) + BLOCK.findall(text)


def test_every_target_of_make_that_is_named_exists(project: Project, documents: dict[str, str]) -> None:
    targets = set(re.findall(r"^([a-z-]+):", (project.root / "Makefile").read_text("utf-8"), re.MULTILINE))
    codes = [code for text in documents.values() for code in code_of(text)]
    said = {name for code in codes for name in re.findall(r"\bmake ([a-z-]+)", code)}
    assert {"serve", "test", "test-unit"} <= said
    assert sorted(said - targets) == []


def test_every_link_between_documents_leads_to_a_file(project: Project, documents: dict[str, str]) -> None:
    hrefs = [
        (name, href)
        for name, text in documents.items()
        for href in LINK.findall(CODE.sub("", BLOCK.sub("", text)))
        if ":" not in href
    ]
    assert len(hrefs) > 40
    assert [f"{name}: {href}" for name, href in hrefs if not leads_somewhere(project, name, href)] == []


def leads_somewhere(project: Project, name: str, href: str) -> bool:
    """Whether a link has its file and, where that is a document, the heading that it names."""
    path, _, anchor = href.partition("#")
    target = (project.root / name).parent / path if path else project.root / name
    if not target.exists():
        return False
    headings = re.findall(r"^#+ (.+)$", target.read_text("utf-8"), re.MULTILINE) if anchor else []
    return not anchor or anchor in {re.sub(r"[^\w -]", "", one).lower().replace(" ", "-") for one in headings}


def test_the_architecture_fits_into_one_reading(documents: dict[str, str]) -> None:
    assert len(documents["docs/architecture.md"].splitlines()) <= MOST_LINES_OF_ARCHITECTURE


def rows_of(text: str, heading: str) -> list[str]:
    """The rows of the table in a section, without its head."""
    section = text.partition(f"\n## {heading}\n")[2].partition("\n## ")[0]
    return [line for line in section.splitlines() if line.startswith("| ")][2:]


def test_every_package_is_in_the_architecture(project: Project, documents: dict[str, str]) -> None:
    packages = {name.split(".")[1] for name in modules(project.root) if name.count(".") == 2}
    assert "graphics" in packages
    rows = rows_of(documents["docs/architecture.md"], "Packages")
    assert sorted(CODE.findall(row)[0] for row in rows) == sorted({"scoring", *packages})


def test_the_glossary_is_short(documents: dict[str, str]) -> None:
    rows = rows_of(documents["docs/architecture.md"], "Words of our own")
    words = [row.split(" | ")[0] for row in rows]
    assert 10 <= len(rows) <= MOST_WORDS
    assert len(set(words)) == len(words)
    assert [row for row in rows if len(row.strip("| ").split(" | ")) != 2] == []


def test_every_function_that_the_architecture_names_exists(project: Project, documents: dict[str, str]) -> None:
    code = "\n".join(path.read_text("utf-8") for path in tracked(project.root) if path.suffix in (".py", ".js"))
    named = {name for mark in CODE.findall(documents["docs/architecture.md"]) for name in CALL.findall(mark)}
    assert len(named) > 25
    found = set(re.findall(r"^ *(?:def|(?:export )?(?:async )?function|async) (\w+)\(", code, re.MULTILINE))
    found |= set(re.findall(r"^  (\w+)\(.*\) \{$", code, re.MULTILINE))
    assert sorted(named - found) == []


def test_every_folder_and_file_in_the_table_of_folders_exists(project: Project, documents: dict[str, str]) -> None:
    rows = [CODE.findall(row) for row in rows_of(documents["docs/architecture.md"], "Folders")]
    assert len(rows) >= 8
    named = {
        f"{folder}{name}" for folder, *inside in rows for name in ["", *inside] if PLACE.fullmatch(folder + name)
    }
    assert {"content/words.yaml", "tests/browser/", "web/python/entry.py"} <= named
    made = {"dist/", "dist/.cache/"}
    assert sorted(name for name in named - made - EXAMPLES if not (project.root / name).exists()) == []


def test_every_file_and_folder_that_the_documents_name_exists(project: Project, documents: dict[str, str]) -> None:
    files = [f"/{project.name(path)}" for path in tracked(project.root)]
    named = {
        (name, code)
        for name, text in documents.items()
        for code in CODE.findall(text)
        if PLACE.fullmatch(code) and name not in ABOUT_OTHER_FILES
    }
    assert len(named) > 150
    missing = [
        f"{name}: {code}"
        for name, code in named
        if not (code in EXAMPLES | MADE or code.startswith(MADE_FOLDERS) or is_in(code, files))
    ]
    assert sorted(missing) == []


def is_in(place: str, files: list[str]) -> bool:
    """Whether a file, or one in the folder, ends its path like this."""
    return any(f"/{place}" in path if place.endswith("/") else path.endswith(f"/{place}") for path in files)


def test_every_document_that_the_code_names_exists(project: Project) -> None:
    named = {
        f"{project.name(path)}: {name}"
        for path in tracked(project.root)
        if path.suffix in (".py", ".js", ".mjs", ".j2", ".css", ".yaml", ".sh")
        for name in re.findall(r"docs/[\w/-]+\.md", path.read_text("utf-8"))
    }
    assert len(named) > 5
    assert [one for one in named if not (project.root / one.partition(": ")[2]).is_file()] == []
