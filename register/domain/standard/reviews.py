"""By when an owner must look at a registration again: what is late depends on it, in lists and in figures."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from register.domain.standard.conditions import ENDED
from register.domain.standard.rules_across import months_later, review_months


def review_due(document: Mapping[str, Any], published: date) -> str:
    """Return the day by which the owner must look again: as promised, or else as late as the standard allows; "" when it has ended."""
    if ENDED.holds(document):
        return ""
    return str(document.get("review_by") or months_later(published, review_months(document)).isoformat())
