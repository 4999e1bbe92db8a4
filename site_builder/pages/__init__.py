"""Pages: links resolved, chapters put together, templates filled."""
