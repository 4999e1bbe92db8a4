"""What a command returns to whoever called it."""

GOOD, PROBLEMS, WRONG_USE, BUG = range(4)
