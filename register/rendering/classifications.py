"""A classification as JSON, the way the API gives it and a version freezes it: names in camelCase, sentences in both languages.

The shape is published and does not change; keys may be added. Yes and no are
true, false or null, which is unknown. There are no floats in it.
"""

from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from typing import Any

from register.domain.ai_act import words
from register.domain.ai_act.codec import fact_name, json_name
from register.domain.ai_act.facts import AnnexIiiPoint, Art5Practice, Art25Change, Art50Exception, Art63Condition
from register.domain.ai_act.outcome import (
    Art50Row,
    CategoryApplies,
    Classification,
    Contradiction,
    Fria,
    Obligation,
    Reason,
    Registration,
    Unknown,
)
from register.labels import label

Json = dict[str, Any]

#: What the details of a reason are words of; of Art. 6(3) and Annex III the letter or point is said too.
_DETAILS: dict[str, type[StrEnum]] = {
    "annex-iii-point": AnnexIiiPoint,
    "art-5-exception": Art5Practice,
    "art-6-3-exempt": Art63Condition,
    "art-25-provider": Art25Change,
    "art-50-exception": Art50Exception,
}
_WITH_POINT = (AnnexIiiPoint, Art63Condition)


def answer(found: Classification) -> Json:
    """Return a classification in the shape of `POST /api/v1/classifications`."""
    return {
        "applicability": found.applicability,
        "regime": found.regime,
        "objectKind": found.object_kind,
        "roles": list(found.roles),
        "riskCategory": found.risk_category,
        "riskCategories": list(found.risk_categories),
        "riskCategoryAtLeast": found.risk_category_at_least,
        "categoryApplies": _applies(found.category_applies),
        "nationalCategory": found.national_category,
        "thirdPartyAssessment": found.third_party_assessment,
        "openSourceRelief": found.open_source_relief,
        "art50": [_art50(row) for row in found.art50],
        "fria": _fria(found.fria),
        "registrations": [_registration(each) for each in found.registrations],
        "obligations": [_obligation(each) for each in found.obligations],
        "reasons": [_reason(each) for each in found.reasons],
        "unknowns": [_unknown(each) for each in found.unknowns],
        "contradictions": [_contradiction(each) for each in found.contradictions],
        "ruleSetVersion": found.rule_set_version,
        "lawVersion": found.law_version,
        "on": found.on.isoformat(),
        "notice": {language: words.notice(language) for language in words.LANGUAGES},
    }


def reason_text(reason: Reason, language: str) -> str:
    """Return the sentence of a reason, with the names of what it found in it."""
    return words.reason(reason.rule, language).format(details=details_text(reason.rule, reason.details, language))


def details_text(rule: str, details: Iterable[str], language: str) -> str:
    """Name what a rule found, such as points of Annex III with their numbers."""
    vocabulary = _DETAILS.get(rule)
    if vocabulary is None:
        return ""
    named = [(label(vocabulary(each), language), each) for each in details]
    return "; ".join(f"{name} ({each})" if vocabulary in _WITH_POINT else name for name, each in named)


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _applies(found: CategoryApplies) -> Json:
    return {"now": found.now, "from": _day(found.from_day), "orFrom": _day(found.or_from), "basis": found.basis or None}


def _art50(row: Art50Row) -> Json:
    return {
        "duty": row.duty,
        "applies": row.applies,
        "limited": row.is_limited,
        "owedBy": list(row.owed_by),
        "exception": row.exception,
        "dueOn": _day(row.due_on),
        "orDueOn": _day(row.or_due_on),
    }


def _fria(fria: Fria) -> Json:
    return {
        "required": fria.required,
        "dueOn": _day(fria.due_on),
        "notifyAuthority": fria.notify_authority,
        "reasons": list(fria.reasons),
    }


def _registration(each: Registration) -> Json:
    return {
        "role": each.role,
        "annexViii": each.annex_viii,
        "section": each.section,
        "dueOn": _day(each.due_on),
        "dueOnByTheLetter": _day(each.due_on_by_the_letter),
    }


def _obligation(each: Obligation) -> Json:
    return {
        "duty": each.duty,
        "requirement": each.requirement or None,
        "article": each.article,
        "role": each.role,
        "status": each.status,
        "dueOn": _day(each.due_on),
        "dueOnByTheLetter": _day(each.due_on_by_the_letter),
        "text": {language: words.duty(each.duty, language) for language in words.LANGUAGES},
    }


def _reason(each: Reason) -> Json:
    return {
        "rule": each.rule,
        "article": each.article,
        "facts": [fact_name(name) for name in each.facts],
        "text": {language: reason_text(each, language) for language in words.LANGUAGES},
    }


def _unknown(each: Unknown) -> Json:
    return {"fact": fact_name(each.fact), "wouldChange": [json_name(name) for name in each.would_change]}


def _contradiction(each: Contradiction) -> Json:
    return {
        "rule": each.rule,
        "facts": [fact_name(name) for name in each.facts],
        "text": {language: words.contradiction(each.rule, language) for language in words.LANGUAGES},
    }
