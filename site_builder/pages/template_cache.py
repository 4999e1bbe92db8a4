"""Compiled templates, kept in `.cache/templates/`: compiling them takes half the time of a build."""

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket

from site_builder.toolchain.cache import Cache


class TemplateCache(BytecodeCache):
    """Tells Jinja what was compiled before from the same source at the same place, which tracebacks name."""

    def __init__(self, cache: Cache) -> None:
        self.cache = cache

    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        """Name the template, and where it stands."""
        return f"{name}\0{filename or ''}"

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fill in the code where it is kept; Jinja itself passes over code of another Jinja or Python."""
        kept = self.cache.read(*_place(bucket))
        if kept is not None:
            bucket.bytecode_from_string(kept)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep the code."""
        name, inputs = _place(bucket)
        self.cache.keep(name, inputs, bucket.bytecode_to_string())


def _place(bucket: Bucket) -> tuple[str, dict[str, bytes]]:
    name, _, file = bucket.key.partition("\0")
    return name, {"file": file.encode(), "source": bucket.checksum.encode()}
