"""The outcome of each principle, computed from the answers in the order that the standard gives (section F).

It says how far a body says to be, with proof or without: it is no verdict of the register.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from register.domain.principles.criteria import Criterion, CriterionAnswer, Principle, of
from register.domain.standard.principles import ASKED


class PrincipleOutcome(StrEnum):
    """What the answers to a principle come to."""

    NOT_ASSESSED = "not_assessed"
    NOT_APPLICABLE = "not_applicable"
    IN_PROGRESS = "in_progress"
    NOT_MET = "not_met"
    CLAIMED = "claimed"
    SUBSTANTIATED = "substantiated"


@dataclass(frozen=True, slots=True)
class PrincipleResult:
    """The outcome of one principle, with the numbers behind it."""

    outcome: PrincipleOutcome
    #: Criteria that are met, out of those that apply.
    met: int
    applicable: int
    answered: int
    not_met: int
    without_evidence: int


Document = Mapping[str, Any]


def results(document: Document) -> dict[Principle, PrincipleResult]:
    """Return the result of each principle. `document` holds the product's answers too."""
    return {principle: result(document, principle) for principle in Principle}


def asked(document: Document, principle: Principle) -> tuple[Criterion, ...]:
    """Return the criteria of a principle that make sense for what the document is about."""
    conditions = ((each, ASKED[each.asked]) for each in of(principle))
    return tuple(each for each, condition in conditions if condition is None or condition.holds(document))


def result(document: Document, principle: Principle) -> PrincipleResult:
    """Return the result of one principle."""
    criteria = asked(document, principle)
    given = {each: document.get(each.key) or {} for each in criteria}
    answers = {each: said.get("answer") for each, said in given.items()}
    met = [each for each, answer in answers.items() if answer == CriterionAnswer.MET]
    unproven = [each for each in met if not _has_evidence(given[each])]
    told = [answer for answer in answers.values() if answer is not None]
    return PrincipleResult(
        outcome=_outcome(told, any(each.is_core and answers[each] is None for each in criteria), is_unproven=bool(unproven)),
        met=len(met),
        applicable=len(criteria) - told.count(CriterionAnswer.NOT_APPLICABLE),
        answered=len(told),
        not_met=told.count(CriterionAnswer.NOT_MET),
        without_evidence=len(unproven),
    )


def _outcome(told: list[str], is_core_open: bool, *, is_unproven: bool) -> PrincipleOutcome:  # noqa: FBT001  # a fact of the answers
    if not told:
        return PrincipleOutcome.NOT_ASSESSED
    if set(told) == {CriterionAnswer.NOT_APPLICABLE}:
        return PrincipleOutcome.NOT_APPLICABLE
    if is_core_open or CriterionAnswer.PARTLY in told:
        return PrincipleOutcome.IN_PROGRESS
    if CriterionAnswer.NOT_MET in told:
        return PrincipleOutcome.NOT_MET
    return PrincipleOutcome.CLAIMED if is_unproven else PrincipleOutcome.SUBSTANTIATED


def _has_evidence(said: Mapping[str, Any]) -> bool:
    """Say whether there is proof: an address, or a document that is withheld and that the reviewer saw."""
    return bool(said.get("evidence")) or bool(said.get("evidence_withheld") and said.get("evidence_seen_on"))
