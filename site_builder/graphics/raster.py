"""SVG to PNG, kept in `.cache/raster/` by the hash of everything that goes in.

No font of the machine is used. Pictures keep at most 256 colors: some shades of an edge become a near one, which no
eye sees, and the file is less than half as large.
"""

from collections.abc import Iterator, Mapping, Sequence
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

import PIL
import resvg_py
from PIL import Image

from site_builder.core.model import Files
from site_builder.core.project import Project
from site_builder.toolchain.cache import Cache, content_hash

MOST_COLORS = 256
VERSIONS = f"{resvg_py.__version__} {resvg_py.__resvg_version__} {PIL.__version__}"


def rasterize(drawings: Mapping[str, str], fonts: Sequence[bytes], project: Project) -> Files:
    """Turn drawings into PNG files of the same names, each as large as its `width` and `height` say.

    A text is drawn with `fonts`, TrueType, and with nothing else. `ValueError` where a drawing is no SVG.
    """
    cache = Cache(project.cache / "raster")
    shared = {"versions": VERSIONS.encode(), "fonts": content_hash({str(n): f for n, f in enumerate(fonts)}).encode()}
    inputs = {name: shared | {"svg": svg.encode()} for name, svg in drawings.items()}
    kept = {name: cache.read(name, what) for name, what in inputs.items()}
    missing = [name for name, data in kept.items() if data is None]
    drawn = dict(zip(missing, _draw([drawings[name] for name in missing], fonts), strict=True))
    for name, data in drawn.items():
        cache.keep(name, inputs[name], data)
    return {name: drawn[name] if data is None else data for name, data in kept.items()}


def _draw(drawings: Sequence[str], fonts: Sequence[bytes]) -> Iterator[bytes]:
    """Draw what is missing in the cache."""
    with TemporaryDirectory() as folder:
        paths = [Path(folder, f"{number}.ttf") for number in range(len(fonts))]
        for path, font in zip(paths, fonts, strict=True):
            path.write_bytes(font)
        for svg in drawings:
            drawn = resvg_py.svg_to_bytes(svg_string=svg, skip_system_fonts=True, font_files=list(map(str, paths)))
            yield _fewer_colors(drawn)


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
