"""Tests of the sentences in two languages, and of how dates, numbers and names are written."""
