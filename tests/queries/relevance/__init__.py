"""What people type and what they should find first: one corpus and one list of queries, for every database."""
