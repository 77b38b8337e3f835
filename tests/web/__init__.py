"""Tests of what all HTTP doors share."""
