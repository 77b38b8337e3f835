"""The parts of a registration in which words are found, the most telling first."""

from enum import StrEnum


class SearchField(StrEnum):
    """A part of the text of a registration."""

    NAME = "name"
    TAGS = "tags"
    PRODUCT = "product"
    SUMMARY = "summary"
    PURPOSE = "purpose"
    REST = "rest"
