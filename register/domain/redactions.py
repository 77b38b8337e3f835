"""Redaction: why the content of a published version may be removed at all."""

from enum import StrEnum


class RedactionGround(StrEnum):
    """The grounds, all of them; two people decide together."""

    PERSONAL_DATA = "personal_data"
    COURT_ORDER = "court_order"
    UNLAWFUL_CONTENT = "unlawful_content"
