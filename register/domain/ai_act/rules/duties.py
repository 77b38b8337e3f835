"""What decides on single duties: assessment, registration, and what deployers owe (Art. 26, 27, 43, 49, 57, 60, 86)."""

from collections.abc import Callable

from register.domain.ai_act.facts import AnnexIiiPoint, BodyKind, Domain, Facts, RealWorldTesting
from register.domain.ai_act.findings import Finding
from register.domain.ai_act.logic import Answer, all_of, opposite
from register.domain.ai_act.rules.high_risk import points
from register.domain.ai_act.rules.shape import Conclusion, Found, Rule
from register.domain.standard.vocabularies import DecisionRole

#: Art. 27(1): bodies governed by public law, to which public authorities belong, and private providers of public services.
FRIA_BODIES = (BodyKind.PUBLIC_AUTHORITY, BodyKind.BODY_GOVERNED_BY_PUBLIC_LAW, BodyKind.PRIVATE_PUBLIC_SERVICE)
#: Art. 26(8) and 49(3): public authorities and those who act for them.
REGISTERING_BODIES = (BodyKind.PUBLIC_AUTHORITY, BodyKind.ACTS_FOR_PUBLIC_AUTHORITY)
#: Art. 49(4): registered out of sight, when it is about points 1, 6 and 7.
OUT_OF_SIGHT = (Domain.LAW_ENFORCEMENT, Domain.MIGRATION_ASYLUM_BORDER)

_CREDIT_AND_INSURANCE = {AnnexIiiPoint.P5B, AnnexIiiPoint.P5C}
_OBLIGATIONS = ("obligations",)


def _is_beyond_point_2(facts: Facts) -> Answer:
    return None if facts.annex_iii_points is None else bool(facts.annex_iii_points - {AnnexIiiPoint.P2})


def _is_point_2_only(facts: Facts, found: Found) -> Answer:
    return all_of((bool(facts.annex_iii_points), opposite(_is_beyond_point_2(facts))))


def _is_credit_or_insurance(facts: Facts, found: Found) -> Answer:
    return None if facts.annex_iii_points is None else not facts.annex_iii_points.isdisjoint(_CREDIT_AND_INSURANCE)


def _is_body(facts: Facts, bodies: tuple[BodyKind, ...]) -> Answer:
    return None if facts.body_kind is None else facts.body_kind in bodies


def _must_assess(facts: Facts, found: Found) -> Answer:
    """Say whether the body must assess by what it is; what sort it is need not be known where every deployer must."""
    is_body = _is_body(facts, FRIA_BODIES)
    return bool(is_body) if _is_credit_or_insurance(facts, found) else all_of((_is_beyond_point_2(facts), is_body))


def _identifies_later(facts: Facts, found: Found) -> Answer:
    """Art. 26(10) is about remote identification, which is point 1(a): where that is not chosen, nothing is left to ask."""
    listed = None if facts.annex_iii_points is None else AnnexIiiPoint.P1A in facts.annex_iii_points
    return all_of((listed, facts.post_remote_biometric))


def _informs(facts: Facts, found: Found) -> Answer:
    """Art. 26(11) is about systems that decide about people, or help to."""
    helps = None if facts.decision_role is None else facts.decision_role is not DecisionRole.NONE
    return all_of((helps, facts.affects_natural_persons))


def _is_out_of_sight(facts: Facts, found: Found) -> Answer:
    if not any(each[0] in "167" for each in points(facts)):
        return False
    return None if facts.domain is None else facts.domain in OUT_OF_SIGHT


def _needs_explaining(facts: Facts, found: Found) -> Answer:
    return all_of((_is_beyond_point_2(facts), facts.legal_or_similar_effect, facts.affects_natural_persons))


def _may_be_assessed(facts: Facts, found: Found) -> Answer:
    is_biometric = any(each[0] == "1" for each in points(facts))
    return facts.biometric_third_party_assessment if is_biometric else False


def _is_tested(testing: RealWorldTesting) -> Callable[[Facts, Found], Answer]:
    return lambda facts, _: None if facts.real_world_testing is None else facts.real_world_testing is testing


def _said(rule: str, article: str, fact: str, finding: Finding) -> Rule:
    """Return a rule that takes one fact as it is."""
    return Rule(rule, article, (fact,), _OBLIGATIONS, lambda facts, _: getattr(facts, fact), finding, within=Finding.USES_HIGH_RISK)


_USES = Finding.USES_ANNEX_III
_LISTED = ("annex_iii_points",)

STEPS = (
    Conclusion(_USES, lambda s: all_of((s[Finding.DEPLOYER], s[Finding.ANNEX_III], s[Finding.FULL]))),
    Rule("fria-point-2", "27(1)", _LISTED, (), _is_point_2_only, within=_USES),
    Rule("fria-body", "27(1)", ("body_kind", *_LISTED), ("fria", "obligations"), _must_assess, Finding.FRIA, within=_USES),
    Rule("fria-5b-5c", "27(1)", _LISTED, ("fria", "obligations"), _is_credit_or_insurance, Finding.FRIA, within=_USES),
    Rule(
        "registration-deployer",
        "26(8), 49(3)",
        ("body_kind",),
        ("registrations", "obligations"),
        lambda f, _: _is_body(f, REGISTERING_BODIES),
        Finding.REGISTERS_USE,
        within=_USES,
    ),
    Rule(
        "registration-provider",
        "49(1)",
        ("supply_relation", *_LISTED),
        (),
        lambda _, s: all_of((s[Finding.PROVIDER], s[Finding.ANNEX_III])),
        Finding.REGISTERS_SYSTEM,
        within=Finding.FULL,
    ),
    Rule(
        "registration-exempt",
        "6(4), 49(2)",
        ("supply_relation", *_LISTED),
        (),
        lambda _, s: all_of((s[Finding.PROVIDER], s[Finding.EXEMPT])),
        Finding.REGISTERS_EXEMPT,
        within=Finding.FULL,
    ),
    Rule(
        "registration-non-public",
        "49(4)",
        ("domain", *_LISTED),
        ("registrations",),
        _is_out_of_sight,
        Finding.NON_PUBLIC,
        within=Finding.POINT,
    ),
    Rule("registration-national", "49(5)", _LISTED, (), _is_point_2_only, Finding.NATIONAL, within=Finding.POINT),
    Conclusion(Finding.USES_HIGH_RISK, lambda s: all_of((s[Finding.DEPLOYER], s[Finding.HIGH_RISK], s[Finding.FULL]))),
    _said("input-data", "26(4)", "controls_input_data", Finding.INPUT_DATA),
    _said("workplace", "26(7)", "used_at_workplace", Finding.WORKPLACE),
    Rule(
        "later-biometrics",
        "26(10)",
        ("post_remote_biometric", *_LISTED),
        _OBLIGATIONS,
        _identifies_later,
        Finding.LATER_BIOMETRICS,
        within=_USES,
    ),
    Rule(
        "inform-people",
        "26(11)",
        ("decision_role", "affects_natural_persons"),
        _OBLIGATIONS,
        _informs,
        Finding.INFORM_PEOPLE,
        within=_USES,
    ),
    Rule(
        "explain",
        "86",
        ("legal_or_similar_effect", "affects_natural_persons"),
        _OBLIGATIONS,
        _needs_explaining,
        Finding.EXPLAIN,
        within=_USES,
    ),
    Rule(
        "third-party-biometrics",
        "43(1)",
        ("biometric_third_party_assessment",),
        ("third_party_assessment",),
        _may_be_assessed,
        Finding.BIOMETRIC_ASSESSMENT,
        within=Finding.ANNEX_III,
    ),
    Rule(
        "sandbox",
        "57",
        ("real_world_testing",),
        _OBLIGATIONS,
        _is_tested(RealWorldTesting.SANDBOX),
        Finding.SANDBOX,
        within=Finding.FULL,
    ),
    Rule(
        "real-world-test",
        "60",
        ("real_world_testing",),
        _OBLIGATIONS,
        _is_tested(RealWorldTesting.ART_60),
        Finding.REAL_WORLD_TEST,
        within=Finding.FULL,
    ),
)
