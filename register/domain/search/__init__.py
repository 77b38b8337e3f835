"""Searching, as far as it is plain words: what somebody asks, which words mean the same, and what is looked up for it."""
