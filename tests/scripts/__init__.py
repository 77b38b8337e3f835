"""Tests of the programs that set up, check and lock the project."""
