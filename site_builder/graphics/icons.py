"""Icons for home screens, drawn from the one icon of the site."""

import re

from site_builder.core.model import Files

ICON = "img/icon.svg"
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
    svg = assets[folder + ICON].decode()
    free = {name: _drawing(svg, side) for name, side in FREE.items()}
    return free | {name: _drawing(svg, side, part, paper) for name, (side, part) in FILLED.items()}


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
