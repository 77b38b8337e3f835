"""Rules on fields together: what one answer asks of another. `RULES_ACROSS` lists them all."""

from calendar import monthrange
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Any

from register.domain.ai_act.documents import facts_of, is_high_risk, needs_action, open_for
from register.domain.ai_act.restriction import is_out_of_sight
from register.domain.principles.criteria import CRITERIA, CriterionAnswer
from register.domain.standard.conditions import ENDED, GENERATIVE, IN_USE, Stage
from register.domain.standard.pointers import pointer
from register.domain.standard.problems import problem
from register.domain.standard.values import is_date, is_empty, is_month
from register.domain.standard.vocabularies import GapState, PersonalData, ProtectedTrait, YesNo
from register.errors import Problem

Document = Mapping[str, Any]
Problems = Iterator[Problem]

#: STANDARD, section K: how long a statement may stand without being looked at again.
REVIEW_MONTHS = 24
REVIEW_MONTHS_SHORT = 12


def review_months(document: Document) -> int:
    """Say within how many months of publication this must be reviewed."""
    return REVIEW_MONTHS_SHORT if GENERATIVE.holds(document) or is_high_risk(document) else REVIEW_MONTHS


def months_later(day: date, months: int) -> date:
    """Return the same day so many months later, or the last of that month."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _ends_after_start(document: Document, stage: Stage, today: date) -> Problems:
    start, end = document.get("start_month"), document.get("end_month")
    if is_month(start) and is_month(end) and str(end) < str(start):
        yield problem("/end_month", "end-before-start")


def _ends_only_when_ended(document: Document, stage: Stage, today: date) -> Problems:
    if stage is not Stage.DRAFT and not is_empty(document.get("end_month")) and document.get("status") and not ENDED.holds(document):
        yield problem("/end_month", "end-while-in-use")


def _none_stands_alone(document: Document, stage: Stage, today: date) -> Problems:
    for key, part, none in (("personal_data", "kinds", PersonalData.NONE), ("protected_traits", "traits", ProtectedTrait.NONE)):
        value = document.get(key)
        words = value.get(part) if isinstance(value, Mapping) else None
        if isinstance(words, list) and none in words and len(words) > 1:
            yield problem(pointer(key, part), "none-with-others")


def _automated_decision_has_grounds(document: Document, stage: Stage, today: date) -> Problems:
    """GDPR Art. 22(2) and (3): allowed only on a ground, with safeguards."""
    value = document.get("automated_decision")
    if stage is not Stage.PUBLISH or not isinstance(value, Mapping) or value.get("answer") != YesNo.YES:
        return
    if is_empty(value.get("ground")) or is_empty(value.get("safeguards")):
        yield problem("/automated_decision", "automated-decision-grounds")


def _review_is_in_time(document: Document, stage: Stage, today: date) -> Problems:
    review = document.get("review_by")
    if stage is not Stage.PUBLISH or not isinstance(review, str) or not is_date(review):
        return
    last = months_later(today, review_months(document))
    if date.fromisoformat(review) > last:
        yield problem("/review_by", "review-too-late", months=review_months(document), last=last.isoformat())
    elif date.fromisoformat(review) < today:
        yield problem("/review_by", "review-in-past")


def _act_is_answered(document: Document, stage: Stage, today: date) -> Problems:
    """In use or piloted: whatever could still change the outcome was asked, and “I don't know” is an answer."""
    if stage is not Stage.PUBLISH or not IN_USE.holds(document) or not isinstance(document.get("ai_act"), Mapping):
        return
    still_open = [each.name for each in open_for(document, today)]
    if still_open:
        yield problem("/ai_act", "facts-open", count=len(still_open), names=", ".join(still_open))


def _field_of_use_is_known(document: Document, stage: Stage, today: date) -> Problems:
    """Art. 49(4): whether it may be seen at all hangs on the field of use, so publishing needs that."""
    if stage is Stage.PUBLISH and isinstance(document.get("ai_act"), Mapping) and is_out_of_sight(facts_of(document)) is None:
        yield problem("/ai_act", "field-of-use-needed")


def _criteria_do_not_apply_with_a_reason(document: Document, stage: Stage, today: date) -> Problems:
    """Ask for the reason why a criterion does not apply; a core one applies to nearly everybody (STANDARD, section F)."""
    for criterion in CRITERIA if stage is not Stage.DRAFT else ():
        always_applies = criterion.is_core and document.get("decision_role") not in criterion.not_applicable_for
        gap = (document.get("gaps") or {}).get(pointer(criterion.key))
        if always_applies and isinstance(gap, Mapping) and gap.get("state") == GapState.NOT_APPLICABLE:
            yield problem(pointer("gaps", pointer(criterion.key), "state"), "core-criterion-applies")
        said = document.get(criterion.key)
        if not isinstance(said, Mapping):
            continue
        if said.get("answer") == CriterionAnswer.NOT_APPLICABLE:
            if is_empty(said.get("explanation")):
                yield problem(pointer(criterion.key, "explanation"), "reason-needed")
            if always_applies:
                yield problem(pointer(criterion.key, "answer"), "core-criterion-applies")
        if not is_empty(said.get("evidence_seen_on")) and is_empty(said.get("evidence_withheld")):
            yield problem(pointer(criterion.key, "evidence_withheld"), "required-part")


def _prohibited_has_an_action(document: Document, stage: Stage, today: date) -> Problems:
    """Ask what is done about what the law prohibits: bad news is shown, with what follows from it (STANDARD)."""
    if stage is Stage.PUBLISH and isinstance(document.get("ai_act"), Mapping) and needs_action(document):
        yield problem("/ai_act", "action-needed")


RULES_ACROSS: tuple[Callable[[Document, Stage, date], Problems], ...] = (
    _ends_after_start,
    _ends_only_when_ended,
    _none_stands_alone,
    _automated_decision_has_grounds,
    _review_is_in_time,
    _act_is_answered,
    _field_of_use_is_known,
    _prohibited_has_an_action,
    _criteria_do_not_apply_with_a_reason,
)
