"""The build beside other static site generators, on the same chapters."""
