"""Tests, in the shape of the source: the test of a module stands where the module stands."""
