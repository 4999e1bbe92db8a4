"""SVG to PNG, kept in `.cache/raster/` by the hash of everything that goes in.

No font of the machine is used. Pictures keep at most 256 colors: some shades of an edge become a near one, which no
eye sees, and the file is less than half as large.
"""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import PIL
import resvg_py

from site_builder.core.model import Files
from site_builder.core.project import Project
from site_builder.graphics.draw import draw_missing
from site_builder.graphics.svg import Sheet
from site_builder.toolchain.cache import Cache, content_hash, open_cache

DRAWER = Path(__file__).with_name("draw.py")
VERSIONS = f"{resvg_py.__version__} {resvg_py.__resvg_version__} {PIL.__version__}"
FEW = 4
"""So many pictures for each process; for fewer it takes longer to start one than to draw them."""


def rasterize(drawings: Mapping[str, str], fonts: Sequence[bytes], project: Project) -> Files:
    """Turn drawings into PNG files of the same names, each as large as its `width` and `height` say.

    A text is drawn with `fonts`, TrueType, and with nothing else. `ValueError` where a drawing is no SVG.
    """
    with rasterizing({name: Sheet(svg) for name, svg in drawings.items()}, fonts, project) as finish:
        return finish()


@contextmanager
def rasterizing(
    sheets: Mapping[str, Sheet], fonts: Sequence[bytes], project: Project
) -> Iterator[Callable[[], Files]]:
    """Let other cores begin to `rasterize`; what this gives does the rest and returns the files."""
    cache = open_cache(project, "raster")
    shared = {
        "versions": VERSIONS,
        "drawer": content_hash({DRAWER.name: DRAWER.read_bytes()}),
        "fonts": content_hash({str(number): font for number, font in enumerate(fonts)}),
    }
    job = {
        name: shared | {"svg": sheet.svg, "inset": sheet.inset, "at": f"{sheet.left} {sheet.top}"}
        for name, sheet in sheets.items()
    }
    files = _read(job, cache)
    missing = {name: inputs for name, inputs in job.items() if name not in files}
    with _drawing(missing, fonts, cache) as draw_rest:

        def finish() -> Files:
            draw_rest()
            drawn = files | _read(missing, cache)
            return {name: drawn[name] for name in job}

        yield finish


def _read(job: Mapping[str, Mapping[str, str]], cache: Cache) -> Files:
    """Read those pictures that are in the cache."""
    inputs = {name: {key: text.encode() for key, text in texts.items()} for name, texts in job.items()}
    found = {name: cache.read(name, what) for name, what in inputs.items()}
    return {name: data for name, data in found.items() if data is not None}


@contextmanager
def _drawing(
    job: Mapping[str, Mapping[str, str]], fonts: Sequence[bytes], cache: Cache
) -> Iterator[Callable[[], None]]:
    """Draw into the cache, with a process on each core.

    What a helper could not draw this process draws, or fails as if it were alone. A pool of `concurrent.futures` has
    no such way out, and would run the main module of whoever builds a site once more in each process.
    """
    if not job:
        yield lambda: None
        return
    count = max(1, min(os.cpu_count() or 1, len(job) // FEW))
    with TemporaryDirectory() as folder:
        paths = [Path(folder, f"{number}.ttf") for number in range(len(fonts))]
        for path, font in zip(paths, fonts, strict=True):
            path.write_bytes(font)
        names = list(map(str, paths))
        asked = Path(folder, "asked.json")
        asked.write_text(json.dumps({"job": job, "fonts": names, "cache": str(cache.folder.resolve())}), "utf-8")
        with _helpers(asked, count):
            yield lambda: draw_missing(job, names, cache, 0, count)


@contextmanager
def _helpers(asked: Path, count: int) -> Iterator[None]:
    """Let other processes draw their parts meanwhile; none of them outlives this."""
    command = [sys.executable, "-m", "site_builder.graphics.draw", str(asked)]
    quiet = subprocess.DEVNULL
    helpers = [
        subprocess.Popen([*command, str(place), str(count)], stdin=quiet, stdout=quiet, stderr=quiet)
        for place in range(1, count)
    ]
    try:
        yield
    except BaseException:
        for helper in helpers:
            helper.terminate()
        raise
    finally:
        for helper in helpers:
            helper.wait()
