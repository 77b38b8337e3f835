"""Tests of the classification under the AI Act."""
