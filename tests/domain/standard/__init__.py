"""Tests of the publication standard."""
