"""Measurements, not tests: figures for the closing notes and the docs. `make bench` runs all of them."""
