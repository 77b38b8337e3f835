"""Outcomes over time: when one is kept, and what makes two of them differ."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Any

Outcome = Mapping[str, Any]


class Occasion(StrEnum):
    """Why an outcome was determined."""

    SAVED = "saved"
    PUBLISHED = "published"
    #: The facts are the same; the rules, or the day, are not.
    RECLASSIFIED = "reclassified"
    ASKED = "asked"


#: What matters of an outcome to its owner, and what would be told of a change in it.
TELLING = ("riskCategory", "riskCategories", "nationalCategory", "applicability", "roles", "categoryApplies")


def changes(before: Outcome, after: Outcome) -> tuple[str, ...]:
    """Name what differs between two outcomes, apart from the day, the wording and the version of the rules."""
    found = [name for name in TELLING if before.get(name) != after.get(name)]
    found += [name for name in ("art50", "registrations") if before.get(name) != after.get(name)]
    if _fria(before) != _fria(after):
        found.append("fria")
    if _duties(before) != _duties(after):
        found.append("obligations")
    return tuple(found)


def _fria(outcome: Outcome) -> tuple[Any, ...]:
    fria = outcome.get("fria") or {}
    return fria.get("required"), fria.get("dueOn")


def _duties(outcome: Outcome) -> list[tuple[Any, ...]]:
    return [(each.get("duty"), each.get("role"), each.get("status"), each.get("dueOn")) for each in outcome.get("obligations", ())]
