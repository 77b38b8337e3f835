"""The risk categories that follow from what was established, and from when they have effect."""

from datetime import date

from register.domain.ai_act import art5
from register.domain.ai_act.dates import DAY, Part, applies, high_risk_from, is_before
from register.domain.ai_act.establish import Found
from register.domain.ai_act.facts import Facts
from register.domain.ai_act.findings import Finding
from register.domain.ai_act.outcome import HIGH_RISK, Art50Row, CategoryApplies, RiskCategory
from register.domain.ai_act.rules.models import is_open

_F, _C = Finding, RiskCategory

#: The categories of a system, strongest first, with what establishes them.
_CATEGORIES = (
    (_C.PROHIBITED, _F.PROHIBITED),
    (_C.HIGH_RISK_ANNEX_I, _F.ANNEX_I),
    (_C.HIGH_RISK_ANNEX_III, _F.ANNEX_III),
    (_C.ANNEX_III_EXEMPT, _F.EXEMPT),
    (_C.TRANSPARENCY, _F.TRANSPARENCY),
)


def categories(found: Found) -> tuple[RiskCategory, ...]:
    """Return every category that is certain, strongest first."""
    if found[_F.AI] is False:
        return (_C.NOT_AI,)
    if found[_F.AI] is None:
        return ()
    if found[_F.EXCLUDED] or found[_F.NO_ROLE] or (found[_F.RELIEF] and not found[_F.MODEL]):
        return (_C.OUT_OF_SCOPE,)
    if found[_F.MODEL]:
        return (_C.GPAI_SYSTEMIC, _C.GPAI) if found[_F.SYSTEMIC] else (_C.GPAI,)
    held = tuple(category for category, finding in _CATEGORIES if found[finding])
    return held or ((_C.MINIMAL,) if found[_F.MINIMAL] else ())


def strongest(facts: Facts, found: Found, held: tuple[RiskCategory, ...]) -> tuple[RiskCategory, RiskCategory | None]:
    """Return the category, and the strongest that is certain where an unknown could raise it."""
    if found[_F.AI] is None:
        return _C.UNDETERMINED, None
    if found[_F.MODEL_IN_SCOPE]:
        return (held[0], None) if found[_F.SYSTEMIC] is not None else (_C.UNDETERMINED, _C.GPAI)
    for category, finding in _CATEGORIES:
        if found[finding]:
            return category, None
        if found[finding] is None:
            return _C.UNDETERMINED, held[0] if held and not found[_F.POINT] else _at_least(facts, found, held)
    return held[0], None


def _at_least(facts: Facts, found: Found, held: tuple[RiskCategory, ...]) -> RiskCategory:
    """Return what it is at the least: a use of Annex III is exempt, open source may be outside the act, anything else minimal."""
    if held and (held[0] in HIGH_RISK or not found[_F.POINT]):
        return held[0]
    if found[_F.POINT]:
        return _C.ANNEX_III_EXEMPT
    return _C.OUT_OF_SCOPE if is_open(facts) else _C.MINIMAL


def category_applies(facts: Facts, category: RiskCategory, rows: tuple[Art50Row, ...], on: date) -> CategoryApplies:
    """Say from when the category has effect; nothing of what is outside the act or undetermined."""
    if category is _C.PROHIBITED:
        return applies(on, practice_day(facts), basis="113")
    if category is _C.HIGH_RISK_ANNEX_I:
        return high_risk_from(Part.ANNEX_I, facts, on)
    if category in {_C.HIGH_RISK_ANNEX_III, _C.ANNEX_III_EXEMPT}:
        return high_risk_from(Part.ANNEX_III, facts, on)
    if category in {_C.GPAI, _C.GPAI_SYSTEMIC}:
        return model_applies(facts, on)
    if category is _C.TRANSPARENCY:
        return _transparency_applies(rows, on)
    return applies(on, DAY[Part.LITERACY], basis="113(a)") if category is _C.MINIMAL else CategoryApplies()


def practice_day(facts: Facts) -> date:
    """Return the first day on which one of the practices that hold is prohibited."""
    held = [each for each in facts.art5_practices or () if art5.is_prohibited(facts, each)]
    is_new = all(each in art5.ADDED_IN_2026 for each in held)
    return DAY[Part.PROHIBITIONS_OF_2026 if is_new else Part.PROHIBITIONS]


def _transparency_applies(rows: tuple[Art50Row, ...], on: date) -> CategoryApplies:
    """Return the days of the duty that comes first."""
    first = min((row for row in rows if row.applies), key=lambda row: (row.due_on, row.or_due_on or row.due_on))
    return applies(on, first.due_on, first.or_due_on, basis="113" if first.or_due_on is None else "113, 111(4)")


def model_applies(facts: Facts, on: date) -> CategoryApplies:
    """Say from when the duties of a general-purpose model bind; one that was there has two years more (Art. 111(3))."""
    before = is_before(facts, DAY[Part.GPAI])
    if before is None:
        return applies(on, DAY[Part.GPAI], DAY[Part.GPAI_OF_EARLIER], basis="113(b), 111(3)")
    return applies(on, DAY[Part.GPAI_OF_EARLIER if before else Part.GPAI], basis="111(3)" if before else "113(b)")
