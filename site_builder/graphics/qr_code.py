"""An address as a QR code, so that paper leads back to the site."""

import segno

RESTORED = "m"
"""Level M: 15 percent may be lost to folds and coffee."""

QUIET = 4
"""Modules of empty paper on each side, as ISO/IEC 18004 asks."""


def qr_code(address: str) -> str:
    """Draw an address; whoever hears the page needs it in words beside the drawing."""
    code = segno.make(address, error=RESTORED, micro=False)
    return code.svg_inline(border=QUIET, omitsize=True, svgclass=None, lineclass=None)
