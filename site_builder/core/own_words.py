"""What a copy calls itself: in a sentence, below an icon, in the name of a file; and what it has to tell just now."""

from dataclasses import dataclass

AUTHOR, LICENSE = "The Community OS contributors", "CC BY 4.0"
"""Whose words a book holds and who may use them, if a site names nothing else."""

UNDER_AN_ICON = 12
"""So many characters of a name stand under an icon on a home screen."""


@dataclass(frozen=True, slots=True)
class Notice:
    """What stands at the head of the landing page for a while."""

    text: str
    link: str = ""
    """A page of the site, from its root, or an address elsewhere; empty where it leads nowhere."""
    link_text: str = ""


def icon_name(name: str) -> str:
    """As many words of a name as have room under an icon; the first one in any case.

    >>> icon_name("Friends of Oak Street")
    'Friends'
    """
    first, *others = name.split()
    words = [first]
    for word in others:
        if len(" ".join([*words, word])) > UNDER_AN_ICON:
            break
        words.append(word)
    if len(words) <= len(others):
        while len(words) > 1 and (words[-1].islower() or not words[-1].isalnum()):
            words.pop()  # "of" or "&" says nothing at an end
    return " ".join(words)
