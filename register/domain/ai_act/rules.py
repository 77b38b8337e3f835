"""The rules by which the AI Act sorts a system: each with its article, the facts it reads, and what it establishes.

`RULES` is the whole order of decision; a rule reads the facts and what was
established before it. A rule that cannot tell, because facts are unknown,
answers None; `presumed` says what is then taken to be so. Facts that could only
lighten the outcome (exceptions, exclusions) are presumed absent, so that
silence never does; those that could make it heavier leave it undetermined.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from register.domain.ai_act import art5, art50
from register.domain.ai_act.facts import (
    AiSystem,
    AnnexIiiPoint,
    AnnexISection,
    Art2Exclusion,
    Art5Practice,
    Art50Trigger,
    BodyKind,
    DecisionRole,
    Facts,
    GpaiKind,
    Lifecycle,
    RealWorldTesting,
    SupplyRelation,
)
from register.domain.ai_act.findings import Finding
from register.domain.ai_act.logic import Answer, all_of, any_of, opposite

RULE_SET_VERSION = "2026.1"

#: Art. 51(2): more computation than this in training presumes systemic risk.
SYSTEMIC_COMPUTE = 1e25

PUBLIC_BODIES = (BodyKind.PUBLIC_AUTHORITY, BodyKind.BODY_GOVERNED_BY_PUBLIC_LAW, BodyKind.ACTS_FOR_PUBLIC_AUTHORITY)
#: Art. 27(1): bodies governed by public law, to which public authorities belong, and private providers of public services.
FRIA_BODIES = (BodyKind.PUBLIC_AUTHORITY, BodyKind.BODY_GOVERNED_BY_PUBLIC_LAW, BodyKind.PRIVATE_PUBLIC_SERVICE)
#: Art. 26(8) and 49(3): public authorities and those who act for them.
REGISTERING_BODIES = (BodyKind.PUBLIC_AUTHORITY, BodyKind.ACTS_FOR_PUBLIC_AUTHORITY)

_S = SupplyRelation
PROVIDING = (
    _S.DEVELOP_ONLY,
    _S.DEVELOP_FOR_SELF_AND_OTHERS,
    _S.DEVELOP_AND_USE_SELF,
    _S.COMMISSIONED_DEVELOPMENT,
    _S.BUILT_ON_THIRD_PARTY_MODEL,
)
ACQUIRING = (_S.EXTERNAL_UNMODIFIED, _S.EXTERNAL_MODIFIED)
USING_SELF = (_S.DEVELOP_FOR_SELF_AND_OTHERS, _S.DEVELOP_AND_USE_SELF, *ACQUIRING)

#: Having real effects on people, which research before the market has not (Art. 2(8)).
REAL_EFFECTS = (Lifecycle.PILOT_REAL_EFFECTS, Lifecycle.IN_USE, Lifecycle.SUSPENDED)
#: A decision role that makes an algorithm impactful (national category B).
IMPACTFUL = (DecisionRole.SELECTS, DecisionRole.ADVISES, DecisionRole.DECIDES)

Found = Mapping[Finding, Answer]


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule. `within` is what must be established for it to matter; `decides` names the answers that hang on it.

    `details` picks words out of the facts for its sentence, such as the points
    of Annex III. A rule without a `finding` only gives a reason.
    """

    id: str
    article: str
    facts: tuple[str, ...]
    decides: tuple[str, ...]
    holds: Callable[[Facts, Found], Answer]
    finding: Finding | None = None
    within: Finding | None = None
    presumed: Answer = None
    details: Callable[[Facts], Iterable[str]] | None = None


@dataclass(frozen=True, slots=True)
class Conclusion:
    """Something established from what was established before, without another look at the facts."""

    finding: Finding
    follows: Callable[[Found], Answer]


_CATEGORY = ("risk_category", "risk_categories", "risk_category_at_least", "category_applies", "national_category", "open_source_relief")
_PROHIBITION = (*_CATEGORY, "obligations")
_HIGH_RISK = (*_CATEGORY, "regime", "third_party_assessment", "roles", "art50", "fria", "registrations", "obligations")
_TRANSPARENCY = (
    "risk_category",
    "risk_categories",
    "risk_category_at_least",
    "category_applies",
    "art50",
    "obligations",
    "open_source_relief",
)
_ROLES = ("applicability", "roles", "risk_category", "fria", "registrations", "obligations")
EVERYTHING = ("applicability", "object_kind", *_HIGH_RISK)
_TEST = tuple(f"ai_definition_test.{each}" for each in ("only_human_defined_rules", "makes_inferences", "influences_environment"))


# --- What is it? (Art. 3) ---


def is_ai(facts: Facts) -> Answer:
    """Say whether it is an AI system or model (Art. 3(1), 3(63), 3(66)): a general-purpose one always is."""
    if facts.gpai_kind in {GpaiKind.SYSTEM, GpaiKind.MODEL} or facts.ai_system is AiSystem.YES:
        return True
    if facts.ai_system is AiSystem.NO:
        return False
    return _by_definition(facts)


def _by_definition(facts: Facts) -> Answer:
    """Answer from the elements of the definition; recital 12 leaves out what only follows rules that people wrote."""
    test = facts.ai_definition_test
    if test.only_human_defined_rules or test.makes_inferences is False:
        return False
    if test.makes_inferences and test.only_human_defined_rules is False:
        return opposite(test.influences_environment is False)
    return None


def _nothing_computed(facts: Facts, found: Found) -> Answer:
    if is_ai(facts):
        return False
    return opposite(facts.contains_algorithm)


WHAT_IT_IS = (
    Rule("no-algorithm", "3(1)", ("contains_algorithm",), EVERYTHING, _nothing_computed, Finding.NO_ALGORITHM, presumed=False),
    Rule("ai-system", "3(1)", ("ai_system", *_TEST, "gpai_kind"), EVERYTHING, lambda f, _: is_ai(f), Finding.AI),
    Rule("not-ai", "3(1)", ("ai_system", *_TEST), EVERYTHING, lambda f, s: all_of((opposite(is_ai(f)), opposite(s[Finding.NO_ALGORITHM])))),
    Rule(
        "gpai-model",
        "3(63)",
        ("gpai_kind",),
        EVERYTHING,
        lambda f, _: None if f.gpai_kind is None else f.gpai_kind is GpaiKind.MODEL,
        Finding.MODEL,
        within=Finding.AI,
        presumed=False,
    ),
    Rule("gpai-system", "3(66)", ("gpai_kind",), ("object_kind",), lambda f, _: f.gpai_kind is GpaiKind.SYSTEM, Finding.GPAI_SYSTEM),
)


# --- Does the act apply, and to whom? (Art. 2, 3) ---


def is_excluded(facts: Facts, exclusion: Art2Exclusion) -> Answer:
    """Say whether an exclusion holds; two of them cannot for a public body, or with real effects."""
    if facts.art2_exclusions is None:
        return None
    return exclusion in facts.art2_exclusions and not contradicts(facts, exclusion)


def contradicts(facts: Facts, exclusion: Art2Exclusion) -> bool:
    """Say whether the facts rule an exclusion out."""
    if exclusion is Art2Exclusion.PERSONAL_USE:
        return facts.body_kind in PUBLIC_BODIES
    if exclusion is Art2Exclusion.BEFORE_MARKET:
        return facts.lifecycle in REAL_EFFECTS or facts.real_world_testing is RealWorldTesting.ART_60
    return False


def _exclusion(exclusion: Art2Exclusion) -> Rule:
    article = f"2({exclusion.removeprefix('2_')})"
    rests_on = {Art2Exclusion.PERSONAL_USE: ("body_kind",), Art2Exclusion.BEFORE_MARKET: ("lifecycle", "real_world_testing")}
    return Rule(
        f"excluded-{exclusion.replace('_', '-')}",
        article,
        ("art2_exclusions",),
        EVERYTHING,
        lambda f, _: is_excluded(f, exclusion),
        Finding.EXCLUDED,
        within=Finding.AI,
        presumed=False,
        details=lambda _: rests_on.get(exclusion, ()),
    )


def _could_be_ruled_out(facts: Facts, exclusion: Art2Exclusion, *unknown: object) -> Answer:
    """Leave open whether an exclusion stands, when a fact that would rule it out is unknown."""
    holds = facts.art2_exclusions is not None and exclusion in facts.art2_exclusions and not contradicts(facts, exclusion)
    return None if holds and None in unknown else False


SCOPE = (
    *(_exclusion(each) for each in Art2Exclusion),
    Rule(
        "excluded-2-8-effects",
        "2(8)",
        ("lifecycle", "real_world_testing"),
        EVERYTHING,
        lambda f, _: _could_be_ruled_out(f, Art2Exclusion.BEFORE_MARKET, f.lifecycle, f.real_world_testing),
        within=Finding.AI,
        presumed=False,
    ),
    Rule(
        "excluded-2-10-body",
        "2(10)",
        ("body_kind",),
        EVERYTHING,
        lambda f, _: _could_be_ruled_out(f, Art2Exclusion.PERSONAL_USE, f.body_kind),
        within=Finding.AI,
        presumed=False,
    ),
)


def _supplies(*relations: SupplyRelation) -> Callable[[Facts, Found], Answer]:
    return lambda facts, _: None if facts.supply_relation is None else facts.supply_relation in relations


def _uses(facts: Facts, found: Found) -> Answer:
    """Say whether it is used under the body's own authority; who built or bought it to use it does, until told otherwise."""
    if found[Finding.MODEL]:
        return False
    if facts.uses_under_own_authority is not None:
        return facts.uses_under_own_authority
    if facts.supply_relation is None:
        return None
    return facts.supply_relation in USING_SELF


def _use_is_open(facts: Facts, found: Found) -> Answer:
    return None if facts.uses_under_own_authority is None and not found[Finding.MODEL] else False


WHO_THEY_ARE = (
    Rule("provider", "3(3)", ("supply_relation",), _ROLES, _supplies(*PROVIDING), Finding.PROVIDER, within=Finding.AI, presumed=False),
    Rule(
        "deployer",
        "3(4)",
        ("supply_relation", "uses_under_own_authority"),
        _ROLES,
        _uses,
        Finding.DEPLOYER,
        within=Finding.AI,
        presumed=False,
    ),
    Rule("use-unknown", "3(4)", ("uses_under_own_authority",), _ROLES, _use_is_open, within=Finding.AI, presumed=False),
    Rule(
        "importer",
        "3(6)",
        ("supply_relation",),
        _ROLES,
        _supplies(_S.IMPORT_FROM_OUTSIDE_EU),
        Finding.IMPORTER,
        within=Finding.AI,
        presumed=False,
    ),
    Rule(
        "distributor",
        "3(7)",
        ("supply_relation",),
        _ROLES,
        _supplies(_S.RESELL_WITHIN_EU),
        Finding.DISTRIBUTOR,
        within=Finding.AI,
        presumed=False,
    ),
    Rule(
        "no-role",
        "2(1)",
        ("supply_relation", "uses_under_own_authority"),
        EVERYTHING,
        lambda f, s: f.supply_relation is _S.NONE and not s[Finding.DEPLOYER],
        Finding.NO_ROLE,
        within=Finding.AI,
    ),
    Conclusion(
        Finding.IN_SCOPE,
        lambda s: all_of((s[Finding.AI], *(opposite(s[each]) for each in (Finding.EXCLUDED, Finding.NO_ROLE, Finding.MODEL)))),
    ),
)


# --- Prohibited? (Art. 5) ---


def _practice(practice: Art5Practice) -> Rule:
    return Rule(
        f"art-5-{practice}",
        f"5(1)({practice})",
        ("art5_practices", "art5_exceptions"),
        _PROHIBITION,
        lambda f, _: art5.is_prohibited(f, practice),
        Finding.PROHIBITED,
        within=Finding.IN_SCOPE,
    )


PROHIBITED = (
    Rule(
        "art-5-exception",
        "5(1)",
        ("art5_practices", "art5_exceptions"),
        _PROHIBITION,
        lambda f, _: art5.is_lifted(f),
        within=Finding.IN_SCOPE,
        presumed=False,
        details=art5.lifted,
    ),
    Rule(
        "art-5-h-safeguards",
        "5(2)-(4)",
        ("art5_exceptions",),
        ("obligations",),
        lambda f, _: art5.shows_safeguards(f),
        within=Finding.IN_SCOPE,
        presumed=False,
    ),
    *(_practice(each) for each in Art5Practice),
)


# --- High-risk? (Art. 6, Annexes I and III) ---


def _product(section: AnnexISection) -> Callable[[Facts, Found], Answer]:
    def holds(facts: Facts, found: Found) -> Answer:
        product = facts.annex_i
        return all_of((None if product.section is None else product.section is section, product.third_party_assessment))

    return holds


def _has_point(facts: Facts, found: Found) -> Answer:
    return None if facts.annex_iii_points is None else bool(facts.annex_iii_points)


def points(facts: Facts) -> tuple[AnnexIiiPoint, ...]:
    """Return the points of Annex III in their order; none when they are unknown."""
    chosen = facts.annex_iii_points or ()
    return tuple(each for each in AnnexIiiPoint if each in chosen)


def _relied_on(facts: Facts, found: Found) -> Answer:
    """Say whether an exemption of Art. 6(3) is relied on and its chapeau is met, profiling left aside."""
    assessment = facts.art6_3
    relied = None if assessment.conditions is None else bool(assessment.conditions)
    return all_of((found[Finding.POINT], relied, opposite(assessment.significant_risk), opposite(assessment.materially_influences)))


def _exempt(facts: Facts, found: Found) -> Answer:
    """Read the chapeau strictly: what was not assessed exempts nothing. Unknown profiling is left to the next rule."""
    if facts.performs_profiling or not _relied_on(facts, found):
        return False if facts.performs_profiling else _relied_on(facts, found)
    return facts.performs_profiling is False


def _exempt_unless_profiling(facts: Facts, found: Found) -> Answer:
    return None if facts.performs_profiling is None and _relied_on(facts, found) else False


_ART_6_3 = ("art6_3.conditions", "art6_3.significant_risk", "art6_3.materially_influences")

HIGH_RISK = (
    Rule(
        "annex-i-section-a",
        "6(1)",
        ("annex_i.section", "annex_i.third_party_assessment"),
        _HIGH_RISK,
        _product(AnnexISection.A),
        Finding.SECTION_A,
        within=Finding.IN_SCOPE,
    ),
    Rule(
        "annex-i-section-b",
        "2(2), 6(1)",
        ("annex_i.section", "annex_i.third_party_assessment"),
        _HIGH_RISK,
        _product(AnnexISection.B),
        Finding.SECTION_B,
        within=Finding.IN_SCOPE,
    ),
    Rule("annex-iii-point", "6(2)", ("annex_iii_points",), _HIGH_RISK, _has_point, Finding.POINT, within=Finding.IN_SCOPE, details=points),
    Rule(
        "art-6-3-profiling",
        "6(3)",
        ("performs_profiling", "art6_3.conditions"),
        (),
        lambda f, s: bool(s[Finding.POINT] and f.performs_profiling and f.art6_3.conditions),
        within=Finding.IN_SCOPE,
    ),
    Rule(
        "art-6-3-chapeau",
        "6(3)",
        _ART_6_3,
        (),
        lambda f, s: bool(
            s[Finding.POINT]
            and f.art6_3.conditions
            and (f.art6_3.significant_risk is not False or f.art6_3.materially_influences is not False)
        ),
        within=Finding.IN_SCOPE,
    ),
    Rule(
        "art-6-3-exempt",
        "6(3)",
        (*_ART_6_3, "performs_profiling"),
        _HIGH_RISK,
        _exempt,
        Finding.EXEMPT,
        within=Finding.IN_SCOPE,
        presumed=False,
        details=lambda f: sorted(f.art6_3.conditions or ()),
    ),
    Rule(
        "art-6-3-unless-profiling",
        "6(3)",
        ("performs_profiling",),
        _HIGH_RISK,
        _exempt_unless_profiling,
        Finding.EXEMPT,
        within=Finding.IN_SCOPE,
    ),
    Rule(
        "art-6-3-room",
        "6(3)",
        _ART_6_3,
        (),
        lambda f, s: s[Finding.EXEMPT] is not False and bool(s[Finding.POINT]),
        within=Finding.IN_SCOPE,
    ),
    Conclusion(Finding.ANNEX_I, lambda s: any_of((s[Finding.SECTION_A], s[Finding.SECTION_B]))),
    Conclusion(Finding.ANNEX_III, lambda s: all_of((s[Finding.POINT], opposite(s[Finding.EXEMPT])))),
    Conclusion(Finding.HIGH_RISK, lambda s: any_of((s[Finding.ANNEX_I], s[Finding.ANNEX_III]))),
    # Art. 2(2): of products of Section B only Art. 6(1), 102 to 109 and 112 speak.
    Conclusion(Finding.FULL, lambda s: all_of((s[Finding.IN_SCOPE], opposite(s[Finding.SECTION_B])))),
)


# --- Who becomes the provider? (Art. 25) ---


def _becomes_provider(facts: Facts, found: Found) -> Answer:
    changed = None if facts.art25_changes is None else bool(facts.art25_changes)
    return all_of((found[Finding.HIGH_RISK], opposite(found[Finding.PROVIDER]), changed))


CHANGE_OF_ROLE = (
    Rule(
        "art-25-provider",
        "25(1)",
        ("art25_changes",),
        ("roles", "registrations", "obligations"),
        _becomes_provider,
        Finding.PROVIDER,
        within=Finding.FULL,
        presumed=False,
        details=lambda f: sorted(f.art25_changes or ()),
    ),
    Rule(
        "check-art-25-1-c",
        "25(1)(c)",
        ("art25_changes", "gpai_kind", "annex_iii_points"),
        (),
        lambda f, s: f.art25_changes == frozenset() and bool(s[Finding.GPAI_SYSTEM] and s[Finding.POINT] and not s[Finding.PROVIDER]),
        within=Finding.FULL,
    ),
)


# --- Transparency (Art. 50) ---


def _transparency(trigger: Art50Trigger) -> Rule:
    return Rule(
        f"art-50-{trigger.replace('_', '-')}",
        art50.ARTICLE[trigger],
        ("art50_triggers", "art50_exceptions", "public_crime_reporting"),
        _TRANSPARENCY,
        lambda f, _: art50.is_owed(f, trigger),
        Finding.TRANSPARENCY,
        within=Finding.FULL,
    )


TRANSPARENCY = (
    Rule(
        "art-50-exception",
        "50",
        ("art50_triggers", "art50_exceptions"),
        _TRANSPARENCY,
        lambda f, _: art50.has_exception(f),
        within=Finding.FULL,
        presumed=False,
        details=art50.exceptions,
    ),
    *(_transparency(each) for each in Art50Trigger),
)


# --- General-purpose models (Art. 51–55), open source (Art. 2(12), 53(2)), and what is left ---


def _open(facts: Facts) -> Answer:
    source = facts.open_source
    return all_of((source.licence_free_open, source.source_public, opposite(source.monetised)))


def _nothing_else(found: Found) -> Answer:
    """Say whether nothing of Art. 2(12) keeps free and open software within the act."""
    within = (Finding.PROHIBITED, Finding.ANNEX_I, Finding.ANNEX_III, Finding.EXEMPT, Finding.TRANSPARENCY)
    return all_of((found[Finding.IN_SCOPE], *(opposite(found[each]) for each in within)))


def _by_compute(facts: Facts, found: Found) -> Answer:
    compute = facts.gpai.training_compute_flop
    return None if compute is None else compute > SYSTEMIC_COMPUTE


_OPEN = ("open_source.licence_free_open", "open_source.source_public", "open_source.monetised")

THE_REST = (
    Conclusion(Finding.MODEL_IN_SCOPE, lambda s: all_of((s[Finding.MODEL], opposite(s[Finding.EXCLUDED]), opposite(s[Finding.NO_ROLE])))),
    Rule(
        "gpai-systemic-designated",
        "51(1)(b)",
        ("gpai.systemic_designated",),
        _CATEGORY + ("obligations",),
        lambda f, s: f.gpai.systemic_designated if _by_compute(f, s) is not True else bool(f.gpai.systemic_designated),
        Finding.SYSTEMIC,
        within=Finding.MODEL_IN_SCOPE,
    ),
    Rule(
        "gpai-systemic-compute",
        "51(2)",
        ("gpai.training_compute_flop",),
        _CATEGORY + ("obligations",),
        lambda f, s: _by_compute(f, s) if not f.gpai.systemic_designated else bool(_by_compute(f, s)),
        Finding.SYSTEMIC,
        within=Finding.MODEL_IN_SCOPE,
    ),
    Rule("gpai", "51", ("gpai_kind",), (), lambda f, s: s[Finding.SYSTEMIC] is not True, within=Finding.MODEL_IN_SCOPE),
    Rule(
        "open-source-model",
        "53(2)",
        _OPEN,
        ("open_source_relief", "obligations"),
        lambda f, s: all_of((_open(f), opposite(s[Finding.SYSTEMIC]))),
        Finding.RELIEF,
        within=Finding.MODEL_IN_SCOPE,
    ),
    Rule(
        "open-source",
        "2(12)",
        _OPEN,
        ("applicability", "risk_category", "risk_categories", "category_applies", "open_source_relief", "obligations"),
        lambda f, s: all_of((_nothing_else(s), _open(f))),
        Finding.RELIEF,
        within=Finding.IN_SCOPE,
    ),
    Rule(
        "minimal",
        "4, 95",
        ("art5_practices", "annex_i.section", "annex_iii_points", "art50_triggers"),
        (),
        lambda f, s: all_of((_nothing_else(s), s[Finding.RELIEF] is not True)),
        Finding.MINIMAL,
        within=Finding.IN_SCOPE,
        presumed=None,
    ),
)


# --- FRIA, registration and duties that hang on a fact of their own (Art. 26, 27, 49, 86) ---


def _beyond_point_2(facts: Facts) -> bool:
    return any(each is not AnnexIiiPoint.P2 for each in points(facts))


def _body_in(facts: Facts, bodies: tuple[BodyKind, ...]) -> Answer:
    return None if facts.body_kind is None else facts.body_kind in bodies


def _restricted_domain(facts: Facts, found: Found) -> Answer:
    """Say whether it is registered out of sight (Art. 49(4)): points 1, 6 and 7, in law enforcement or at the border."""
    if not any(each[0] in "167" for each in points(facts)):
        return False
    return None if facts.domain is None else facts.domain in {"law_enforcement", "migration_asylum_border"}


def _credit_or_insurance(facts: Facts) -> bool:
    return any(each in {AnnexIiiPoint.P5B, AnnexIiiPoint.P5C} for each in points(facts))


_FRIA = ("fria", "obligations")

ASSESSED_AND_REGISTERED = (
    Conclusion(Finding.USES_ANNEX_III, lambda s: all_of((s[Finding.DEPLOYER], s[Finding.ANNEX_III], s[Finding.FULL]))),
    Rule(
        "fria-point-2",
        "27(1)",
        ("annex_iii_points",),
        (),
        lambda f, _: bool(points(f)) and not _beyond_point_2(f),
        within=Finding.USES_ANNEX_III,
    ),
    Rule(
        "fria-body",
        "27(1)",
        ("body_kind", "annex_iii_points"),
        _FRIA,
        lambda f, _: (
            all_of((_beyond_point_2(f), _body_in(f, FRIA_BODIES) or (None if f.body_kind is None else False)))
            if not _credit_or_insurance(f)
            else bool(_body_in(f, FRIA_BODIES))
        ),
        Finding.FRIA,
        within=Finding.USES_ANNEX_III,
    ),
    Rule(
        "fria-5b-5c",
        "27(1)",
        ("annex_iii_points",),
        _FRIA,
        lambda f, _: _credit_or_insurance(f),
        Finding.FRIA,
        within=Finding.USES_ANNEX_III,
    ),
    Rule(
        "registration-deployer",
        "26(8), 49(3)",
        ("body_kind",),
        ("registrations", "obligations"),
        lambda f, _: _body_in(f, REGISTERING_BODIES),
        Finding.REGISTERS_USE,
        within=Finding.USES_ANNEX_III,
    ),
    Rule(
        "registration-provider",
        "49(1)",
        ("annex_iii_points", "supply_relation"),
        ("registrations",),
        lambda f, s: all_of((s[Finding.PROVIDER], s[Finding.ANNEX_III])),
        Finding.REGISTERS_SYSTEM,
        within=Finding.FULL,
        presumed=None,
    ),
    Rule(
        "registration-exempt",
        "6(4), 49(2)",
        ("annex_iii_points", "supply_relation", *_ART_6_3),
        ("registrations",),
        lambda f, s: all_of((s[Finding.PROVIDER], s[Finding.EXEMPT])),
        Finding.REGISTERS_EXEMPT,
        within=Finding.FULL,
        presumed=None,
    ),
    Rule(
        "registration-non-public",
        "49(4)",
        ("annex_iii_points", "domain"),
        ("registrations",),
        _restricted_domain,
        Finding.NON_PUBLIC,
        within=Finding.POINT,
    ),
    Rule(
        "registration-national",
        "49(5)",
        ("annex_iii_points",),
        (),
        lambda f, _: bool(points(f)) and not _beyond_point_2(f),
        Finding.NATIONAL,
        within=Finding.POINT,
    ),
    Conclusion(Finding.USES_HIGH_RISK, lambda s: all_of((s[Finding.DEPLOYER], s[Finding.HIGH_RISK], s[Finding.FULL]))),
    Rule(
        "input-data",
        "26(4)",
        ("controls_input_data",),
        ("obligations",),
        lambda f, _: f.controls_input_data,
        Finding.INPUT_DATA,
        within=Finding.USES_HIGH_RISK,
    ),
    Rule(
        "workplace",
        "26(7)",
        ("used_at_workplace",),
        ("obligations",),
        lambda f, _: f.used_at_workplace,
        Finding.WORKPLACE,
        within=Finding.USES_HIGH_RISK,
    ),
    Rule(
        "later-biometrics",
        "26(10)",
        ("post_remote_biometric",),
        ("obligations",),
        lambda f, _: f.post_remote_biometric,
        Finding.LATER_BIOMETRICS,
        within=Finding.USES_HIGH_RISK,
    ),
    Rule(
        "inform-people",
        "26(11)",
        ("affects_natural_persons",),
        ("obligations",),
        lambda f, _: f.affects_natural_persons,
        Finding.INFORM_PEOPLE,
        within=Finding.USES_ANNEX_III,
    ),
    Rule(
        "explain",
        "86",
        ("legal_or_similar_effect", "affects_natural_persons"),
        ("obligations",),
        lambda f, _: all_of((_beyond_point_2(f), f.legal_or_similar_effect, f.affects_natural_persons)),
        Finding.EXPLAIN,
        within=Finding.USES_ANNEX_III,
    ),
    Rule(
        "third-party-biometrics",
        "43(1)",
        ("biometric_third_party_assessment",),
        ("third_party_assessment",),
        lambda f, _: f.biometric_third_party_assessment if any(each[0] == "1" for each in points(f)) else False,
        Finding.BIOMETRIC_ASSESSMENT,
        within=Finding.ANNEX_III,
    ),
    Rule(
        "sandbox",
        "57",
        ("real_world_testing",),
        ("obligations",),
        lambda f, _: None if f.real_world_testing is None else f.real_world_testing is RealWorldTesting.SANDBOX,
        Finding.SANDBOX,
        within=Finding.FULL,
    ),
    Rule(
        "real-world-test",
        "60",
        ("real_world_testing",),
        ("obligations",),
        lambda f, _: None if f.real_world_testing is None else f.real_world_testing is RealWorldTesting.ART_60,
        Finding.REAL_WORLD_TEST,
        within=Finding.FULL,
    ),
)


# --- The national category of publication (algorithm register, publication standard 1.0) ---


def _impactful(facts: Facts) -> Answer:
    role = None if facts.decision_role is None else facts.decision_role in IMPACTFUL
    return any_of((role, facts.legal_or_similar_effect))


NATIONALLY = (
    Conclusion(
        Finding.RANKED,
        lambda s: all_of((opposite(s[Finding.NO_ALGORITHM]), opposite(s[Finding.PROHIBITED]), opposite(s[Finding.HIGH_RISK]))),
    ),
    Rule(
        "national-a",
        "NL",
        ("annex_i.section", "annex_iii_points"),
        (),
        lambda f, s: all_of((s[Finding.HIGH_RISK], opposite(s[Finding.PROHIBITED]))),
        Finding.NATIONAL_A,
        presumed=None,
    ),
    Rule(
        "national-b",
        "NL",
        ("decision_role", "legal_or_similar_effect"),
        ("national_category",),
        lambda f, _: _impactful(f),
        Finding.NATIONAL_B,
        within=Finding.RANKED,
    ),
    Rule(
        "national-c",
        "NL",
        ("decision_role", "legal_or_similar_effect"),
        ("national_category",),
        lambda f, _: opposite(_impactful(f)),
        Finding.NATIONAL_C,
        within=Finding.RANKED,
    ),
)

ORDER: tuple[Rule | Conclusion, ...] = (
    *WHAT_IT_IS,
    *SCOPE,
    *WHO_THEY_ARE,
    *PROHIBITED,
    *HIGH_RISK,
    *CHANGE_OF_ROLE,
    *TRANSPARENCY,
    *THE_REST,
    *ASSESSED_AND_REGISTERED,
    *NATIONALLY,
)

RULES: tuple[Rule, ...] = tuple(each for each in ORDER if isinstance(each, Rule))
