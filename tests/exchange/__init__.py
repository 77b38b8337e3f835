"""Other standards: what a file of theirs becomes here."""
