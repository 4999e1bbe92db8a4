"""Runs every benchmark and prints its figures. Compare ratios of one run, not times of two machines."""

from collections.abc import Callable
from pathlib import Path

from benchmarks import answering, building, scoring_size, scoring_speed
from site_builder.core.project import Project

BENCHMARKS: tuple[Callable[[Project], dict[str, str]], ...] = (
    scoring_speed.measure,
    scoring_size.measure,
    building.measure,
    answering.measure,
)


def main() -> None:
    """Print name and figure, a line each."""
    project = Project(Path(__file__).parents[1])
    for benchmark in BENCHMARKS:
        for name, figure in benchmark(project).items():
            print(f"{name:<60}{figure}")


main()
