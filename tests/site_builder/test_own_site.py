"""A site of a host's own over the book: what is hers, what comes from below, and what has changed there."""

import json
from collections.abc import Callable
from pathlib import Path
from shutil import copytree

import pytest

from site_builder.book_seen import SEEN, changed_below, note_all, note_new
from site_builder.core.problems import MissingPart
from site_builder.core.project import BOOK, Project
from site_builder.exit_codes import GOOD, PROBLEMS, WRONG_USE
from site_builder.own_site import copy_file, write_new_site
from tests.site_builder.commands import Told

SKIP = "common:\n  skip: Jump to the text\n"


@pytest.fixture
def book(tmp_path: Path) -> Path:
    """A book of the content alone, to be changed as an update of the program would."""
    copytree(BOOK / "content", tmp_path / "book" / "content")
    return tmp_path / "book"


@pytest.fixture
def hers(tmp_path: Path, book: Path) -> Project:
    """A new site over that book."""
    write_new_site(tmp_path / "maple-street", "")
    return Project(tmp_path / "maple-street", book)


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


def test_a_new_site_holds_what_is_different_and_no_more(hers: Project) -> None:
    files = sorted(path.relative_to(hers.root).as_posix() for path in hers.root.rglob("*") if path.is_file())
    assert files == [".gitignore", ".vscode/settings.json", "README.md", "content/site.yaml"]
    assert [line for line in (hers.content / "site.yaml").read_text("utf-8").splitlines() if line[:1] not in "#"] == [
        "name: 'Maple Street'"
    ]


@pytest.mark.parametrize("name", ["Books & Bread: St. Mary's", "# 1", "Ταβέρνα"])
def test_any_name_is_kept(tmp_path: Path, name: str) -> None:
    write_new_site(tmp_path / "new", name)
    assert f"name: '{name.replace("'", "''")}'\n" in (tmp_path / "new/content/site.yaml").read_text("utf-8")
    assert name in (tmp_path / "new/README.md").read_text("utf-8")


def test_a_folder_that_holds_something_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("mine", "utf-8")
    for place in (tmp_path, tmp_path / "notes.txt"):
        with pytest.raises(MissingPart, match=r"is there already; choose a new or empty folder$"):
            write_new_site(place, "")
    assert [path.name for path in tmp_path.iterdir()] == ["notes.txt"]


def test_a_copied_file_is_that_of_the_book(hers: Project) -> None:
    path = copy_file(hers, "content/help.yaml")
    assert path == hers.root / "content/help.yaml"
    assert path.read_bytes() == (BOOK / "content/help.yaml").read_bytes()
    assert "content/help.yaml" in json.loads((hers.root / SEEN).read_text("utf-8"))


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("content/helb.yaml", 'the book has no file "content/helb.yaml"; did you mean "content/help.yaml"?'),
        ("../secret", 'the book has no file "../secret"; the files are in '),
        ("content/words.yaml", "content/words.yaml needs only what is different or new in yours; the book's is "),
        ("content/sources.yaml", "content/sources.yaml needs only what is different or new in yours; the book's is "),
    ],
)
def test_what_cannot_be_copied_is_told(hers: Project, name: str, said: str) -> None:
    with pytest.raises(MissingPart) as refused:
        copy_file(hers, name)
    assert str(refused.value).startswith(said)


def test_her_file_is_never_written_over(hers: Project) -> None:
    copy_file(hers, "content/help.yaml").write_text("hers", "utf-8")
    with pytest.raises(MissingPart, match=r"content/help\.yaml is yours already"):
        copy_file(hers, "content/help.yaml")
    assert (hers.content / "help.yaml").read_text("utf-8") == "hers"


def test_only_what_changed_under_hers_is_listed_until_she_has_looked(hers: Project, book: Path) -> None:
    copy_file(hers, "content/help.yaml")
    (hers.content / "words.yaml").write_text(SKIP, "utf-8")
    note_new(hers)
    assert list(changed_below(hers)) == []
    change(book / "content/help.yaml", "\n", "\n# Looked up anew.\n")
    change(book / "content/pages/about.md", "title: ", "title: More ")
    change(book / "content/words.yaml", "  skip: ", "  skip: Now ")
    change(book / "content/site.yaml", "name: ", "name: The New ")
    changed = ["content/help.yaml", "content/site.yaml: name", "content/words.yaml: common.skip"]
    assert sorted(name for name, _ in changed_below(hers)) == changed
    note_new(hers)
    assert sorted(name for name, _ in changed_below(hers)) == changed
    note_all(hers)
    assert list(changed_below(hers)) == []


def test_a_word_beside_hers_changes_nothing_under_hers(hers: Project, book: Path) -> None:
    (hers.content / "words.yaml").write_text(SKIP, "utf-8")
    note_new(hers)
    change(book / "content/words.yaml", "  breadcrumb: ", "  breadcrumb: Now ")
    assert list(changed_below(hers)) == []


def test_what_is_taken_away_is_forgotten(hers: Project, book: Path) -> None:
    copy_file(hers, "content/help.yaml").unlink()
    note_new(hers)
    change(book / "content/help.yaml", "\n", "\n# Looked up anew.\n")
    copy_file(hers, "content/help.yaml")
    assert list(changed_below(hers)) == []


def test_her_own_pages_and_sources_stand_over_nothing(hers: Project) -> None:
    (hers.content / "pages/desk.md").write_text("", "utf-8")
    (hers.content / "sources.yaml").write_text("[]", "utf-8")
    note_all(hers)
    assert list(json.loads((hers.root / SEEN).read_text("utf-8"))) == ["content/site.yaml: name"]


@pytest.mark.parametrize("text", ["{", "[]"])
def test_a_broken_list_of_what_was_seen_is_told_and_kept(hers: Project, text: str) -> None:
    (hers.root / SEEN).write_text(text, "utf-8")
    with pytest.raises(MissingPart, match=rf"^{SEEN} is not what was written there; mend it, or delete it"):
        note_new(hers)
    assert (hers.root / SEEN).read_text("utf-8") == text


def test_a_whole_book_has_nothing_below(project: Project) -> None:
    with pytest.raises(MissingPart, match=r"^this folder is the whole book itself; .* community-os new-site$"):
        copy_file(project, "content/help.yaml")


def test_a_site_is_started_and_the_machine_looked_at_without_a_project(
    told: Callable[..., Told], tmp_path: Path
) -> None:
    started = told("new-site", str(tmp_path / "new"), place=".")
    assert started.code == GOOD
    assert started.out.endswith(f"Next: cd {tmp_path / 'new'}, then: community-os serve\n")
    spaced = told("new-site", str(tmp_path / "My Village"), place=".")
    assert spaced.out.endswith(f"Next: cd '{tmp_path / 'My Village'}', then: community-os serve\n")
    assert told("guide", "hosting", place=".").out == (BOOK / "docs/hosting.md").read_text("utf-8")
    assert told("doctor", place=".").code == GOOD
    assert told("build", place=".").code == WRONG_USE


def test_building_shows_what_is_hers_over_the_book(told: Callable[..., Told], tmp_path: Path) -> None:
    (tmp_path / "desk/content/words.yaml").write_text(SKIP, "utf-8")
    assert told("copy", "content/chapters/03-weak-ties.md").code == GOOD
    change(tmp_path / "desk/content/chapters/03-weak-ties.md", "title: ", "title: Hers. ")
    assert told("new-page", "opening-hours", "When we are open.").code == GOOD
    change(tmp_path / "desk/content/pages/opening-hours.md", "draft: true\n", "")
    built = told("build")
    assert (built.code, built.out) == (
        GOOD,
        f"Built 30 pages, 12 of them chapters, into {tmp_path / 'desk/dist'}\n",
    )
    chapter = (tmp_path / "desk/dist/chapters/weak-ties.html").read_text("utf-8")
    assert "The Desk" in chapter
    assert "Jump to the text" in chapter
    assert "<h1>Hers. Weak ties" in chapter
    assert "opening-hours.html" in chapter
    assert told("update", "--check").out == "Nothing has changed under yours\n"
    assert not (BOOK / SEEN).exists()


def test_the_check_of_an_update_says_what_to_compare_and_what_to_do_then(
    told: Callable[..., Told], tmp_path: Path
) -> None:
    seen = tmp_path / "desk" / SEEN
    assert told("copy", "content/chapters/03-weak-ties.md").code == GOOD
    known = json.loads(seen.read_text("utf-8"))
    name = "content/chapters/03-weak-ties.md"
    chapter = known[name].replace("label: Weak Ties", "label: Loose Ties")
    seen.write_text(json.dumps({"content/site.yaml: name": "Another", name: chapter}), "utf-8")
    checked = told("update", "--check")
    assert checked.code == PROBLEMS
    title, summary = known[name].split("\n")[1:4:2]
    assert checked.out == (
        f"{name}: the book's has changed\n"
        "    @@ -1,5 +1,5 @@\n"
        "     ---\n"
        f"     {title}\n"
        "    -label: Loose Ties\n"
        "    +label: Weak Ties\n"
        f"     {summary}\n"
        "     order: 3\n"
        "\n"
        "content/site.yaml: name: the book's has changed\n"
        "    @@ -1 +1 @@\n"
        "    -Another\n"
        "    +Community OS / Neighborhood Ledger\n"
        "\n"
        "When you have looked, run: community-os update\n"
    )
    assert told("update").out == "Noted what is under yours (2); update --check tells when some of it changes\n"
    assert told("update", "--check").code == GOOD


def test_a_chapter_that_is_left_out_is_nowhere_and_links_to_it_are_words(
    told: Callable[..., Told], tmp_path: Path
) -> None:
    settings = tmp_path / "desk" / "content" / "site.yaml"
    settings.write_text("name: Desk\nleave_out: [local-life]\n", "utf-8")
    pages = tmp_path / "desk" / "content" / "pages"
    fields = "title: Ours\nlabel: Ours\nsummary: Ours.\norder: 50\n"
    link = "See [our street](../chapters/10-local-life.md) first.\n"
    (pages / "ours.md").write_text(f"---\n{fields}---\n\n{link}", "utf-8")
    built = told("build")
    assert built.out.startswith("Built 29 pages, 11 of them chapters"), built.err
    dist = tmp_path / "desk" / "dist"
    assert "See <a>our street</a> first." in (dist / "ours.html").read_text("utf-8")
    assert [path.name for path in dist.rglob("*.html") if "local-life.html" in path.read_text("utf-8")] == []
    assert not (dist / "chapters" / "local-life.html").exists()


def test_only_chapters_of_the_strands_can_be_left_out(told: Callable[..., Told], tmp_path: Path) -> None:
    (tmp_path / "desk/content/site.yaml").write_text("name: Desk\nleave_out: [weekly-review]\n", "utf-8")
    assert 'content/site.yaml:2:13: leave_out: "weekly-review" given' in told("build").err


SOURCE = """\
- id: desk-2026
  kind: book
  title: A count at our desk
  authors: The desk
  publisher: The desk
  year: 2026
  finding: People ask for the time.
"""


def test_her_sources_stand_beside_those_of_the_book_and_have_to_be_used(
    told: Callable[..., Told], tmp_path: Path
) -> None:
    content = tmp_path / "desk" / "content"
    (content / "sources.yaml").write_text(SOURCE, "utf-8")
    refused = told("build")
    assert refused.code == PROBLEMS
    assert 'content/sources.yaml:1:7: id: nothing uses the source "desk-2026"' in refused.err
    assert "1 problem in 1 file" in refused.err
    fields = "title: Ours\nlabel: Ours\nsummary: Ours.\norder: 50\n"
    (content / "pages" / "ours.md").write_text(f"---\n{fields}---\n\nPeople ask [@desk-2026; @hall-2019].\n", "utf-8")
    assert told("build").code == GOOD
    page = (tmp_path / "desk/dist/ours.html").read_text("utf-8")
    assert "A count at our desk" in page
    assert "How many hours" in page
