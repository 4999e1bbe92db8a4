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
EXAMPLES = {"x.md", "x.html.j2", "templates/x.md", "templates/x.html.j2"}
"""Names that stand for any name."""


@pytest.fixture(scope="module")
def documents(project: Project) -> dict[str, str]:
    """The documents for people, by path."""
    paths = [*project.root.glob("*.md"), *(project.root / "docs").glob("*.md")]
    return {project.name(path): path.read_text("utf-8") for path in sorted(paths)}


@pytest.fixture
def commands(capsys: pytest.CaptureFixture[str]) -> list[str]:
    """The commands that the help lists."""
    with pytest.raises(SystemExit):
        main(["--help"])
    return HELP.findall(capsys.readouterr().out)


def test_the_documents_are_there(documents: dict[str, str]) -> None:
    assert {"README.md", "docs/architecture.md"} <= set(documents)


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
    broken = [
        f"{name}: {href}"
        for name, text in documents.items()
        for href in LINK.findall(CODE.sub("", BLOCK.sub("", text)))
        if ":" not in href and not (project.root / name).parent.joinpath(href.partition("#")[0]).exists()
    ]
    assert broken == []


def test_every_package_is_in_the_architecture(project: Project, documents: dict[str, str]) -> None:
    names = {name.split(".")[1] for name in modules(project.root) if name.count(".") == 2}
    assert "graphics" in names
    text = documents["docs/architecture.md"]
    assert sorted(name for name in names if not re.search(rf"\b{name}\b", text)) == []


def test_every_folder_and_file_in_the_table_of_folders_exists(project: Project, documents: dict[str, str]) -> None:
    section = documents["docs/architecture.md"].partition("\n## Folders\n")[2].partition("\n## ")[0]
    rows = [CODE.findall(row) for row in section.splitlines() if row.startswith("| `")]
    assert len(rows) >= 8
    named = {
        f"{folder}{name}" for folder, *inside in rows for name in ["", *inside] if PLACE.fullmatch(folder + name)
    }
    assert {"content/words.yaml", "tests/browser/", "web/python/entry.py"} <= named
    made = {"dist/", "dist/.cache/"}
    assert sorted(name for name in named - made - EXAMPLES if not (project.root / name).exists()) == []


def test_every_file_that_the_architecture_names_exists(project: Project, documents: dict[str, str]) -> None:
    files = [f"/{project.name(path)}" for path in tracked(project.root)]
    named = {code for code in CODE.findall(documents["docs/architecture.md"]) if FILE.fullmatch(code)} - EXAMPLES
    assert len(named) > 10
    assert sorted(code for code in named if not any(path.endswith(f"/{code}") for path in files)) == []
