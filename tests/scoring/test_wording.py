"""Plain wording of what the catalogue asks, says and suggests.

The word lists are rules S19, S20, S23 and S26 of the research on other tools: no medical words, no vague counts,
no words about persons, no guilt and no false urgency. A hit that was looked at and is right stands in a table
with the reason; an entry that is no longer needed is a fault as well.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import combinations

import pytest

from scoring import Catalogue, Move, score_answers
from scoring.catalogue_words import WORDS
from tests.scoring.people import person

NOT_TO_SAY = {
    "S19, it is no diagnosis": r"diagnos\w*|treat|treats|treated|treatments?|prevent\w*|cures?|cured|clinical\w*",
    "S20, it asks for counts": r"often|usually|rarely",
    "S23, it speaks of behaviours and not of persons": (
        r"lonely|loneliness|isolated|poor|failing|failed|failure|at risk|should|must|suffer\w*|admit\w*"
    ),
    "S26, it blames nobody and is never urgent": (
        r"streaks?|overdue|guilt\w*|urgent\w*|hurry|too late|last chance|never miss"
    ),
}
LOOKED_AT = {
    ("be-first-there-two-weeks-running", "hurry"): 'it says "no hurry"',
    ("ask-which-day-the-recycling-goes", "hurry"): "asks for someone who is not in one",
    ("ask-for-a-recipe-you-admired", "hurry"): 'it says "no hurry"',
    ("one-small-choice-for-a-friend", "urgent"): 'it says "not urgent"',
    ("stop-when-you-see-me-out", "hurry"): "the other person's own, as a way to say no",
    ("own-up-to-a-lost-name", "hurry"): "the other person's own, as a way to say no",
}
"""By place and word."""

TALKS_OF = {
    "money": r"money|cash|pays?|paid|lends?|loans?|bank|card number|bills?|donat\w*|prices?",
    "children": r"child|children|kids?|bab(?:y|ies)|toddlers?|teen\w*|pupils?|school",
    "strangers": r"strangers?|someone new|new face|newcomers?|you (?:do not|don’t) know|never met|met only online",
}
NO_GUARD_NEEDED = {
    "swap-the-cafe-for-a-bench": "spends less money, and asks nobody for any",
    "let-someone-else-wash-the-cups": '"pay it back" is about a favor',
    "type-out-a-notice-in-a-picture": "the price on a poster",
    "keep-a-chair-at-a-free-talk": "a talk in a school, for anybody",
    "count-what-you-already-did": "one's own school run, written down",
    "offer-a-wake-up-call": "one's own baby; the call is to someone known",
}
"""By id of the move."""

NEVER_ONE = {"wishes_many": "tells of three or more"}
"""Sentences with a count that is never one."""


def moves(catalogue: Catalogue) -> list[Move]:
    return [move for strand in catalogue.strands for move in strand.moves]


def move_texts(move: Move) -> tuple[str, ...]:
    return (move.title, move.detail, move.say, move.easy_no, move.guard)


def texts(catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    """Every text that a reader may meet, with a name for its place."""
    for name, text in catalogue.words.items():
        yield f"words.{name}", text
    for band in catalogue.bands:
        yield from ((f"bands.{band.id}", text) for text in (band.label, band.sentence))
    for choice in (*catalogue.capacities, *catalogue.contexts):
        yield from ((choice.id, text) for text in (choice.label, choice.hint, choice.group) if text)
    for question in catalogue.second_questions:
        yield from ((question.id, text) for text in (question.question, question.yes, question.no))
    for strand in catalogue.strands:
        asked = (
            strand.label,
            strand.chapter,
            strand.question,
            strand.hint,
            *strand.answers,
            *filter(None, [strand.set_aside]),
            strand.card_line,
            strand.keep_line,
        )
        yield from ((strand.id, text) for text in asked)
        for step in strand.protocol.steps:
            yield from ((f"{strand.id}.protocol", text) for text in (step.when, step.then, step.if_not))
        yield f"{strand.id}.protocol", strand.protocol.repair
        for move in strand.moves:
            yield from ((move.id, text) for text in move_texts(move) if text)


def said(words: str, text: str) -> list[str]:
    """Those of the words that stand in the text, as whole words."""
    return [hit.lower() for hit in re.findall(rf"\b({words})\b", text, re.IGNORECASE)]


@pytest.mark.parametrize("rule", NOT_TO_SAY)
def test_no_text_says_what_the_rule_rules_out(rule: str, catalogue: Catalogue) -> None:
    hits = {(place, word) for place, text in texts(catalogue) for word in said(NOT_TO_SAY[rule], text)}
    assert hits - LOOKED_AT.keys() == set()


def test_every_accepted_word_is_still_there(catalogue: Catalogue) -> None:
    every_word = "|".join(NOT_TO_SAY.values())
    hits = {(place, word) for place, text in texts(catalogue) for word in said(every_word, text)}
    assert LOOKED_AT.keys() - hits == set()


def counted(catalogue: Catalogue, number: int) -> dict[str, str]:
    """The sentences that tell a count, with this number in them."""
    names = {"answered", "skipped", "number", "count"}
    told = {name for name, allowed in WORDS.items() if names & set(allowed)} - NEVER_ONE.keys()
    return {name: catalogue.words[name].format_map(defaultdict(lambda: number)) for name in told}


def test_a_count_of_one_reads_as_well_as_any_other(catalogue: Catalogue) -> None:
    """The same sentence serves all numbers: none is followed by a plural, and nothing speaks of several later."""
    one = counted(catalogue, 1)
    assert {"few", "few_in_words", "skipped", "partial"} <= one.keys()
    several = r"\b1 (?!of\b)[a-z]|\b(?:they|them|those|are|have)\b"
    assert {name: text for name, text in one.items() if re.search(several, text, re.IGNORECASE)} == {}


def test_every_question_states_its_window(catalogue: Catalogue) -> None:
    late = [s.id for s in catalogue.strands if not re.match(r"In the last 14 days, .+\?", s.question)]
    assert late == []


def test_the_five_answers_of_a_question_differ(catalogue: Catalogue) -> None:
    for strand in catalogue.strands:
        answers = [answer.strip().lower() for answer in (*strand.answers, *filter(None, [strand.set_aside]))]
        assert len(set(answers)) == 5 + bool(strand.set_aside), strand.id
        assert all(answers), strand.id


def test_a_quiet_fortnight_is_not_punished_in_repair(catalogue: Catalogue) -> None:
    quiet = person({"repair": "none"}, 3)
    assert catalogue.strand("repair").set_aside == "Nothing came up"
    assert score_answers(quiet.values, quiet.set_aside).range == (75, 75)


@pytest.mark.parametrize("field", ["id", "title", "detail", "say", "easy_no"])
def test_no_two_moves_share_a_text(field: str, catalogue: Catalogue) -> None:
    counts = Counter(" ".join(text.lower().split()) for move in moves(catalogue) if (text := getattr(move, field)))
    assert [text for text, count in counts.items() if count > 1] == []


def test_only_a_rest_move_may_have_nothing_to_say(catalogue: Catalogue) -> None:
    silent = {move.kind for move in moves(catalogue) if not move.say or not move.easy_no}
    assert silent == {"rest"}


def test_no_two_titles_are_nearly_equal(catalogue: Catalogue) -> None:
    near = []
    for one, other in combinations([move.title.lower() for move in moves(catalogue)], 2):
        pair = SequenceMatcher(None, one, other)
        if pair.real_quick_ratio() > 0.8 and pair.quick_ratio() > 0.8 and pair.ratio() > 0.8:
            near.append((one, other))
    assert near == []


@pytest.mark.parametrize("field", ["label", "question", "card_line", "keep_line"])
def test_no_two_strands_share_a_text(field: str, catalogue: Catalogue) -> None:
    assert len({getattr(strand, field).lower() for strand in catalogue.strands}) == len(catalogue.strands)


def test_every_title_is_a_sentence_with_a_capital_and_a_full_stop(catalogue: Catalogue) -> None:
    assert [move.id for move in moves(catalogue) if not re.fullmatch(r"[A-Z][^.]*\.", move.title)] == []


def test_every_id_of_a_move_is_lower_case_words_with_hyphens(catalogue: Catalogue) -> None:
    assert [move.id for move in moves(catalogue) if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", move.id)] == []


def test_no_text_has_stray_or_double_space(catalogue: Catalogue) -> None:
    assert [(place, text) for place, text in texts(catalogue) if text != " ".join(text.split())] == []


def unguarded(catalogue: Catalogue, topic: str) -> set[str]:
    """Moves that talk of a topic and do not say when to leave it."""
    return {
        move.id
        for move in moves(catalogue)
        if not move.guard and any(said(TALKS_OF[topic], text) for text in move_texts(move))
    }


@pytest.mark.parametrize("topic", TALKS_OF)
def test_moves_about_money_children_or_strangers_say_when_not_to(topic: str, catalogue: Catalogue) -> None:
    assert unguarded(catalogue, topic) - NO_GUARD_NEEDED.keys() == set()


def test_every_move_that_was_let_off_still_has_no_guard(catalogue: Catalogue) -> None:
    assert NO_GUARD_NEEDED.keys() - set.union(*(unguarded(catalogue, topic) for topic in TALKS_OF)) == set()
