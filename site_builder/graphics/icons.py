"""Icons for home screens, drawn from the one icon of the site."""

import re
from base64 import b64encode

from site_builder.assets.marks import ICON, icon_of
from site_builder.assets.pictures import look
from site_builder.core.model import Files

ROOT = re.compile(r"<svg\b[^>]*>")
NAMESPACE = re.compile(r"\sxmlns:[\w-]+=(?:\"[^\"]*\"|'[^']*')")
"""Names that drawing programs give to elements of their own."""

VIEW_BOX = re.compile(r'\bviewBox="([^"]*)"')

FREE = {"icons/icon-192.png": 192, "icons/icon-512.png": 512}
"""Shown as they are, with clear corners: side in pixels."""

FILLED = {"icons/apple-touch-icon.png": (180, 0.9), "icons/maskable-512.png": (512, 0.8)}
"""Cut to a shape of the system's own, so paper reaches the edges: side in pixels, and the part that the icon takes.

Of a maskable icon, a circle of 80 percent of the side is sure to be seen.
"""


def render_icons(assets: Files, folder: str, paper: str) -> dict[str, str]:
    """Give the drawing of each icon file, some on paper."""
    name = icon_of(assets, folder)
    data = assets[folder + name]
    svg = _framed(data) if name == ICON else data.decode()
    free = {name: _drawing(svg, side) for name, side in FREE.items()}
    return free | {name: _drawing(svg, side, part, paper) for name, (side, part) in FILLED.items()}


def _framed(data: bytes) -> str:
    """A drawing that holds nothing but a picture of pixels."""
    _, width, height = look(data)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}"><image width="{width}" '
        f'height="{height}" href="data:image/png;base64,{b64encode(data).decode()}"/></svg>'
    )


def _drawing(svg: str, side: int, part: float = 1, ground: str = "none") -> str:
    """Put the icon into the middle of a square."""
    root, box = ROOT.search(svg), VIEW_BOX.search(svg)
    assert root, "check_own_drawings asks for it"
    assert box, "this too"
    edge = round(side * (1 - part) / 2)  # a whole pixel, so that no seam shows between paper and paper
    inner = side - 2 * edge
    place = f'x="{edge}" y="{edge}" width="{inner}" height="{inner}" viewBox="{box[1]}"'
    names = "".join(NAMESPACE.findall(root[0]))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{side}" height="{side}" viewBox="0 0 {side} {side}">'
        f'<rect width="{side}" height="{side}" fill="{ground}"/>'
        f"<svg {place}{names}>{svg[root.end() :]}"
        "</svg>"
    )
