"""Tests against programs and documents of others: what we say we understand, we must understand from them too."""
