"""Reads `content/`: YAML with places, front matter, Markdown, every file checked by itself."""
