"""A thousand made-up people, and one hash over what `scoring` answers them.

CPython and the browser's Python must agree to the last bit: both compare the hash with `thousand.sha256`.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from random import Random

from scoring.model import CAPACITIES, LAST_WEEK, MAX_ANSWER, STRAND_IDS
from tests.scoring.people import CONTEXTS

COUNT = 1000
SEED = 20261123
EXPECTED = (Path(__file__).parent / "thousand.sha256").read_text("ascii").strip()


def thousand_requests() -> Iterator[str]:
    """Requests for a score, the same on every machine."""
    random = Random(SEED)
    for _ in range(COUNT):
        yield json.dumps({"do": "score", "input": _person(random)})


def digest(responses: Iterable[str]) -> str:
    """Hash the numbers, the ids and the code of each response; texts may change without changing it."""
    return hashlib.sha256("\n".join(map(_essence, responses)).encode("ascii")).hexdigest()


def _person(random: Random) -> dict[str, object]:
    skipped = (0.0, 0.1, 0.6)[_below(random, 3)]
    answers = {strand: None if random.random() < skipped else _below(random, MAX_ANSWER + 1) for strand in STRAND_IDS}
    if all(answer is None for answer in answers.values()):
        answers[STRAND_IDS[0]] = _below(random, MAX_ANSWER + 1)
    return {
        "answers": answers,
        "capacity": (None, *CAPACITIES)[_below(random, len(CAPACITIES) + 1)],
        "contexts": [context for context in CONTEXTS if random.random() < 0.25],
        "week": _below(random, LAST_WEEK + 1),
    }


def _below(random: Random, limit: int) -> int:
    """A whole number from 0; only `random()` gives the same numbers in every version of Python."""
    return int(random.random() * limit)


def _essence(response: str) -> str:
    """Everything that the model computes, numbers written to the last bit."""
    result = json.loads(response)["result"]
    return json.dumps(
        [
            result["score"],
            repr(result["score_exact"]),
            result["range"],
            result["band"],
            result["answered"],
            [[strand["id"], repr(strand["points"]), repr(strand["gain"])] for strand in result["strands"]],
            result["thin_spot"] and result["thin_spot"]["id"],
            result["next_thin"] and result["next_thin"]["id"],
            result["path"],
            result["code"],
        ]
    )
