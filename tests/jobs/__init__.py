"""Tests of the clock and the queue."""
