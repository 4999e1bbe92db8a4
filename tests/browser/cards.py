"""The builder with a card, for the tests of its picture and of its files."""

import re
from base64 import b64encode
from pathlib import Path
from urllib.parse import urlsplit
from xml.etree import ElementTree

from playwright.sync_api import Page

SVG = "{http://www.w3.org/2000/svg}"

IN_FILE = """
async ([address, places]) => {
  const picture = new Image();
  picture.src = address;
  await picture.decode();
  const canvas = Object.assign(document.createElement("canvas"), { width: picture.width, height: picture.height });
  const context = canvas.getContext("2d");
  context.drawImage(picture, 0, 0);
  return places.map((place) => [...context.getImageData(...place).data]);
}
"""
"""The pixels of parts of a picture file, each part as left, top, width and height."""


def unfold(page: Page) -> None:
    """Open what is folded below the card."""
    page.locator(".card-more").evaluate("(details) => { details.open = true; }")


def saved(page: Page, kind: str) -> bytes:
    """Save a file as a reader does."""
    unfold(page)
    with page.expect_download() as download:
        page.click(f"[data-do=save-{kind}]")
    assert re.fullmatch(rf"weekly-review-\d{{4}}-\d\d-\d\d\.{kind}", download.value.suggested_filename)
    return Path(download.value.path()).read_bytes()


def pixels(page: Page, data: bytes, media_type: str, *places: tuple[int, int, int, int]) -> list[list[int]]:
    address = f"data:{media_type};base64,{b64encode(data).decode()}"
    return list(page.evaluate(IN_FILE, [address, [list(place) for place in places]]))


def texts(svg: bytes) -> list[str]:
    root = ElementTree.fromstring(svg)
    return [" ".join(line.text or "" for line in text.iter(f"{SVG}tspan")) for text in root.iter(f"{SVG}text")]


def without_address(page: Page, text: str) -> str:
    """Take the site's address out of a text: its port may have the digits of a score."""
    origin = urlsplit(page.url)
    return text.replace(f"{origin.scheme}://{origin.netloc}", "").replace(origin.netloc, "")


def on_picture(page: Page, name: str) -> str:
    """What is in a slot; its lines as one."""
    return " ".join(page.locator(f".card-picture [data-slot={name}] tspan").all_text_contents())
