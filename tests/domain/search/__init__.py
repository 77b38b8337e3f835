"""Tests of reading words and queries."""
