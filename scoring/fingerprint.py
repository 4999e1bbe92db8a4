"""A short mark of a text (FNV-1a, 64 bits): an identity that is the same in every Python, not a secret."""

START, PRIME, RANGE = 0xCBF29CE484222325, 0x100000001B3, 1 << 64


def fingerprint(text: str) -> int:
    """Return a whole number of 0 to 2**64 - 1."""
    number = START
    for octet in text.encode():
        number = (number ^ octet) * PRIME % RANGE
    return number
