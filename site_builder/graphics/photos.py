"""Pictures of pixels as readers get them: no wider than a page shows them, upright, without what a camera adds.

A phone writes into each photo where it was taken, and nobody means to publish that. What is made is kept in
`.cache/photos/`.
"""

from collections.abc import Mapping
from contextlib import suppress
from functools import partial
from io import BytesIO
from typing import Any

import PIL
from PIL import Image, ImageOps

from site_builder.assets.pictures import KINDS
from site_builder.core.model import Files
from site_builder.core.problems import Problem
from site_builder.core.project import Project
from site_builder.graphics.svg import Drawing
from site_builder.toolchain.cache import open_cache

WIDEST = 1280
"""Pixels: the width of a text, on screens that show two for one."""

ADDED = ("exif", "xmp", "XML:com.adobe.xmp", "photoshop", "comment")
"""What cameras and programs write into a picture, by Pillow's names."""

SAVING: Mapping[str, Mapping[str, Any]] = {
    "JPEG": {"quality": 85, "optimize": True, "progressive": True},
    "PNG": {"optimize": True},
    "WEBP": {"quality": 85},
}
PLAIN = ("L", "LA", "RGB", "RGBA")
"""Kinds of pixels that can be made smaller; others become one of these."""

AGAIN = "save it again with any program for pictures"


def make_photos(project: Project, pictures: Mapping[str, bytes]) -> tuple[Files, dict[str, Drawing], list[Problem]]:
    """Make what is published of pictures of pixels: the files, and how large they are; and tell which are broken."""
    cache = open_cache(project, "photos")
    way = f"{PIL.__version__} {WIDEST} {SAVING} {ADDED}".encode()
    files, sizes, problems = {}, {}, []
    for name, data in pictures.items():
        if name.endswith(tuple(KINDS)):
            made = None
            with suppress(OSError, SyntaxError, ValueError, Image.DecompressionBombError):
                kept = name.rpartition("/")[2]
                made = cache.read_or_make(kept, {"data": data, "way": way}, partial(make_photo, data))
            if made is None:
                problems.append(Problem(f"content/{name}", 0, 0, "picture-broken", "this picture is broken", AGAIN))
                continue
            files[name] = made
            with Image.open(BytesIO(made)) as picture:
                sizes[name] = Drawing(*picture.size, "")
    return files, sizes, problems


def make_photo(data: bytes) -> bytes:
    """Make one; what is small and plain enough stays as it is, and so does what moves."""
    with Image.open(BytesIO(data)) as picture:
        kind = str(picture.format)
        picture.draft("RGB", (2 * WIDEST, 2 * WIDEST))
        picture.load()
        is_plain = picture.width <= WIDEST and not any(added in picture.info for added in ADDED)
        if is_plain or getattr(picture, "n_frames", 1) > 1:
            return data
        upright = ImageOps.exif_transpose(picture)
        if upright.mode not in PLAIN or (kind == "JPEG" and upright.mode != "L"):
            upright = upright.convert("RGBA" if kind != "JPEG" and upright.has_transparency_data else "RGB")
        if upright.width > WIDEST:
            height = max(1, round(upright.height * WIDEST / upright.width))
            upright = upright.resize((WIDEST, height), Image.Resampling.LANCZOS)
        upright.info = {}
        made = BytesIO()
        upright.save(made, kind, icc_profile=picture.info.get("icc_profile"), **SAVING[kind])
        return made.getvalue()
