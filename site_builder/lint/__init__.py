"""Checks on how the texts are written."""
