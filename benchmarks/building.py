"""How long a whole build takes once the runtime is prepared."""

from statistics import median
from time import perf_counter

from site_builder.build import build
from site_builder.core.project import Project

ROUNDS = 5


def measure(project: Project) -> dict[str, str]:
    """Median in milliseconds."""
    times = []
    for _ in range(ROUNDS):
        start = perf_counter()
        build(project, print)
        times.append(perf_counter() - start)
    return {"one build in memory (ms)": f"{1000 * median(times):.0f}"}
