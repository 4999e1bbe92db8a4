"""What a person has, of the things that a move may need. What nobody said is not there."""

from scoring.model import HOME_NOT_PRIVATE, NEEDS, STRAND_IDS, YES, Answers

ANSWERS_THAT_GIVE = {
    "a-group": ("groups",),
    "a-friend": ("friendship",),
    "a-regular-place": ("belonging", "local-life"),
    "a-group-chat": ("digital-community",),
}
"""An answer above 0 in one of these strands shows that it is there."""

CONTEXTS_THAT_TAKE = {
    "a-group-chat": ("does-not-text", HOME_NOT_PRIVATE),
    "a-car": ("no-car",),
    "texting": ("does-not-text", HOME_NOT_PRIVATE),
    "a-private-home": (HOME_NOT_PRIVATE,),
}
"""The contexts that rule each out, whatever the answers say. Who is watched at home is often watched on the phone."""

THERE_UNLESS_TAKEN = ("texting", "a-private-home")


def ruled_out(need: str, contexts: tuple[str, ...]) -> bool:
    """Whether the life of the person leaves no room for it."""
    return not set(contexts).isdisjoint(CONTEXTS_THAT_TAKE.get(need, ()))


def needs_met(answers: Answers) -> frozenset[str]:
    """Find what the person has, by answers, contexts and second questions."""
    values = dict(zip(STRAND_IDS, answers.values, strict=True))
    return frozenset(
        need
        for need in NEEDS
        if not ruled_out(need, answers.contexts)
        and (
            need in THERE_UNLESS_TAKEN
            or (need, YES) in answers.second
            or any(values[strand] for strand in ANSWERS_THAT_GIVE.get(need, ()))
        )
    )
