"""Pictures by code: drawings, icons, cards."""
