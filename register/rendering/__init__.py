"""Bytes from a document: deterministic, and without decisions of its own."""
