"""Asks a host for files as a browser would, but follows nothing and believes nothing."""

import zlib
from email.message import Message
from http.client import HTTPException
from typing import NamedTuple
from urllib.error import HTTPError, URLError
from urllib.parse import quote
from urllib.request import HTTPRedirectHandler, Request, build_opener

import brotli

from site_builder.core.problems import MissingPart

PATIENCE = 30
"""Seconds that a host may take for an answer."""

MOST = 100_000_000
"""Bytes that are read of any answer."""


class Reply(NamedTuple):
    """What a host sent for a file."""

    status: int
    headers: Message
    body: bytes

    @property
    def kind(self) -> str:
        """The media type alone, in small letters."""
        return self.headers.get("Content-Type", "").partition(";")[0].strip().lower()

    @property
    def encoding(self) -> str:
        """How it was compressed; empty where it was not."""
        return self.headers.get("Content-Encoding", "").strip().lower().replace("identity", "")

    def decoded(self, most: int) -> bytes | None:
        """Unpack what was compressed, up to one byte more than `most`; None where that fails."""
        try:
            match self.encoding:
                case "":
                    return self.body
                case "br":
                    unpacked: bytes = brotli.Decompressor().process(self.body, output_buffer_limit=most + 1)
                    return unpacked
                case "gzip" | "x-gzip" | "deflate":
                    return zlib.decompressobj(zlib.MAX_WBITS | 32).decompress(self.body, most + 1)
        except (brotli.error, zlib.error):
            pass
        return None


class _Stay(HTTPRedirectHandler):
    """Shows where a host leads, and does not go there."""

    def redirect_request(self, *_: object) -> None:
        """Go nowhere."""


class Host:
    """A published copy of the site, at an address that ends in a slash."""

    def __init__(self, address: str) -> None:
        self.address = address
        self.opener = build_opener(_Stay)

    def ask(self, name: str, encodings: str = "identity") -> Reply:
        """Ask for a file of the copy. Raises `MissingPart` where nobody answers."""
        request = Request(self.address + quote(name), headers={"Accept-Encoding": encodings})
        try:
            with self.opener.open(request, timeout=PATIENCE) as answer:
                return Reply(answer.status, answer.headers, answer.read(MOST))
        except HTTPError as refused:
            with refused:
                return Reply(refused.code, refused.headers, refused.read(MOST))
        except (HTTPException, OSError) as error:
            reason = error.reason if isinstance(error, URLError) else error
            raise MissingPart(f"{request.full_url} does not answer ({reason}); is the address right?") from None
