"""The whole way through the builder with the keys alone, as somebody meets it who hears the page."""

from playwright.sync_api import Page, expect

from scoring.model import STRAND_IDS
from tests.browser.canaries import CODE
from tests.browser.conftest import WORKED_EXAMPLE, open_builder
from tests.browser.hearing import Listener
from tests.browser.mounted import Mounted

TO_THE_FIRST_QUESTION = [
    'link "Skip to the main text"',
    'link "Leave this page. Pressing Shift three times does the same."',
    'link "Community OS / Neighborhood Ledger"',
    'link "This week"',
    'link "People"',
    'link "Builder"',
    'link "Chapters"',
    'link "Safety"',
    'link "Search"',
    'link "Español"',
    'button "Dark page"',
    'link "Leaving does not erase history: how it works"',
    'link "Leave this page"',
    'link "Nothing you choose leaves this device."',
    'link "When not to reach out"',
    'checkbox "Keep nothing at all. For shared devices. A reload forgets the answers too."',
    'radio "None"',
]

ANSWERS = {
    "belonging": 'radio "Three" [checked]',
    "weak-ties": 'radio "One person" [checked]',
    "friendship": 'radio "Three people" [checked]',
    "hosting": 'radio "Twice" [checked]',
    "groups": 'radio "Three times" [checked]',
    "contribution": 'radio "Three or four" [checked]',
    "reciprocity": 'radio "Both ways, and only one of them twice or more" [checked]',
    "repair": 'radio "Two" [checked]',
    "local-life": 'radio "Three" [checked]',
    "digital-community": 'radio "Three or four times" [checked]',
}

THROUGH_THE_WEEK = [
    'checkbox "I am new here You moved, changed jobs or schools, or are starting over."',
    'checkbox "I care for someone A parent, a partner, a child who needs you, a neighbor."',
    'checkbox "I have small children Naps, nights and bedtimes set the clock."',
    'checkbox "I work nights or changing shifts Your free hours are not the usual ones."',
    'checkbox "I live somewhere rural or remote Places and people are far apart."',
    'checkbox "I have no car You go on foot, by bus, or with others."',
    'checkbox "Money is tight Suggestions that cost something are left out."',
    'checkbox "My energy or mobility is limited By illness, pain, disability, age, or a hard stretch."',
    'checkbox "I hear little Deaf, or hard of hearing."',
    'checkbox "I see little Blind, or with low vision."',
    'checkbox "I prefer quiet Fewer people and less noise suit you better."',
    'checkbox "I do not text No chats or apps. A call, a note or a word is fine."',
    'checkbox "I am still learning the language Few words, and time to find them."',
    'checkbox "I cannot talk freely at home Someone may listen, look, or decide for you."',
    'checkbox "I lost someone By death, or because they left."',
    'checkbox "Repeated contact"',
    'checkbox "Weak ties"',
    'checkbox "Close ties"',
    'checkbox "Invitations"',
    'checkbox "Groups"',
    'checkbox "Contribution"',
    'checkbox "Reciprocity"',
    'checkbox "Repair"',
    'checkbox "Local recognition"',
    'checkbox "Digital support"',
    'radio "Yes"',
]

TO_THE_RESULT = ['radio "Yes, it was too much"', 'link "See your next move"']

ANOTHER = "Another idea instead of"
THROUGH_THE_RESULT = [
    'link "what this means"',
    'button "I’ll do this',
    f'button "{ANOTHER}',
    'button "I’ll do this',
    f'button "{ANOTHER}',
    'checkbox "Score on the card"',
    'button "Copy as text"',
    'button "Save picture"',
    'button "Print"',
    "text: As text, as a link, as a drawing",
    "text: Put it in a calendar",
    'checkbox "Keep my answers on this device Anyone with this device can open them."',
    "text: Other steps for this strand",
    "text: Recommended path",
    'link "Weak Ties"',
    'link "Weak Ties"',
    'link "Hosting"',
    'link "Weekly Review"',
    "text: How each point is counted",
]
"""How each stop begins; the moves change with the week."""

ASKED = "One more, for it changes the suggestion. Was what you did for others more than you had room for?"

ON_THIS_DEVICE = [
    "text: The map as a list",
    'checkbox "Words instead of numbers"',
    'link "See your next move"',
    'button "Save my answers as a file"',
    'button "Open a saved file"',
    'button "Erase everything"',
    'button "Make available offline"',
    'link "Home"',
]


def answer_with_keys(page: Page, listener: Listener) -> None:
    """From the first radio on: Tab to each question, Space for its first answer, arrows to the others."""
    for number, strand in enumerate(STRAND_IDS, 1):
        group = listener.group()
        assert group.startswith('group "'), group
        assert "14 days" not in group  # the heading says that once for all
        assert page.locator("fieldset:focus-within .hint").get_attribute("id") == page.locator(
            "fieldset:focus-within"
        ).get_attribute("aria-describedby")
        listener.press("Space")
        assert listener.press("ArrowDown", WORKED_EXAMPLE[strand]) == ANSWERS[strand]
        if number == 1:
            listener.hears("1 of 10 questions done. Your score will be between 1 and 97.")
        listener.press("Tab")
    assert listener.stop() == "text: Does any of this describe you now?"
    assert listener.tab_to("radio") == THROUGH_THE_WEEK
    listener.press("Tab")
    assert listener.group() == 'group "How much room do you have this week?"'
    listener.press("Space")
    assert listener.press("ArrowDown", 2).startswith('radio "Some ')


def test_the_whole_way_with_the_keys_alone(page: Page, mounted: Mounted) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"], origin=mounted.origin)
    listener = Listener(page)
    open_builder(page, mounted)
    assert listener.tab_to("radio") == TO_THE_FIRST_QUESTION
    answer_with_keys(page, listener)
    listener.hears(f"Connection score 64 of 100, Warming. Thin spot: Weak ties. {ASKED}")
    expect(page.get_by_role("radio", name="Yes, it was too much")).to_be_visible()

    assert listener.tab_to("See your next move") == TO_THE_RESULT
    page.keyboard.press("Enter")
    expect(page.locator("#result")).to_be_focused()
    assert listener.stop() == 'region "Your next move"'
    stops = listener.tab_to("How each point is counted")
    assert len(stops) == len(THROUGH_THE_RESULT), stops
    assert all(map(str.startswith, stops, THROUGH_THE_RESULT)), stops

    page.keyboard.press("Enter")
    assert listener.tab_to("button") == [
        'group "How each point is counted"',
        'button "One step fewer: Repeated contact"',
    ]
    assert listener.press("Tab") == 'button "One step more: Repeated contact"'
    page.keyboard.press("Enter")
    listener.hears(page.locator(".tried").first.inner_text())
    expect(page.locator("[role=status]")).to_contain_text("the score would be 66")

    while listener.stop() != 'button "Copy as text"':
        listener.press("Shift+Tab")
    page.keyboard.press("Enter")
    listener.hears("Copied.")
    while ANOTHER not in listener.stop():
        listener.press("Shift+Tab")
    page.keyboard.press("Enter")
    expect(page.locator("#result [data-out=contribution] .small")).to_contain_text("Idea 2 of")
    assert ANOTHER in listener.stop()
    move = page.locator("#result [data-out=contribution]")
    listener.hears(f"{move.locator('.small').inner_text()}. {move.locator('.move-title').inner_text()}")

    last_of_the_table = 'button "One step more: Digital support"'
    listener.tab_to(last_of_the_table)
    assert listener.tab_to("Home") == ON_THIS_DEVICE
    listener.press("Shift+Tab", 2)
    page.keyboard.press("Enter")
    assert listener.stop() == 'button "Keep it"'
    assert listener.press("Tab") == 'button "Erase everything"'
    page.keyboard.press("Enter")
    listener.hears("Your answers, your ledger and your choices are erased from this browser.")
    expect(page.locator("main [data-do=erase]")).to_be_focused()
    assert_said_in_order(listener)


def assert_said_in_order(listener: Listener) -> None:
    depend_on_speed = ("Getting Python ready", *(f"{number} of 10 questions done" for number in range(1, 10)))
    said = [text for text in listener.heard if text and not text.startswith(depend_on_speed)]
    # Where answers come slowly the scores on the way, and those of other amounts of room, are told as well.
    scores = [text for text in said if text.startswith("Connection score")]
    assert any(text.endswith(ASKED) for text in scores)
    said = [text for text in said if text not in scores]
    ends = (
        "would be 66.",
        "Copied.",
        move_said(said),
        "Your answers, your ledger and your choices are erased from this browser.",
    )
    assert len(said) == len(ends), "\n".join(said)
    assert all(text.endswith(end) for text, end in zip(said, ends, strict=True)), said


def move_said(said: list[str]) -> str:
    """What was said of another idea."""
    return next(text for text in said if text.startswith("Idea 2 of"))


def test_a_shared_card_with_the_keys_alone(page: Page, mounted: Mounted) -> None:
    listener = Listener(page)
    page.goto(mounted.url(f"builder.html#{CODE}"))
    expect(page.locator("#shared [data-text=card]")).to_contain_text("Thin spot: Weak ties")
    assert listener.stop() == 'region "A card that was shared with you"'
    listener.hears("A card that was shared with you")
    assert listener.press("Tab") == 'button "Make your own"'
    assert listener.press("Tab") == 'button "Use these answers"'
    page.keyboard.press("Enter")
    expect(page.locator("#result")).to_be_focused()
    listener.hears("The answers of the shared card are in the form now.")
