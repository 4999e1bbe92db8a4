"""`scoring.ledger.map_labels`: names stand where there is room, and nowhere else."""

from hypothesis import given
from hypothesis import strategies as st

from scoring.ledger.map_labels import BOTTOM, LEFT, LINE, RIGHT, SIGN, TOP, Label, place_labels
from scoring.ledger.rings import Spot

spots = st.builds(Spot, st.integers(16, 184).map(float), st.integers(16, 184).map(float))
named = st.lists(st.tuples(spots, st.text("abc", min_size=1, max_size=12)), max_size=30, unique_by=lambda one: one[0])


def box(label: Label) -> tuple[float, float, float, float]:
    """What a name covers, to a tenth."""
    width = SIGN * len(label.text)
    left = {"start": label.x, "middle": label.x - width / 2, "end": label.x - width}[label.anchor]
    return left + 0.1, label.y - LINE * 0.8 + 0.1, left + width - 0.1, label.y + LINE * 0.2 - 0.1


def meet(one: tuple[float, float, float, float], other: tuple[float, float, float, float]) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


@given(named)
def test_no_name_lies_over_another_a_dot_or_the_edge(names: list[tuple[Spot, str]]) -> None:
    labels = place_labels(names, [spot for spot, _ in names])
    boxes = [box(label) for label in labels.values()]
    for index, one in enumerate(boxes):
        assert not any(meet(one, other) for other in boxes[:index])
        assert not any(one[0] < spot.x < one[2] and one[1] < spot.y < one[3] for spot, _ in names)
        assert one[0] >= LEFT
        assert one[1] >= TOP
        assert one[2] <= RIGHT
        assert one[3] <= BOTTOM


def test_a_name_alone_stands_on_the_outer_side() -> None:
    left, right = Spot(60, 100), Spot(140, 100)
    labels = place_labels([(left, "Jo"), (right, "R.")], [left, right])
    assert (labels[left].anchor, labels[right].anchor) == ("end", "start")


def test_where_there_is_no_room_there_is_no_name() -> None:
    spot = Spot(100, 100)
    assert place_labels([(spot, "Jo")], [Spot(x * 8.0, y * 8.0) for x in range(25) for y in range(25)]) == {}
