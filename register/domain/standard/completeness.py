"""The completeness score: how much of what can be told is told.

Substance weighs, excuses do not: a gap or a withholding answers a question for
publication, but adds nothing here. Text taken from a product counts, because
it informs the reader as well.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from register.domain.standard.catalogue import FIELDS
from register.domain.standard.fields import Field, Section
from register.domain.standard.values import is_empty


@dataclass(frozen=True, slots=True)
class Score:
    """Points reached out of points possible, and how many questions were answered out of those asked."""

    reached: int
    possible: int
    answered: int
    asked: int

    @property
    def percent(self) -> int:
        """Return the score from 0 to 100, rounded down, so that 100 means all."""
        return self.reached * 100 // self.possible if self.possible else 100


def asked_fields(document: Mapping[str, Any], section: Section | None = None) -> list[Field]:
    """Return the fields that this document is asked, of one section or all."""
    return [
        field for field in FIELDS if (section is None or field.section is section) and (field.asked is None or field.asked.holds(document))
    ]


def score(document: Mapping[str, Any], section: Section | None = None) -> Score:
    """Score a document, product fields included, on one section or all."""
    weighed = [field for field in asked_fields(document, section) if field.weight]
    answered = [field for field in weighed if not is_empty(document.get(field.key))]
    return Score(
        reached=sum(field.weight for field in answered),
        possible=sum(field.weight for field in weighed),
        answered=len(answered),
        asked=len(weighed),
    )
