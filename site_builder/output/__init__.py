"""The finished files: checked, weighed, written, and what hosts and browsers need beside them."""
