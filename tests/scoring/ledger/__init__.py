"""`scoring.ledger`."""
