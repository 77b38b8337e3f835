"""From facts to the outcome of the AI Act: every rule in its order, and the answer put together from what they establish.

Pure and total: any combination of facts gives an outcome, always the same.
What contradicts itself is named, and the outcome follows the law.
"""

from collections.abc import Mapping
from datetime import date
from operator import attrgetter

from register.domain.ai_act import art5, art50
from register.domain.ai_act.contradictions import contradictions
from register.domain.ai_act.dates import BY_THE_LETTER, DAY, LAW_VERSION, LEGACY, PLACING, Part, applies, high_risk_from, is_before
from register.domain.ai_act.duties import ART_50_REQUIREMENT, DUTIES, NOT_FOR_POINT_2, RELIEVED, Due, Duty
from register.domain.ai_act.facts import AiSystem, Facts
from register.domain.ai_act.findings import Finding
from register.domain.ai_act.logic import Answer
from register.domain.ai_act.outcome import (
    ActRole,
    AnnexViii,
    Applicability,
    Art50Row,
    CategoryApplies,
    Classification,
    Contradiction,
    DutyStatus,
    Fria,
    NationalCategory,
    ObjectKind,
    Obligation,
    Reason,
    Regime,
    Registration,
    RegistrationSection,
    RiskCategory,
    Unknown,
)
from register.domain.ai_act.rules import EVERYTHING, ORDER, RULE_SET_VERSION, RULES, Conclusion, Rule

_F, _C = Finding, RiskCategory

_ROLES = (
    (_F.PROVIDER, ActRole.PROVIDER),
    (_F.DEPLOYER, ActRole.DEPLOYER),
    (_F.IMPORTER, ActRole.IMPORTER),
    (_F.DISTRIBUTOR, ActRole.DISTRIBUTOR),
)

#: The categories of a system, strongest first, with what establishes them.
_CATEGORIES = (
    (_C.PROHIBITED, _F.PROHIBITED),
    (_C.HIGH_RISK_ANNEX_I, _F.ANNEX_I),
    (_C.HIGH_RISK_ANNEX_III, _F.ANNEX_III),
    (_C.ANNEX_III_EXEMPT, _F.EXEMPT),
    (_C.TRANSPARENCY, _F.TRANSPARENCY),
)

_FACT = {name: attrgetter(name) for rule in RULES for name in rule.facts if "exceptions" not in name}

Found = dict[Finding, Answer]
_NOTHING: Found = dict.fromkeys(Finding, False)


def classify(facts: Facts, on: date) -> Classification:
    """Classify a system under the AI Act as it stands on a day.

    `on` only tells which duties bind already: the category is that of the
    adopted law. Raises nothing; what cannot be told is None or `undetermined`,
    and the facts that would tell are in `unknowns`.
    """
    found, reasons, unknowns = _establish(facts)
    rows = art50.rows(facts) if found[_F.FULL] else ()
    categories = _categories(found)
    category, at_least = _strongest(found, categories)
    roles = tuple(role for finding, role in _ROLES if found[finding])
    annex_iii = high_risk_from(Part.ANNEX_III, facts, on)
    high_risk = high_risk_from(Part.ANNEX_I, facts, on) if found[_F.ANNEX_I] and not found[_F.ANNEX_III] else annex_iii
    category_applies = _applies(facts, category, rows, annex_iii, on)
    _name_dates(facts, found, unknowns)
    return Classification(
        applicability=_applicability(found),
        regime=Regime.ANNEX_I_SECTION_B if found[_F.SECTION_B] else Regime.FULL,
        object_kind=_object_kind(found),
        roles=roles,
        risk_category=category,
        risk_categories=categories,
        risk_category_at_least=at_least,
        category_applies=category_applies,
        national_category=_national(found),
        third_party_assessment=_third_party(found),
        open_source_relief=found[_F.RELIEF],
        art50=rows,
        fria=_fria(found, reasons, annex_iii),
        registrations=_registrations(found, annex_iii),
        obligations=_obligations(facts, found, rows, roles, {Due.ANNEX_III: annex_iii, Due.HIGH_RISK: high_risk}, on),
        reasons=tuple(reasons),
        unknowns=tuple(Unknown(fact, tuple(each for each in EVERYTHING if each in changed)) for fact, changed in unknowns.items()),
        contradictions=tuple(Contradiction(each.id, each.facts) for each in contradictions(facts)),
        rule_set_version=RULE_SET_VERSION,
        law_version=LAW_VERSION,
        on=on,
    )


def is_unknown(facts: Facts, name: str) -> bool:
    """Say whether a fact (dotted for the parts of one) is unknown. Exceptions are, where a rule says that it could not tell."""
    read = _FACT.get(name)
    value = read(facts) if read else None
    return value is None or value is AiSystem.UNKNOWN


def _establish(facts: Facts) -> tuple[Found, list[Reason], dict[str, set[str]]]:
    """Go through the rules in order: what they establish, why, and which unknown facts stand in the way."""
    found: Found = _NOTHING.copy()
    reasons: list[Reason] = []
    unknowns: dict[str, set[str]] = {}
    for step in ORDER:
        if isinstance(step, Conclusion):
            found[step.finding] = step.follows(found)
            continue
        within = True if step.within is None else found[step.within]
        if within is False:
            continue
        answer = step.holds(facts, found)
        if answer is None:
            _name(facts, step, unknowns)
            answer = step.presumed
        if answer and within is None:
            answer = None
        if answer:
            reasons.append(_reason(facts, step))
        if step.finding is not None and answer is not False and found[step.finding] is not True:
            found[step.finding] = answer
    return found, reasons, unknowns


def _reason(facts: Facts, rule: Rule) -> Reason:
    said = tuple(name for name in rule.facts if (getattr(facts, name) if "exceptions" in name else not is_unknown(facts, name)))
    return Reason(rule.id, rule.article, said, tuple(rule.details(facts)) if rule.details else ())


def _name(facts: Facts, rule: Rule, unknowns: dict[str, set[str]]) -> None:
    if not rule.decides:
        return
    for name in rule.facts:
        if is_unknown(facts, name):
            unknowns.setdefault(name, set()).update(rule.decides)


def _name_dates(facts: Facts, found: Found, unknowns: dict[str, set[str]]) -> None:
    """Name the days that are unknown, where they decide from when something binds (Art. 111)."""
    if found[_F.ANNEX_III] is not False or found[_F.EXEMPT] is not False:
        _name_legacy(facts, Part.ANNEX_III, unknowns)
    if found[_F.ANNEX_I] is not False:
        _name_legacy(facts, Part.ANNEX_I, unknowns)
    if found[_F.FULL] is not False and found[_F.TRANSPARENCY] is not False and is_before(facts, DAY[Part.TRANSPARENCY]) is None:
        _add(unknowns, ("category_applies", "art50", "obligations"), *PLACING)
    if found[_F.MODEL] and is_before(facts, DAY[Part.GPAI]) is None:
        _add(unknowns, ("category_applies", "obligations"), *PLACING)


def _name_legacy(facts: Facts, part: Part, unknowns: dict[str, set[str]]) -> None:
    changed = ("category_applies", "fria", "registrations", "obligations")
    before = is_before(facts, DAY[part])
    if before is None:
        _add(unknowns, changed, *(name for name in PLACING if getattr(facts, name) is None))
    if before is not False:
        _add(unknowns, changed, *(name for name in LEGACY if getattr(facts, name) is None))


def _add(unknowns: dict[str, set[str]], changed: tuple[str, ...], *names: str) -> None:
    for name in names:
        unknowns.setdefault(name, set()).update(changed)


def _applicability(found: Found) -> Applicability:
    if found[_F.NO_ALGORITHM]:
        return Applicability.NO_ALGORITHM
    if found[_F.AI] is False:
        return Applicability.NOT_AI
    if found[_F.AI] is None:
        return Applicability.UNDETERMINED
    if found[_F.EXCLUDED] or (found[_F.RELIEF] and not found[_F.MODEL]):
        return Applicability.EXCLUDED
    return Applicability.NO_ROLE if found[_F.NO_ROLE] else Applicability.APPLIES


def _object_kind(found: Found) -> ObjectKind | None:
    if found[_F.NO_ALGORITHM]:
        return ObjectKind.NO_ALGORITHM
    if found[_F.AI] is None:
        return None
    if not found[_F.AI]:
        return ObjectKind.ALGORITHM_NOT_AI
    if found[_F.MODEL]:
        return ObjectKind.GPAI_MODEL
    return ObjectKind.GPAI_SYSTEM if found[_F.GPAI_SYSTEM] else ObjectKind.AI_SYSTEM


def _categories(found: Found) -> tuple[RiskCategory, ...]:
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


def _strongest(found: Found, held: tuple[RiskCategory, ...]) -> tuple[RiskCategory, RiskCategory | None]:
    """Return the category, and the strongest that is certain where an unknown could raise it."""
    if found[_F.AI] is None:
        return _C.UNDETERMINED, None
    if found[_F.MODEL_IN_SCOPE]:
        return (held[0], None) if found[_F.SYSTEMIC] is not None else (_C.UNDETERMINED, _C.GPAI)
    for category, finding in _CATEGORIES:
        if found[finding]:
            return category, None
        if found[finding] is None:
            return _C.UNDETERMINED, held[0] if held and not found[_F.POINT] else _at_least(found, held)
    return held[0], None


def _at_least(found: Found, held: tuple[RiskCategory, ...]) -> RiskCategory:
    """Return what it is at the least: a use of Annex III is exempt, anything else in scope minimal."""
    if held and (held[0] in {_C.HIGH_RISK_ANNEX_I, _C.HIGH_RISK_ANNEX_III} or not found[_F.POINT]):
        return held[0]
    return _C.ANNEX_III_EXEMPT if found[_F.POINT] else _C.MINIMAL


def _applies(facts: Facts, category: RiskCategory, rows: tuple[Art50Row, ...], annex_iii: CategoryApplies, on: date) -> CategoryApplies:
    if category is _C.PROHIBITED:
        return applies(on, _practice_day(facts), basis="113")
    if category is _C.HIGH_RISK_ANNEX_I:
        return high_risk_from(Part.ANNEX_I, facts, on)
    if category in {_C.HIGH_RISK_ANNEX_III, _C.ANNEX_III_EXEMPT}:
        return annex_iii
    if category in {_C.GPAI, _C.GPAI_SYSTEMIC}:
        return _model_applies(facts, on)
    if category is _C.TRANSPARENCY:
        return _transparency_applies(rows, on)
    return applies(on, DAY[Part.LITERACY], basis="113(a)") if category is _C.MINIMAL else CategoryApplies()


def _practice_day(facts: Facts) -> date:
    """Return the first day on which one of the practices that hold is prohibited."""
    held = [each for each in facts.art5_practices or () if art5.is_prohibited(facts, each)]
    is_new = all(each in art5.ADDED_IN_2026 for each in held)
    return DAY[Part.PROHIBITIONS_OF_2026 if is_new else Part.PROHIBITIONS]


def _transparency_applies(rows: tuple[Art50Row, ...], on: date) -> CategoryApplies:
    """Return the days of the duty that comes first."""
    first = min((row for row in rows if row.applies), key=lambda row: (row.due_on, row.or_due_on or row.due_on))
    return applies(on, first.due_on, first.or_due_on, basis="113" if first.or_due_on is None else "113, 111(4)")


def _model_applies(facts: Facts, on: date) -> CategoryApplies:
    before = is_before(facts, DAY[Part.GPAI])
    if before is None:
        return applies(on, DAY[Part.GPAI], DAY[Part.GPAI_OF_EARLIER], basis="113(b), 111(3)")
    return applies(on, DAY[Part.GPAI_OF_EARLIER if before else Part.GPAI], basis="111(3)" if before else "113(b)")


def _national(found: Found) -> NationalCategory | None:
    if found[_F.NATIONAL_A]:
        return NationalCategory.A
    if found[_F.NATIONAL_B]:
        return NationalCategory.B
    return NationalCategory.C if found[_F.NATIONAL_C] else None


def _third_party(found: Found) -> Answer:
    """Annex I asks for it by definition (Art. 6(1)(b)); of Annex III only biometrics may (Art. 43(1))."""
    if found[_F.ANNEX_I] is not False:
        return found[_F.ANNEX_I]
    return None if found[_F.ANNEX_III] is None else found[_F.BIOMETRIC_ASSESSMENT]


def _fria(found: Found, reasons: list[Reason], annex_iii: CategoryApplies) -> Fria:
    uses = found[_F.USES_ANNEX_III]
    required = found[_F.FRIA] if uses is not False else False
    rules = tuple(each.rule for each in reasons if each.rule.startswith("fria-"))
    return Fria(required, annex_iii.from_day if required else None, required, rules)


def _registrations(found: Found, annex_iii: CategoryApplies) -> tuple[Registration, ...]:
    kinds = (
        (_F.REGISTERS_SYSTEM, ActRole.PROVIDER, AnnexViii.A),
        (_F.REGISTERS_EXEMPT, ActRole.PROVIDER, AnnexViii.B),
        (_F.REGISTERS_USE, ActRole.DEPLOYER, AnnexViii.C),
    )
    section = _section(found)
    return tuple(
        Registration(role, annex_viii, section, annex_iii.from_day, BY_THE_LETTER) for finding, role, annex_viii in kinds if found[finding]
    )


def _section(found: Found) -> RegistrationSection | None:
    if found[_F.NATIONAL]:
        return RegistrationSection.NATIONAL
    if found[_F.NON_PUBLIC] is None:
        return None
    return RegistrationSection.NON_PUBLIC if found[_F.NON_PUBLIC] else RegistrationSection.PUBLIC


def _obligations(
    facts: Facts, found: Found, rows: tuple[Art50Row, ...], roles: tuple[ActRole, ...], days: Mapping[Due, CategoryApplies], on: date
) -> tuple[Obligation, ...]:
    """Return the duties of the roles that the body has, in the order of the act."""
    duties = [
        _obligation(each, _days(facts, each, days, on))
        for each in DUTIES
        if each.role in roles and all(found[finding] for finding in each.when) and not _is_spared(each, found)
    ]
    duties += [
        Obligation(f"art-{row.duty.replace('_', '-')}", ART_50_REQUIREMENT, _article(row), role, _status(row.due_on, on), row.due_on)
        for row in rows
        if row.applies
        for role in row.owed_by
        if role in roles
    ]
    return tuple(duties)


def _is_spared(duty: Duty, found: Found) -> bool:
    return (duty.key in RELIEVED and found[_F.RELIEF] is True) or (duty.key in NOT_FOR_POINT_2 and found[_F.NATIONAL] is True)


def _article(row: Art50Row) -> str:
    return f"50({row.duty.split('_')[1]})"


def _days(facts: Facts, duty: Duty, days: Mapping[Due, CategoryApplies], on: date) -> CategoryApplies:
    if isinstance(duty.due, Part):
        return applies(on, DAY[duty.due])
    if duty.due is Due.PRACTICE:
        return applies(on, _practice_day(facts))
    return _model_applies(facts, on) if duty.due is Due.GPAI else days[duty.due]


def _obligation(duty: Duty, days: CategoryApplies) -> Obligation:
    status = DutyStatus.APPLIES if days.now else DutyStatus.LATER if days.from_day else DutyStatus.ONLY_AFTER_CHANGE
    by_the_letter = BY_THE_LETTER if duty.is_contested else None
    return Obligation(duty.key, duty.requirement, duty.article, duty.role, status, days.from_day, by_the_letter)


def _status(day: date, on: date) -> DutyStatus:
    return DutyStatus.APPLIES if on >= day else DutyStatus.LATER
