"""From facts to the outcome of the AI Act: every rule in its order, and the answer put together from what they establish.

Pure and total: any combination of facts gives an outcome, always the same.
What contradicts itself is named, and the outcome follows the law.
"""

from datetime import date

from register.domain.ai_act import art50, obligations
from register.domain.ai_act.categories import categories, category_applies, strongest
from register.domain.ai_act.contradictions import contradictions
from register.domain.ai_act.dates import LAW_VERSION, Part, high_risk_from
from register.domain.ai_act.duties import Due
from register.domain.ai_act.establish import Found, establish
from register.domain.ai_act.facts import Facts
from register.domain.ai_act.findings import Finding
from register.domain.ai_act.logic import Answer
from register.domain.ai_act.outcome import (
    ActRole,
    Applicability,
    Classification,
    Contradiction,
    NationalCategory,
    ObjectKind,
    Regime,
)
from register.domain.ai_act.rules import RULE_SET_VERSION

_F = Finding

_ROLES = (
    (_F.PROVIDER, ActRole.PROVIDER),
    (_F.DEPLOYER, ActRole.DEPLOYER),
    (_F.IMPORTER, ActRole.IMPORTER),
    (_F.DISTRIBUTOR, ActRole.DISTRIBUTOR),
)


def classify(facts: Facts, on: date) -> Classification:
    """Classify a system under the AI Act as it stands on a day.

    `on` only tells which duties bind already: the category is that of the
    adopted law. Raises nothing; what cannot be told is None or `undetermined`,
    and the facts that would tell are in `unknowns`.
    """
    established = establish(facts)
    found = established.found
    rows = art50.rows(facts) if found[_F.FULL] else ()
    held = categories(found)
    category, at_least = strongest(facts, found, held)
    roles = tuple(role for finding, role in _ROLES if found[finding])
    annex_iii = high_risk_from(Part.ANNEX_III, facts, on)
    high_risk = annex_iii if found[_F.ANNEX_III] else high_risk_from(Part.ANNEX_I, facts, on)
    days = {Due.ANNEX_III: annex_iii, Due.HIGH_RISK: high_risk}
    return Classification(
        applicability=_applicability(found),
        regime=Regime.ANNEX_I_SECTION_B if found[_F.SECTION_B] else Regime.FULL,
        object_kind=_object_kind(found),
        roles=roles,
        risk_category=category,
        risk_categories=held,
        risk_category_at_least=at_least,
        category_applies=category_applies(facts, category, rows, on),
        national_category=_national(found),
        third_party_assessment=_third_party(found),
        open_source_relief=found[_F.RELIEF],
        art50=rows,
        fria=obligations.fria(established, annex_iii),
        registrations=obligations.registrations(found, annex_iii),
        obligations=obligations.obligations(facts, found, rows, roles, days, on),
        reasons=established.reasons,
        unknowns=established.unknowns,
        contradictions=tuple(Contradiction(each.id, each.facts) for each in contradictions(facts)),
        rule_set_version=RULE_SET_VERSION,
        law_version=LAW_VERSION,
        on=on,
    )


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
