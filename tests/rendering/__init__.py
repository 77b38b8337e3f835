"""Tests of what is made from a document: answers, print, canonical bytes."""
