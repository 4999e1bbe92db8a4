"""How a view tells scores and points: as numbers, or in words alone for readers who would rather see none."""

from scoring.model import Band, Catalogue
from scoring.score import Score, band_of


class Phrasing:
    """The catalogue's sentences. Where numbers are off, a sentence `x` gives way to `x_in_words`, if there is one."""

    def __init__(self, catalogue: Catalogue, numbers: bool = True, card_score: bool = True) -> None:
        self.catalogue = catalogue
        self.numbers = numbers
        self.card_score = card_score
        """Whether the card, which others see, names the score or its band."""

    def say(self, name: str, **items: object) -> str:
        """Fill in a sentence."""
        words = self.catalogue.words
        in_words = f"{name}_in_words"
        return words[name if self.numbers or in_words not in words else in_words].format(**items)

    def band(self, score: int) -> Band:
        """Find the band of a score of 0 to 100."""
        return next(band for band in self.catalogue.bands if band.id == band_of(score))

    def score(self, score: int) -> str:
        """Tell a score within a sentence: its number, or its band."""
        return str(score) if self.numbers else self.band(score).label.lower()

    def headline(self, score: Score) -> str:
        """Tell a score that is known: the number, or what is sure of it; its band; or the range while it is open."""
        if score.score is None:
            return self.range(score)
        known = self.score(score.score)
        return self.say("at_least", score=known) if score.is_open else known

    def range(self, score: Score) -> str:
        """Tell the range; one end where both are told alike."""
        low, high = (self.score(end) for end in score.range)
        return low if low == high else self.say("range", low=low, high=high)

    def points(self, points: float) -> str:
        """Tell what a strand earns."""
        return self.say("points", points=decimal(points))

    def gain(self, gain: float, most: bool) -> str:
        """Tell what one more step would add; `most` where no other step adds more, which only words need to say."""
        return self.say("gain_most" if most and not self.numbers else "gain", gain=decimal(gain))


def decimal(number: float) -> str:
    """Write points with one decimal."""
    return f"{number:.1f}"
