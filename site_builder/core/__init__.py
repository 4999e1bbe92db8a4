"""Values, places and rules that every stage shares."""
