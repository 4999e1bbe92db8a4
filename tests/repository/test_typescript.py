"""The types that JavaScript is checked with are those of `scoring`."""

from typing import TypedDict

import pytest

from scripts.typescript import TARGET, type_text, typescript


def test_the_types_for_javascript_are_as_scoring_has_them_now() -> None:
    assert TARGET.read_text("utf-8") == typescript(), "the types of scoring have changed: run `make contract`"


class Sample(TypedDict, total=False):
    """A sample."""

    a: int


type Name = str


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        (float, "number"),
        (Name | None, "Name | null"),
        (list[list[str]], "string[][]"),
        (list[int | None], "(number | null)[]"),
        (dict[str, bool], "Record<string, boolean>"),
        (list[Sample], "Sample[]"),
        (dict[str, object], "Record<string, unknown>"),
    ],
)
def test_each_type_has_its_form(kind: object, text: str) -> None:
    assert type_text(kind) == text


@pytest.mark.parametrize("kind", [bytes, tuple[int, int], dict[int, str], complex])
def test_a_type_that_json_cannot_hold_is_a_bug(kind: object) -> None:
    with pytest.raises(TypeError, match="JSON has no form for"):
        type_text(kind)
