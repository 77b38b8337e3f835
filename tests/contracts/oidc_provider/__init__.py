"""Tests of the login against a certified provider that is not ours."""
