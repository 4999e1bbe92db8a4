"""What a text in Markdown needs words for that its author does not write."""

ALERTS = ("NOTE", "TIP", "IMPORTANT", "WARNING", "CAUTION")
"""The kinds of boxed remarks, which have titles."""

SPOKEN = ("table", *(kind.lower() for kind in ALERTS))
"""A table has a name for those who do not see it."""
