"""SVG to PNG, kept in `.cache/raster/` by the hash of everything that goes in.

No font of the machine is used. Pictures keep at most 256 colors: some shades of an edge become a near one, which no
eye sees, and the file is less than half as large.
"""

from collections.abc import Sequence
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

import PIL
import resvg_py
from PIL import Image

from site_builder.core.model import Files
from site_builder.core.project import Project
from site_builder.toolchain.cache import keep

MOST_COLORS = 256
VERSIONS = f"{resvg_py.__version__} {resvg_py.__resvg_version__} {PIL.__version__}"


def rasterize(drawings: dict[str, str], fonts: Sequence[bytes], project: Project) -> Files:
    """Turn drawings into PNG files of the same names, each as large as its `width` and `height` say.

    A text is drawn with `fonts`, TrueType, and with nothing else. `ValueError` where a drawing is no SVG.
    """
    folder = project.cache / "raster"
    known = sha256(VERSIONS.encode() + b"\0".join(sha256(font).digest() for font in fonts))
    kept = {}
    for name, svg in drawings.items():
        digest = known.copy()
        digest.update(svg.encode())
        kept[name] = folder / f"{digest.hexdigest()[:20]}.png"
    missing = {path: drawings[name] for name, path in kept.items() if not path.is_file()}
    if missing:
        _draw(missing, fonts)
    return {name: path.read_bytes() for name, path in kept.items()}


def _draw(drawings: dict[Path, str], fonts: Sequence[bytes]) -> None:
    """Draw what is missing in the cache."""
    with TemporaryDirectory() as folder:
        paths = [Path(folder, f"{number}.ttf") for number in range(len(fonts))]
        for path, font in zip(paths, fonts, strict=True):
            path.write_bytes(font)
        for path, svg in drawings.items():
            drawn = resvg_py.svg_to_bytes(svg_string=svg, skip_system_fonts=True, font_files=list(map(str, paths)))
            keep(path, _fewer_colors(drawn))


def _fewer_colors(png: bytes) -> bytes:
    """Write a picture without clear parts with a palette; one with clear parts stays as it is."""
    with Image.open(BytesIO(png)) as opened:
        whole = opened.convert("RGBA")
    image: Image.Image = whole
    if whole.getchannel("A").getextrema() == (255, 255):
        # Without dithering the large areas keep their exact color; asking for a given palette would not see to that.
        image = whole.convert("RGB").quantize(MOST_COLORS, Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
    buffer = BytesIO()
    image.save(buffer, "PNG", optimize=True)
    return buffer.getvalue()
