"""Display data of the method page and the worksheets. Every number comes from `scoring`."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from itertools import batched
from math import sqrt

from scoring import Catalogue, Strand, advise, parse_answers, score_answers
from scoring.choosing import fitting_moves
from scoring.model import BANDS, CAPACITY_LEFT_OPEN, MAX_ANSWER, SLOTS, Answers, Move
from scoring.phrasing import decimal
from scoring.robustness import Robustness, count_robustness
from scoring.score import counted_values
from scoring.what_if import next_step
from scoring.worksheet import make_worksheet
from site_builder.core.project import Project
from site_builder.runtime.collect import scoring_sources
from site_builder.toolchain.cache import open_cache

SMALL_MOVE = 3
"""Points; the method page says how often the score moves by no more."""

BIN = 5
"""Points of a bar in the picture."""

ROW = 10
"""Sums in a row of the worksheets' table: a row for the tens, a column for the last digit."""


@dataclass(frozen=True, slots=True)
class ExampleRow:
    """A strand of the worked example."""

    label: str
    answer: int
    root: str
    points: str
    gain: str


def method_values(example: Mapping[str, object], catalogue: Catalogue, steady: object) -> dict[str, object]:
    """Gather what the method page shows besides its words; `steady` is what `read_steadiness` gives."""
    answers = parse_answers(dict(example), catalogue)
    score = score_answers(answers.values, answers.set_aside)
    advice = advise(answers, score, catalogue)
    assert advice.thin_spot is not None
    assert advice.next_thin is not None
    after = next_step(answers, score, advice.thin_spot.id)
    assert after is not None
    rows = [
        ExampleRow(strand.label, value, f"{sqrt(value / MAX_ANSWER):.3f}", decimal(points), decimal(gain))
        for strand, value, points, gain in zip(
            catalogue.strands, answers.values, score.points, score.gains, strict=True
        )
        if value is not None and points is not None and gain is not None
    ]
    return {
        "most": MAX_ANSWER,
        "rows": rows,
        "root": f"{sqrt(score.exact / 100):.5f}",
        "exact": f"{score.exact:.2f}",
        "score": score.score,
        "gain": decimal(after.gain),
        "after": after.score,
        "thin_spot": advice.thin_spot.label,
        "next_thin": advice.next_thin.label,
        "bands": _band_rows(catalogue),
        "steady": steady,
    }


def read_steadiness(project: Project) -> dict[str, object]:
    """How steady the score is, as the method page shows it: counted once for the same `scoring`."""
    kept = open_cache(project, "figures").read_or_make(
        "steadiness.json", scoring_sources(), lambda: json.dumps(_steadiness(count_robustness())).encode()
    )
    found: dict[str, object] = json.loads(kept)
    return found


def worksheet_values(example: Mapping[str, object], catalogue: Catalogue) -> dict[str, object]:
    """Gather what the worksheets show besides the questions; the example shows how the table is read."""
    sheet = make_worksheet()
    answers = parse_answers(dict(example), catalogue)
    total = sheet.sum_of(counted_values(answers.values, answers.set_aside))
    return {
        "points": sheet.points,
        "rows": [(ROW * row, scores) for row, scores in enumerate(batched(sheet.scores, ROW))],
        "most_off": sheet.most_off(),
        "example": {
            "sum": total,
            "row": total - total % ROW,
            "column": total % ROW,
            "score": sheet.scores[total],
            "real": score_answers(answers.values, answers.set_aside).score,
        },
        "moves": [(strand.label, _moves_on_paper(strand, catalogue)) for strand in catalogue.strands],
    }


def _moves_on_paper(strand: Strand, catalogue: Catalogue) -> list[Move]:
    """Of each kind the one that rules out the fewest contexts, for somebody at nothing with very little room."""
    somebody = Answers((0,) * len(catalogue.strands), CAPACITY_LEFT_OPEN, (), 0)
    offered = [fitting_moves(strand, slot, somebody, catalogue) for slot in SLOTS]
    return [min(moves, key=lambda move: len(move.avoid) + len(move.needs)) for moves in offered]


def robustness_figures() -> dict[str, object]:
    """The published figures as plain data, for the command line."""
    counted = count_robustness()
    return {
        "answer_sets": counted.answer_sets,
        "changes": counted.changes,
        "thin_spot_stays": float(counted.thin_spot_stays),
        "tied": float(counted.tied),
        "thin_spot_by_place": [float(share) for share in counted.thin_spot_by_place],
        "score_change": {str(points): float(share) for points, share in counted.score_change.items()},
        "mean_score_change": float(_mean(counted.score_change)),
        "bands": {band: float(share) for band, share in counted.bands.items()},
        "scores": {str(score): float(share) for score, share in counted.scores.items()},
        "plain_averages": {str(mean): float(share) for mean, share in counted.means.items()},
        "below_plain_average": float(counted.below_mean),
        "most_below_plain_average": counted.most_below_mean,
    }


def _steadiness(counted: Robustness) -> dict[str, object]:
    small = sum(share for points, share in counted.score_change.items() if points <= SMALL_MOVE)
    scores, means = _bins(counted.scores), _bins(counted.means)
    tallest = max(*scores, *means)
    return {
        "sets": f"{counted.answer_sets:,}",
        "changes": f"{counted.changes:,}",
        "stays": _percent(counted.thin_spot_stays),
        "tied": _percent(counted.tied),
        "first": _percent(counted.thin_spot_by_place[0]),
        "last": _percent(counted.thin_spot_by_place[-1]),
        "each": _percent(Fraction(sum(counted.thin_spot_by_place), len(counted.thin_spot_by_place))),
        "mean": decimal(float(_mean(counted.score_change))),
        "most": max(counted.score_change),
        "small": _percent(Fraction(small)),
        "moves": [(points, f"{float(100 * share):.1f}") for points, share in counted.score_change.items()],
        "below": decimal(float(counted.below_mean)),
        "most_below": counted.most_below_mean,
        "bars": [
            {
                "from": place * BIN,
                "to": min(place * BIN + BIN - 1, 100),
                "score": f"{float(100 * score):.1f}",
                "mean": f"{float(100 * mean):.1f}",
                "score_height": round(float(100 * score / tallest), 2),
                "mean_height": round(float(100 * mean / tallest), 2),
            }
            for place, (score, mean) in enumerate(zip(scores, means, strict=True))
        ],
    }


def _bins(shares: dict[int, Fraction]) -> list[Fraction]:
    """Sum shares by steps of `BIN` points; 100 belongs to the last."""
    bins = [Fraction(0)] * (100 // BIN)
    for score, share in shares.items():
        bins[min(score // BIN, len(bins) - 1)] += share
    return bins


def _band_rows(catalogue: Catalogue) -> list[dict[str, object]]:
    ends = [least - 1 for _, least in BANDS[1:]] + [100]
    return [
        {"least": band.least, "most": end, "label": band.label}
        for band, end in zip(catalogue.bands, ends, strict=True)
    ]


def _mean(shares: dict[int, Fraction]) -> Fraction:
    return sum((points * share for points, share in shares.items()), Fraction(0))


def _percent(share: Fraction) -> int:
    return round(100 * share)
