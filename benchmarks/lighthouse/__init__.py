"""Lighthouse figures of the main pages. `make lighthouse` installs the package next to this file and prints them."""
