"""Sentences that show which one was used."""

from scoring.catalogue_words import WORDS

PLAIN = {name: " ".join([name, *(f"{{{item}}}" for item in items)]) for name, items in WORDS.items()}
"""Each sentence is its own name and what it was given."""
