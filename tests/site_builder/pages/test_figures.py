import pytest

from scoring import Catalogue
from scoring.model import BANDS, SLOTS, STRAND_IDS
from site_builder.core.project import Project
from site_builder.core.worked_example import EXAMPLE
from site_builder.pages.figures import BIN, method_values, read_steadiness, robustness_figures, worksheet_values
from tests.scoring.moves import a_move, with_moves


@pytest.fixture(scope="module")
def shown(project: Project, catalogue: Catalogue) -> dict:
    """What the method page shows."""
    return method_values(EXAMPLE, catalogue, read_steadiness(project))


def test_the_worked_example_is_counted_out(shown: dict) -> None:
    assert (shown["score"], shown["thin_spot"], shown["next_thin"]) == (64, "Weak ties", "Invitations")
    assert [row.answer for row in shown["rows"]] == [EXAMPLE["answers"][strand] for strand in STRAND_IDS]
    assert sum(float(row.points) for row in shown["rows"]) == pytest.approx(float(shown["exact"]), abs=0.5)
    assert shown["after"] - shown["score"] == pytest.approx(float(shown["gain"]), abs=1)


def test_the_bands_follow_each_other_from_0_to_100(shown: dict) -> None:
    rows = shown["bands"]
    assert [row["least"] for row in rows] == [least for _, least in BANDS]
    assert [row["most"] + 1 for row in rows] == [*(row["least"] for row in rows[1:]), 101]


def test_the_bars_cover_every_score_once_and_the_tallest_is_full(shown: dict) -> None:
    bars = shown["steady"]["bars"]
    covered = [score for bar in bars for score in range(bar["from"], bar["to"] + 1)]
    assert covered == [*range(100 // BIN * BIN)]
    assert max(height for bar in bars for height in (bar["score_height"], bar["mean_height"])) == 100
    for name in ("score", "mean"):
        assert sum(float(bar[name]) for bar in bars) == pytest.approx(100, abs=BIN * len(bars) / 100)


def test_the_figures_of_the_command_are_those_of_the_page(shown: dict) -> None:
    figures = robustness_figures()
    assert shown["steady"]["sets"] == f"{figures['answer_sets']:,}"
    assert shown["steady"]["stays"] == round(100 * figures["thin_spot_stays"])
    assert shown["steady"]["tied"] == round(100 * figures["tied"])
    places = figures["thin_spot_by_place"]
    assert (shown["steady"]["first"], shown["steady"]["last"]) == (round(100 * places[0]), round(100 * places[-1]))
    assert shown["steady"]["each"] == round(100 * sum(places) / len(STRAND_IDS)) == 10
    for shares in ("bands", "scores", "plain_averages", "score_change"):
        assert sum(figures[shares].values()) == pytest.approx(1)


def test_the_worksheet_gives_one_small_move_of_each_kind_for_every_strand(catalogue: Catalogue) -> None:
    moves = worksheet_values(EXAMPLE, catalogue)["moves"]
    assert [label for label, _ in moves] == [strand.label for strand in catalogue.strands]
    for _, chosen in moves:
        assert [move.kind for move in chosen] == list(SLOTS)
        assert all(move.effort == 1 and move.least == 0 for move in chosen)


def test_on_paper_stands_the_move_that_rules_out_the_fewest(catalogue: Catalogue) -> None:
    kept = a_move("avoids", avoid="new-here"), a_move("keeps"), a_move("needs", needs="texting")
    gives = a_move("gives-2", 2, "contribution"), a_move("gives", kind="contribution", avoid="new-here no-car")
    moves = dict(worksheet_values(EXAMPLE, with_moves(catalogue, "groups", *kept, *gives))["moves"])["Groups"]
    assert [move.id for move in moves] == ["keeps", "gives"]


def test_the_table_of_the_worksheets_has_a_row_for_each_ten(catalogue: Catalogue) -> None:
    rows = worksheet_values(EXAMPLE, catalogue)["rows"]
    assert [sums for sums, _ in rows] == [*range(0, 141, 10)]
    assert [len(scores) for _, scores in rows] == [10] * 14 + [1]
    assert (rows[0][1][0], rows[-1][1][0]) == (0, 100)


def test_the_worksheet_says_how_far_the_example_is_off(catalogue: Catalogue) -> None:
    shown = worksheet_values(EXAMPLE, catalogue)
    assert shown["example"] == {"sum": 111, "row": 110, "column": 1, "score": 63, "real": 64}
    assert shown["most_off"] >= shown["example"]["real"] - shown["example"]["score"]
    assert dict(shown["rows"])[110][1] == 63
