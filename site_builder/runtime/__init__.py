"""Python for the browser: the archive, the memory snapshot, and the proof that both answer alike."""
