"""Facts that cannot all be so. They are no error: the outcome follows the law, and the contradiction is named."""

from collections.abc import Callable
from dataclasses import dataclass

from register.domain.ai_act import art5, art50
from register.domain.ai_act.facts import AiSystem, AnnexIiiPoint, Art2Exclusion, Art5Practice, Domain, Facts, GpaiKind, SupplyRelation
from register.domain.ai_act.rules.kind import by_definition, is_ai, meets_definition
from register.domain.ai_act.rules.scope import is_ruled_out


@dataclass(frozen=True, slots=True)
class Contradicting:
    """Facts that contradict one another when `holds` is true of them."""

    id: str
    facts: tuple[str, ...]
    holds: Callable[[Facts], bool]


_GENERAL = (GpaiKind.SYSTEM, GpaiKind.MODEL)


def _definition(facts: Facts) -> bool:
    test = facts.ai_definition_test
    is_said = facts.ai_system is AiSystem.YES or facts.gpai_kind in _GENERAL
    is_denied = facts.ai_system is AiSystem.NO and meets_definition(facts)
    return (is_said and by_definition(facts) is False) or is_denied or bool(test.only_human_defined_rules and test.makes_inferences)


def _excludes(exclusion: Art2Exclusion) -> Callable[[Facts], bool]:
    return lambda facts: exclusion in (facts.art2_exclusions or ()) and is_ruled_out(facts, exclusion)


def _foreign_limits(facts: Facts) -> bool:
    return any(not said <= set(art5.ALLOWED[practice]) for practice, said in facts.art5_exceptions.items())


def _limits_of_nothing(facts: Facts) -> bool:
    practices = facts.art5_practices
    return practices is not None and any(said and each not in practices for each, said in facts.art5_exceptions.items())


def _foreign_exceptions(facts: Facts) -> bool:
    return any(not said <= set(art50.EXCEPTIONS[trigger]) for trigger, said in facts.art50_exceptions.items())


def _exceptions_of_nothing(facts: Facts) -> bool:
    triggers = facts.art50_triggers
    return triggers is not None and any(said and each not in triggers for each, said in facts.art50_exceptions.items())


def _point_outside_its_field(facts: Facts) -> bool:
    """Points 6 and 7 name their own field; (h) of Art. 5 is about law enforcement only."""
    points = facts.annex_iii_points or frozenset[AnnexIiiPoint]()
    if facts.domain is None:
        return False
    enforcing = any(each[0] == "6" for each in points) or Art5Practice.H in (facts.art5_practices or ())
    at_border = any(each[0] == "7" for each in points)
    fits = (Domain.LAW_ENFORCEMENT,) * enforcing + (Domain.MIGRATION_ASYLUM_BORDER,) * at_border
    return bool(fits) and facts.domain not in fits


def _biometrics_unlisted(facts: Facts) -> bool:
    """Find later identification without point 1(a), which holds all identification at a distance (Art. 3(41)-(43))."""
    points = facts.annex_iii_points
    return bool(facts.post_remote_biometric) and points is not None and AnnexIiiPoint.P1A not in points


def _serves_nobody(facts: Facts) -> bool:
    return bool(facts.legal_or_similar_effect) and facts.affects_natural_persons is False and facts.affects_organisations is False


def _market_before_service(facts: Facts) -> bool:
    first, second = facts.placed_on_market_on, facts.in_service_since
    return first is not None and second is not None and second < first


def _changed_before_it_was(facts: Facts) -> bool:
    changed = facts.significant_design_change_on
    known = [each for each in (facts.placed_on_market_on, facts.in_service_since) if each is not None]
    return changed is not None and bool(known) and changed < min(known)


CONTRADICTIONS: tuple[Contradicting, ...] = (
    Contradicting(
        "no-algorithm-but-ai",
        ("contains_algorithm", "ai_system", "gpai_kind", "ai_definition_test"),
        lambda f: f.contains_algorithm is False and is_ai(f) is True,
    ),
    Contradicting("gpai-but-not-ai", ("ai_system", "gpai_kind"), lambda f: f.ai_system is AiSystem.NO and f.gpai_kind in _GENERAL),
    Contradicting("definition-test", ("ai_system", "gpai_kind", "ai_definition_test"), _definition),
    Contradicting(
        "self-use-denied",
        ("supply_relation", "uses_under_own_authority"),
        lambda f: f.supply_relation is SupplyRelation.DEVELOP_AND_USE_SELF and f.uses_under_own_authority is False,
    ),
    Contradicting("personal-use-of-public-body", ("art2_exclusions", "body_kind"), _excludes(Art2Exclusion.PERSONAL_USE)),
    Contradicting(
        "before-market-with-effects", ("art2_exclusions", "lifecycle", "real_world_testing"), _excludes(Art2Exclusion.BEFORE_MARKET)
    ),
    Contradicting("art-5-foreign-limit", ("art5_exceptions",), _foreign_limits),
    Contradicting("art-5-limit-of-nothing", ("art5_practices", "art5_exceptions"), _limits_of_nothing),
    Contradicting("art-50-foreign-exception", ("art50_exceptions",), _foreign_exceptions),
    Contradicting("art-50-exception-of-nothing", ("art50_triggers", "art50_exceptions"), _exceptions_of_nothing),
    Contradicting("field-of-use", ("annex_iii_points", "art5_practices", "domain"), _point_outside_its_field),
    Contradicting("later-biometrics-unlisted", ("post_remote_biometric", "annex_iii_points"), _biometrics_unlisted),
    Contradicting("effect-on-nobody", ("legal_or_similar_effect", "affects_natural_persons", "affects_organisations"), _serves_nobody),
    Contradicting("service-before-market", ("placed_on_market_on", "in_service_since"), _market_before_service),
    Contradicting(
        "change-before-placing", ("significant_design_change_on", "placed_on_market_on", "in_service_since"), _changed_before_it_was
    ),
)


def contradictions(facts: Facts) -> tuple[Contradicting, ...]:
    """Return what contradicts itself in the facts."""
    return tuple(each for each in CONTRADICTIONS if each.holds(facts))
