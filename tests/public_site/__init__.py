"""Tests of the public site: every page, in both languages, with what a register can hold."""
