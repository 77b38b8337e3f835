"""Tests of the four principles."""
