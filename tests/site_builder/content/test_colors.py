"""Colors of a host: pairs for day and night, far enough apart to be read."""

import pytest

from site_builder.content.located_yaml import parse_yaml
from site_builder.content.settings import check_settings
from site_builder.core.colors import DARK, LIGHT, contrast
from site_builder.core.problems import Problem, Source
from site_builder.core.settings import Settings

NEEDED = "name: A\nheadline: B\ndescription: C\nlang: en\ncolors:\n"


def check(text: str) -> tuple[Settings | None, list[Problem]]:
    yaml, problems = parse_yaml(Source("content/site.yaml", NEEDED + text))
    assert problems == []
    return check_settings(yaml)


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        ("#000000", "#ffffff", 21),
        ("#ffffff", "#000000", 21),
        ("#777777", "#ffffff", 4.48),
        ("#0000ff", "#ff0000", 2.15),
    ],
)
def test_contrast_is_counted_as_wcag_does(one: str, other: str, found: float) -> None:
    assert round(contrast(one, other), 2) == found


def test_what_is_not_named_stays_as_it_is() -> None:
    settings, problems = check('  accent: ["#7A2E1F", "#f0a894"]\n')
    assert problems == []
    assert settings
    assert (settings.light.accent, settings.dark.accent) == ("#7a2e1f", "#f0a894")
    assert (settings.light.paper, settings.dark.paper) == (LIGHT.paper, DARK.paper)


ALLOWED = 'allowed: two colors such as ["#1f6b47", "#93d3a2"], by day and by night'


@pytest.mark.parametrize(
    "given", ['"#7a2e1f"', '["#7a2e1f"]', '["red", "blue"]', '["#7a2e1f", "#f0a894", 1]', "[1, 2]"]
)
def test_what_is_no_pair_of_colors_is_refused(given: str) -> None:
    settings, problems = check(f"  accent: {given}\n")
    assert settings is None
    assert [(problem.line, problem.hint) for problem in problems] == [(6, ALLOWED)]


def test_an_unknown_color_is_told_with_the_nearest() -> None:
    settings, (problem,) = check('  acent: ["#7a2e1f", "#f0a894"]\n')
    assert settings is None
    assert (problem.line, problem.text) == (6, 'unknown field "acent"')
    assert problem.hint.startswith('did you mean "accent"?')


def told(text: str) -> list[tuple[int, str]]:
    settings, problems = check(text)
    assert settings is None
    return [(problem.line, problem.text) for problem in problems]


def test_colors_too_near_to_each_other_are_told_at_that_of_the_host() -> None:
    assert told('  accent: ["#1f6b47", "#304035"]\n') == [
        (6, "accent on paper has a contrast of 1.61 by night"),
        (6, "accent on raised has a contrast of 1.45 by night"),
        (6, "accent on tint has a contrast of 1.23 by night"),
        (6, "on_accent on accent has a contrast of 1.54 by night"),
    ]


def test_a_ground_that_takes_the_words_away_is_told_for_each_of_them() -> None:
    found = told('  tint: ["#1f2a2e", "#22322a"]\n')
    assert [text.partition(" has ")[0] for _, text in found] == [
        f"{name} on tint" for name in ("ink", "soft", "accent")
    ]


def test_lines_need_less_than_words() -> None:
    assert check('  strong_rule: ["#808981", "#808a82"]\n')[1] == []
    assert [text for _, text in told('  strong_rule: ["#a5aea6", "#808a82"]\n')] != []
