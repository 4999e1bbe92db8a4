import errno
import io
import json
import os
import re
import sys
from pathlib import Path

import pytest

from scoring.model import SLOTS, STRAND_IDS
from site_builder.cli import main
from site_builder.exit_codes import BUG, GOOD, PROBLEMS, WRONG_USE
from tests.site_builder.commands import Run, snapshot


@pytest.mark.usefixtures("quick_build")
def test_build_writes_the_site_and_says_so(run: Run) -> None:
    told = run("build")
    assert (told.code, told.err) == (GOOD, "")
    pages = len(list(run.project.dist.rglob("*.html")))
    assert told.out == f"Built {pages} pages, 12 of them chapters, into {run.project.dist}\n"
    assert (run.project.dist / "chapters" / "weak-ties.html").is_file()
    assert (run.project.dist / "_headers").is_file()


@pytest.mark.usefixtures("quick_build")
def test_build_says_what_has_grown_and_by_how_much(run: Run) -> None:
    run("build")
    path = run.project.content / "chapters" / "03-weak-ties.md"
    path.write_text(path.read_text("utf-8") + "\nMore words than there were before.\n" * 60, "utf-8")
    said, grown = run("build").out.splitlines()
    assert said.startswith("Built ")
    assert re.fullmatch(
        r"Grown since the build before: (\S+ by \d\.\d kB to \d+\.\d kB(, )?){3}( and \d more)?", grown
    )
    assert "chapters/weak-ties.html by 2." in grown
    assert run("build").out.count("\n") == 1


@pytest.mark.usefixtures("quick_build")
def test_check_writes_nothing(run: Run) -> None:
    before = snapshot(run.project)
    told = run("check")
    assert (told.code, told.err) == (GOOD, "")
    assert told.out.startswith("No problems: ")
    assert snapshot(run.project) == before


@pytest.mark.usefixtures("quick_build")
@pytest.mark.parametrize("command", ["build", "check"])
def test_problems_in_the_content_are_code_1_and_leave_the_old_site(run: Run, command: str) -> None:
    run("build")
    path = run.project.content / "chapters" / "03-weak-ties.md"
    path.write_text(path.read_text("utf-8").replace("09-repair.md", "09-repiar.md"), "utf-8")
    before = snapshot(run.project)
    told = run(command)
    assert (told.code, told.out) == (PROBLEMS, "")
    assert told.err.startswith('content/chapters/03-weak-ties.md:8:97: no page "09-repiar.md"\n')
    assert told.err.endswith("\n1 problem in 1 file; nothing was written\n")
    assert snapshot(run.project) == before


def test_commands_find_the_project_from_a_folder_inside_it(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(run.project.content / "chapters")
    assert main(["moves", "--strand", "hosting"]) == GOOD
    assert "Invitations: invitations" in run.capsys.readouterr().out


def test_outside_of_a_project_nothing_runs(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--root", str(tmp_path), "check"]) == WRONG_USE
    out, err = capsys.readouterr()
    assert out == ""
    assert err == f"community-os: no content/site.yaml in {tmp_path.resolve()} or above; run it in the project\n"


def test_a_missing_part_of_the_machine_is_code_2_with_the_command_that_mends_it(run: Run) -> None:
    (run.project.root / "node_modules").unlink()
    told = run("build")
    assert (told.code, told.out) == (WRONG_USE, "")
    assert told.err == "community-os: the npm package esbuild is missing; run: make setup\n"
    assert not run.project.dist.exists()


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["biuld"],
        ["build", "more"],
        ["score"],
        ["serve", "--port", "x"],
        ["moves", "--strand", "x"],
        ["new-chapter"],
    ],
)
def test_wrong_arguments_are_code_2(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(arguments)
    assert stopped.value.code == WRONG_USE
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("usage: community-os ")


def test_a_bug_is_code_3_with_its_traceback(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise ZeroDivisionError("planted")

    monkeypatch.setattr("site_builder.build.build", fail)
    told = run("check")
    assert (told.code, told.out) == (BUG, "")
    assert told.err.startswith("Traceback")
    assert "ZeroDivisionError: planted" in told.err
    assert told.err.endswith("\nThis is a bug in Community OS, not in your content.\n")


def test_moves_lists_both_kinds_of_every_strand(run: Run) -> None:
    told = run("moves")
    assert (told.code, told.err) == (GOOD, "")
    headings = [line for line in told.out.splitlines() if line.endswith(")") and line[0].isalpha()]
    assert len(headings) == len(STRAND_IDS) * len(SLOTS)


def test_moves_keeps_to_strand_capacity_and_contexts(run: Run) -> None:
    told = run("moves", "--strand", "belonging", "--capacity", "low", "--context", "prefers-quiet")
    assert [line.split(" (")[0] for line in told.out.splitlines() if line and line[0].isalpha()] == [
        "Repeated contact: invitations",
        "Repeated contact: contributions",
    ]
    rows = [line for line in told.out.splitlines() if "[*" in line]
    assert rows
    assert all("[*  ]" in row and "-prefers-quiet" not in row for row in rows)


def test_moves_without_room_are_rest_moves(run: Run) -> None:
    told = run("moves", "--strand", "belonging", "--capacity", "none")
    assert "Repeated contact: contributions (0)" in told.out
    rows = [line for line in told.out.splitlines() if "[" in line]
    assert rows
    assert all("[   ]" in row for row in rows)


def test_moves_are_those_that_fit_the_answer(run: Run) -> None:
    lists = [run("moves", "--strand", "groups", "--answer", answer).out for answer in ("0", "2")]
    assert lists[0] != lists[1]
    assert run("moves", "--strand", "groups").out == lists[0]
    assert [text.count("needs a-group\n") > 0 for text in lists] == [False, True]
    assert "[***]" not in lists[0]
    assert "[***]" in lists[1]


def test_moves_turn_with_the_week(run: Run) -> None:
    first, second = (run("moves", "--strand", "belonging", "--week", week).out for week in ("0", "1"))
    assert first != second
    assert sorted(line.partition("[")[2] for line in first.splitlines()) == sorted(
        line.partition("[")[2] for line in second.splitlines()
    )


@pytest.mark.parametrize(
    ("arguments", "start"),
    [
        (["--context", "rich"], 'contexts[0]: "rich" given; allowed: '),
        (["--week", "60"], "week: 60 given; allowed: "),
    ],
)
def test_moves_refuses_what_does_not_exist(run: Run, arguments: list[str], start: str) -> None:
    told = run("moves", *arguments)
    assert (told.code, told.out) == (WRONG_USE, "")
    assert told.err.startswith(start)


def test_new_chapter_writes_a_draft_and_says_where(run: Run) -> None:
    told = run("new-chapter", "night-walks", "Walk after dark.")
    assert (told.code, told.err) == (GOOD, "")
    path = "content/chapters/13-night-walks.md"
    assert told.out == f"Wrote {path}; it is a draft until you take out the line draft: true\n"
    assert (run.project.root / path).is_file()


def test_new_chapter_never_writes_over_a_chapter(run: Run) -> None:
    before = snapshot(run.project)
    told = run("new-chapter", "weak-ties", "Again")
    assert (told.code, told.out) == (WRONG_USE, "")
    assert told.err == 'community-os: there is a chapter "weak-ties" already; choose another name\n'
    assert snapshot(run.project) == before


def test_the_published_figures_are_json(run: Run) -> None:
    told = run("robustness")
    assert (told.code, told.err) == (GOOD, "")
    figures = json.loads(told.out)
    assert figures["answer_sets"] == 5 ** len(STRAND_IDS)
    assert sum(figures["bands"].values()) == pytest.approx(1)


def test_a_reader_that_has_seen_enough_is_no_bug(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    class Closed(io.StringIO):
        def write(self, _: str) -> int:
            raise BrokenPipeError

    with monkeypatch.context() as patch:
        patch.setattr("sys.stdout", Closed())
        assert main(["--root", str(run.project.root), "moves"]) == GOOD
        sys.stdout.close()
    assert run.capsys.readouterr().err == ""


@pytest.mark.usefixtures("quick_build")
@pytest.mark.parametrize("command", ["build", "check"])
@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EROFS, errno.EACCES])
def test_what_the_machine_refuses_is_told_and_no_bug(
    run: Run, monkeypatch: pytest.MonkeyPatch, command: str, number: int
) -> None:
    def refuse(path: Path, _: bytes) -> int:
        raise OSError(number, os.strerror(number), str(path))

    monkeypatch.setattr(Path, "write_bytes", refuse)
    told = run(command)
    assert (told.code, told.out) == (WRONG_USE, "")
    assert told.err.startswith(f"community-os: {run.project.root}/")
    assert told.err.endswith(f": {os.strerror(number)}; make room or give leave, and run it again\n")
    assert not run.project.dist.exists()


@pytest.mark.usefixtures("quick_build")
def test_a_file_in_the_place_of_the_folder_is_told(run: Run) -> None:
    run.project.dist.write_text("mine", "utf-8")
    told = run("build")
    assert (told.code, told.out) == (WRONG_USE, "")
    assert told.err.startswith(f"community-os: {run.project.dist}: ")
    assert run.project.dist.read_text("utf-8") == "mine"


@pytest.mark.parametrize("port", ["99999", "-1", "http", "²"])
def test_a_port_that_is_none_is_told(run: Run, port: str) -> None:
    with pytest.raises(SystemExit) as exit_:
        run("serve", "--port", port)
    assert exit_.value.code == WRONG_USE
    assert f"{port!r} is no port; allowed: 0 to 65535" in run.capsys.readouterr().err
