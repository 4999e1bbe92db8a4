"""What a shared link says of a page: the words that its head, its picture and its structured data have in common."""

from dataclasses import dataclass

PICTURE_SIZE = (1200, 630)
"""Width and height of the pictures, in pixels: what sites that show shared links ask for."""


@dataclass(frozen=True, slots=True)
class LinkWords:
    """The words of one page."""

    output: str
    label: str
    headline: str
    place: int = 0
    """Of a chapter, from 1."""

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
