"""What a page says of itself, before it is drawn: title, description, and the words of a link that is shared."""

from dataclasses import dataclass

PICTURE_SIZE = (1200, 630)
"""Width and height of the pictures of shared links, in pixels: what sites that show them ask for."""


@dataclass(frozen=True, slots=True)
class PageWords:
    """The words of one page."""

    output: str
    label: str
    headline: str
    place: int = 0
    """Of a chapter, from 1."""
    title: str = ""
    """What the window is called."""
    description: str = ""

    @property
    def slug(self) -> str:
        """The page's own name: weak-ties."""
        return self.output.removesuffix(".html").rpartition("/")[2]

    @property
    def picture(self) -> str:
        """Where the picture stands in the site: social/chapters/weak-ties.png."""
        return f"social/{self.output.removesuffix('.html')}.png"

    @property
    def says(self) -> str:
        """The words on the picture, for those who do not see it."""
        return f"{self.label}: {self.headline}"
