"""The HTML of a text for one page. Addresses and numbers come in from outside; nothing else is looked up."""

from collections import Counter
from collections.abc import Mapping
from html import escape

from site_builder.core.model import Document, Placeholder
from site_builder.graphics.svg import NO_DRAWINGS, Drawing, framed


def render_markdown(
    document: Document,
    addresses: Mapping[str, str],
    numbers: Mapping[str, int],
    drawings: Mapping[str, Drawing] = NO_DRAWINGS,
    prefix: str = "",
    deeper: int = 0,
    notes: Mapping[str, str] | None = None,
) -> str:
    """Write a document as HTML.

    `addresses` maps each link as written to its address, `numbers` each cited source to its number, `drawings` an
    image's address as written to what stands in the page instead. In a book, `prefix` keeps the ids of its chapters
    apart, and headings are `deeper` by so many levels. `notes` holds, by source, what wide screens show beside its
    first mention.
    """
    writer = _Writer(addresses, numbers, drawings, prefix, deeper, notes or {})
    return "".join(piece if isinstance(piece, str) else writer.write(piece) for piece in document.pieces)


class _Writer:
    """Writes what stands between the pieces, and counts how often a source is mentioned."""

    def __init__(
        self,
        addresses: Mapping[str, str],
        numbers: Mapping[str, int],
        drawings: Mapping[str, Drawing],
        prefix: str,
        deeper: int,
        notes: Mapping[str, str],
    ) -> None:
        self.addresses = addresses
        self.numbers = numbers
        self.drawings = drawings
        self.prefix = prefix
        self.deeper = deeper
        self.notes = notes
        self.mentions: Counter[str] = Counter()

    def write(self, placeholder: Placeholder) -> str:
        match placeholder:
            case "heading", level, name:
                return f'<h{level + self.deeper} id="{self.prefix}{name}">'
            case "heading-end", level:
                return f"</h{level + self.deeper}>\n"
            case "link", href, title:
                if not self.addresses[href]:  # a chapter that this copy has left out
                    return "<a>"
                start = f'<a href="{escape(self.addresses[href])}"'
                return f'{start} title="{escape(title)}">' if title else f"{start}>"
            case "image", src, alt:
                return self.image(src, alt)
            case "citation", cited:
                return self.citation(cited)

    def image(self, written: str, alt: str) -> str:
        src = self.addresses[written]
        drawing = self.drawings.get(written)
        if drawing and drawing.body:
            return framed(drawing, alt, "drawing diagram", data_picture=src)
        size = f' width="{drawing.width}" height="{drawing.height}"' if drawing else ""
        return f'<img src="{escape(src)}" alt="{escape(alt)}"{size}>'

    def citation(self, cited: tuple[tuple[str, str], ...]) -> str:
        links = [self.citation_link(source_id, note) for source_id, note in cited]
        beside = [self.side_note(source_id) for source_id, _ in cited]
        return f'<sup class="cite">{", ".join(links)}</sup>{"".join(beside)}'

    def citation_link(self, source_id: str, note: str) -> str:
        number = self.numbers[source_id]
        self.mentions[source_id] += 1
        back = self.prefix + mention_id(number, self.mentions[source_id])
        link = f'<a href="#source-{number}" id="{back}" role="doc-noteref">{number}</a>'
        return f"{link} ({escape(note)})" if note else link

    def side_note(self, source_id: str) -> str:
        """What stands in the margin of a wide screen; the list of sources says it to everybody."""
        if self.mentions[source_id] > 1 or source_id not in self.notes:
            return ""
        number = f'<span class="number">{self.numbers[source_id]}</span>'
        return f'<span class="side-note" aria-hidden="true">{number} {escape(self.notes[source_id])}</span>'


def mention_id(number: int, mention: int) -> str:
    """Name the place in the text where source `number` is mentioned for the `mention`-th time."""
    return f"cited-{number}" if mention == 1 else f"cited-{number}-{mention}"
