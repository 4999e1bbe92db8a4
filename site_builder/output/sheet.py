"""A finished style sheet: what it fetches."""

import tinycss2

from site_builder.core.style_urls import style_urls
from site_builder.output.finished import FinishedFile, Url


def parse_sheet(data: bytes) -> FinishedFile:
    """Parse a style sheet."""
    nodes = tinycss2.parse_stylesheet(data.decode(), skip_comments=True, skip_whitespace=True)
    urls = (Url(value, True, True, node.source_line, node.source_column) for node, value in style_urls(nodes))
    return FinishedFile(tuple(urls))
