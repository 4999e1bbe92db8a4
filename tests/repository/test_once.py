"""What tests share is made once, and by one worker only."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier

import pytest

from tests.once import Once, folder_of_the_run


def note(path: Path) -> Callable[[], list[int]]:
    """Make a value, and note in a file that it was made."""

    def make() -> list[int]:
        with path.open("a") as notes:
            notes.write("made\n")
        return [1, 2]

    return make


def test_a_value_is_made_once_for_all_workers(tmp_path: Path) -> None:
    notes, start = tmp_path / "notes.txt", Barrier(3)

    def work(_: int) -> list[int]:
        worker = Once(tmp_path)
        start.wait()
        return worker("numbers", note(notes))

    with ThreadPoolExecutor(3) as workers:
        assert list(workers.map(work, range(3))) == [[1, 2]] * 3
    assert notes.read_text() == "made\n"


def test_a_worker_that_asks_again_gets_the_very_same(tmp_path: Path) -> None:
    once = Once(tmp_path)
    assert once("numbers", lambda: [1, 2]) is once("numbers", lambda: [3])


def test_values_of_different_names_are_different(tmp_path: Path) -> None:
    once = Once(tmp_path)
    assert (once("one", lambda: 1), once("two", lambda: 2)) == (1, 2)


def test_what_could_not_be_made_is_tried_again(tmp_path: Path) -> None:
    def fail() -> int:
        raise ValueError("planted")

    with pytest.raises(ValueError, match="planted"):
        Once(tmp_path)("one", fail)
    assert Once(tmp_path)("one", lambda: 1) == 1


@pytest.mark.parametrize(("worker", "folder"), [("gw0", "once"), (None, "gw0/once")])
def test_workers_have_a_folder_in_common_and_a_run_without_them_has_its_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, worker: str | None, folder: str
) -> None:
    monkeypatch.delenv("PYTEST_XDIST_WORKER", raising=False)
    if worker:
        monkeypatch.setenv("PYTEST_XDIST_WORKER", worker)
    (tmp_path / "gw0").mkdir()
    assert folder_of_the_run(tmp_path / "gw0") == tmp_path / folder
    assert (tmp_path / folder).is_dir()
