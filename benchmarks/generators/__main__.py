"""Builds the same chapters with every generator in turns and prints Markdown tables; `make bench-generators`."""

import argparse
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from resource import RUSAGE_CHILDREN, getrusage
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

from benchmarks.generators.chapters import read_chapters
from benchmarks.generators.tools import MKDOCS, ROOT, TOOLS, Tool
from site_builder.core.project import Project

LEAST = 12
"""The builder's results lead to the twelve real chapters."""

KINDS = ("cold", "warm")
"""Without anything that an earlier build left, and right after a build without any change."""


@dataclass(frozen=True, slots=True)
class Took:
    """Seconds of one build."""

    wall: float
    cpu: float
    """Of all cores; what else the machine does hardly changes it."""


@dataclass(frozen=True, slots=True)
class Times:
    """What each round took, of one generator with one number of chapters."""

    cold: list[Took] = field(default_factory=list)
    warm: list[Took] = field(default_factory=list)


type Measured = Mapping[str, Times]
"""By the name of the generator."""


def main() -> None:
    """Set up, measure and print."""
    parser = argparse.ArgumentParser(prog="benchmarks.generators", description=__doc__)
    parser.add_argument("--chapters", type=int, nargs="+", default=[12, 100, 900])
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--only", nargs="+", default=[], metavar="NAME", help="these generators beside MkDocs")
    options = parser.parse_args()
    if min(options.chapters) < LEAST:
        parser.error(f"at least {LEAST} chapters")
    names = {name.lower() for name in options.only}
    tools = [tool for tool in TOOLS if tool is MKDOCS or not names or tool.name.lower() in names]
    for tool in tools:
        tool.set_up()
    known: dict[int, Measured] = {}
    for count in sorted(options.chapters):
        known[count] = measure(count, options.rounds, tools)
        print(_table(count, known[count]), end="\n\n", flush=True)
    if len(known) > 1:
        print(_table_of_further(known))


def measure(count: int, rounds: int, tools: Sequence[Tool]) -> Measured:
    """Build `count` chapters with every generator, one after the other in each round, every other round backward.

    A slow minute of the machine then hits all of them.
    """
    project = Project(ROOT)
    chapters = list(read_chapters(project, count))
    times = {tool.name: Times() for tool in tools}
    with TemporaryDirectory() as folder:
        for tool in tools:
            root = Path(folder, tool.name)
            root.mkdir()
            tool.lay_out(project, root, chapters)
            tool.build(root)  # once untimed: its program is then in the memory of the system
            _check_output(tool, root, count)
        for turn in range(rounds):
            print(f"{count} chapters, round {turn + 1} of {rounds}", file=sys.stderr)
            for tool in tools[:: -1 if turn % 2 else 1]:
                root = Path(folder, tool.name)
                tool.forget(root)
                times[tool.name].cold.append(_timed(tool, root))
                times[tool.name].warm.append(_timed(tool, root))
    return times


def _timed(tool: Tool, root: Path) -> Took:
    """Build as a whole process."""
    start, used = perf_counter(), getrusage(RUSAGE_CHILDREN)
    tool.build(root)
    wall, after = perf_counter() - start, getrusage(RUSAGE_CHILDREN)
    return Took(wall, after.ru_utime + after.ru_stime - used.ru_utime - used.ru_stime)


def _check_output(tool: Tool, root: Path, count: int) -> None:
    """See that there is a page with its text for every chapter."""
    pages = [path.read_text("utf-8") for path in (root / tool.output).rglob("*.html")]
    made = sum("</h2>" in page and "<h1" in page for page in pages)
    if made < count:
        raise SystemExit(f"{tool.name} made {made} pages of {count} chapters")


def _table(count: int, measured: Measured) -> str:
    heads = [head for kind in KINDS for head in (f"{kind} (s)", "least", f"× {MKDOCS.name}", "CPU (s)")]
    rows = [_row(name, *_compared(name, measured)) for name in measured]
    return "\n".join([_row(f"{count} chapters", *heads), _row("---", *["---:"] * len(heads)), *rows])


def _table_of_further(known: Mapping[int, Measured]) -> str:
    pairs = list(zip(known, list(known)[1:], strict=False))
    heads = [f"{kind}, {few} to {many}" for few, many in pairs for kind in KINDS]
    rows = [_row(name, *_further(name, known, pairs)) for name in known[min(known)]]
    return "\n".join([_row("a further chapter (ms)", *heads), _row("---", *["---:"] * len(heads)), *rows])


def _compared(name: str, measured: Measured) -> Iterator[str]:
    """Median, least, the ratio of the medians to MkDocs, and the least time of all cores; cold, then warm."""
    for kind in KINDS:
        own, other = getattr(measured[name], kind), getattr(measured[MKDOCS.name], kind)
        middle, middle_of_other = median(took.wall for took in own), median(took.wall for took in other)
        cpu = min(took.cpu for took in own)
        yield from (f"{middle:.2f}", f"{_least(own):.2f}", f"{middle / middle_of_other:.2f}", f"{cpu:.2f}")


def _further(name: str, known: Mapping[int, Measured], pairs: Sequence[tuple[int, int]]) -> Iterator[str]:
    """What a chapter more costs between two numbers of chapters, by the least times, which noise changes least."""
    for few, many in pairs:
        for kind in KINDS:
            more = _least(getattr(known[many][name], kind)) - _least(getattr(known[few][name], kind))
            yield f"{1000 * more / (many - few):.1f}"


def _least(rounds: Sequence[Took]) -> float:
    return min(took.wall for took in rounds)


def _row(*cells: str) -> str:
    return f"| {' | '.join(cells)} |"


main()
