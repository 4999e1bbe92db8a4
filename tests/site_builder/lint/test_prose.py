"""The checks on words: what they count, and what they tell about a page that breaks one."""

import re

import pytest

from site_builder.content.load import read_content
from site_builder.core.model import Page
from site_builder.core.problems import render_problem
from site_builder.core.project import Project
from site_builder.lint.prose import Avoided, Wording, check_words, count_syllables, measure, read_wording
from tests.site_builder.samples import make_page

WORDING = Wording(
    lang="en",
    grade=9,
    mean_grade=8,
    sentence=12,
    run=4,
    avoid=(Avoided("should", "do not preach"), Avoided("cure", "we promise nothing")),
    right=("what should happen",),
)


def chapter(body: str, slug: str = "weak-ties", **changes: object) -> Page:
    return make_page(slug, body + "\n", **changes)


def told(*chapters: Page, wording: Wording = WORDING) -> list[str]:
    return [render_problem(problem).rstrip("\n") for problem in check_words(chapters, (), wording)]


def test_plain_words_pass() -> None:
    assert told(chapter("Say good morning. Then go on your way.")) == []


def test_words_sentences_and_sources_are_counted() -> None:
    measured = measure(make_page("a", "## Not a sentence\n\nOne two three. “Four five!” Six [@a; @b]. Seven [@a].\n"))
    assert (measured.words, measured.longest_sentence, measured.citations) == (7, 3, 2)


def test_rhythm_is_that_of_what_is_told() -> None:
    table = "| a | b |\n|-|-|\n| c | d |\n"
    measured = measure(make_page("a", f"One. One two three.\n\n> To say it in six words.\n\n{table}"))
    assert (measured.mean, measured.spread, measured.words, measured.longest_sentence) == (2, 1, 14, 6)


def test_words_to_say_have_a_grade_of_their_own() -> None:
    hard, plain = "Organizational communication necessitates collaboration.", "The cat sat."
    measured = measure(make_page("a", f"{hard}\n\n> {plain}\n"))
    assert measured.said_grade < 2 < 15 < measured.grade
    assert measure(make_page("a", f"{hard}\n")).said_grade == 0


def test_a_boxed_remark_is_no_word_to_say() -> None:
    measured = measure(make_page("a", "> [!NOTE]\n> Organizational communication necessitates collaboration.\n"))
    assert measured.said_grade == 0 < measured.grade


def test_long_words_raise_the_grade() -> None:
    short = measure(make_page("a", "The cat sat on the mat. It was a good cat.\n"))
    long = measure(make_page("a", "Organizational communication necessitates interdisciplinary collaboration.\n"))
    assert short.grade < 2 < 15 < long.grade


@pytest.mark.parametrize(
    ("count", "words"),
    [
        (1, "the cat walked you’re Anne’s notes 94"),
        (2, "table wanted houses needed only belong neighbor’s"),
        (3, "library example neighborhood"),
    ],
)
def test_syllables_are_counted(count: int, words: str) -> None:
    assert [word for word in words.split() if count_syllables(word) != count] == []


def test_a_hard_page_is_told() -> None:
    page = chapter("Organizational communication necessitates interdisciplinary collaboration.")
    assert told(page)[0].splitlines()[0].startswith("content/chapters/weak-ties.md:1:1: reading grade ")
    assert "    allowed: at most 9" in told(page)[0]


def test_pages_that_are_hard_together_are_told() -> None:
    hard = "Regular neighborly invitations encourage participation."
    lenient = Wording("en", 99, 1, 12, 40, (), ())
    assert told(chapter(hard), wording=lenient)[-1].startswith("content: mean reading grade ")


def test_a_long_sentence_is_told_with_its_line() -> None:
    page = chapter("Short.\n\nOne two three four five six seven eight nine ten eleven twelve thirteen.")
    assert told(page) == [
        "content/chapters/weak-ties.md:3:1: a sentence of 13 words: "
        '"One two three four five six seven eight ..."\n'
        "    3 | One two three four five six seven eight nine ten eleven twelve thirteen.\n"
        "      | ^\n"
        "    allowed: at most 12"
    ]


@pytest.mark.parametrize("text", ["You should go.", "It cures.", "It cured him.", "## Should you"])
def test_a_word_not_to_say_is_told_in_its_forms(text: str) -> None:
    assert len(told(chapter(text))) == 1


def test_the_message_of_a_word_says_why() -> None:
    assert told(chapter("You should go.")) == [
        'content/chapters/weak-ties.md:1:1: "should"\n    1 | You should go.\n      | ^\n    do not preach'
    ]


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ("Organizational communication necessitates interdisciplinary collaboration.\n", "grade"),
        ("One two three four five six seven eight nine ten eleven twelve thirteen.\n", "long-sentence"),
        ("You should go.\n", "avoid"),
        ("Say good morning to him.\n", "repeated-words"),
        ("Read [here](../safety.html).\n", "vague-link"),
    ],
)
def test_every_mistake_has_its_code(body: str, code: str) -> None:
    pages = [chapter("Say good morning to him.", slug="belonging"), make_page("weak-ties", body)]
    assert {problem.code for problem in check_words(pages, (), WORDING)} == {code}


def test_titles_and_summaries_are_read_too() -> None:
    assert len(told(chapter("Go.", title="You should go.", summary="It cures."))) == 2


@pytest.mark.parametrize("text", ["Ask what should happen.", "A shoulder of lamb.", "The curate."])
def test_right_uses_and_other_words_pass(text: str) -> None:
    assert told(chapter(text)) == []


def test_words_that_stand_in_two_pages_are_told_once() -> None:
    one = chapter("Say good morning to the man at the gate.")
    other = chapter("Today we say good morning to the man at the gate again.", slug="local-life")
    assert told(one, other) == [
        'content/chapters/local-life.md:1:1: "say good morning to" stands in content/chapters/weak-ties.md:1 too\n'
        "    1 | Today we say good morning to the man at the gate again.\n"
        "      | ^\n"
        "    say it once, or in other words"
    ]


def test_words_may_stand_twice_in_one_page() -> None:
    assert told(chapter("Say good morning to him.\n\nSay good morning to him.")) == []


def test_the_site_itself_passes(project: Project) -> None:
    content = read_content(project)
    assert list(check_words(content.chapters, content.pages, read_wording(project))) == []


def test_notes_on_sources_are_in_american_spelling(project: Project) -> None:
    british = [avoided.word for avoided in read_wording(project).avoid if avoided.why == "American spelling"]
    notes = [(reference.id, reference.finding.lower()) for reference in read_content(project).references.values()]
    assert [(source, word) for source, note in notes for word in british if re.search(rf"\b{word}", note)] == []


def test_every_chapter_is_a_whole_one(project: Project) -> None:
    figures = [measure(page) for page in read_content(project).chapters]
    assert [f.page.slug for f in figures if not (1400 <= f.words <= 2600 and f.citations >= 5)] == []
