"""What the AI Act asks about a system, as facts that anyone can check.

A fact that is None is unknown, which is an answer like any other. An empty
set means none. Points and articles are those of Regulation (EU) 2024/1689 as
amended by Regulation (EU) 2026/1744.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from datetime import date
from enum import StrEnum

from register.domain.standard.vocabularies import DecisionRole


class Word(StrEnum):
    """A word of a vocabulary. It hashes as its text does, which an enum of Python does many times more slowly."""

    __hash__ = str.__hash__


class SupplyRelation(Word):
    """How the body came by the system (Art. 3(3)–(7))."""

    DEVELOP_ONLY = "develop_only"
    DEVELOP_FOR_SELF_AND_OTHERS = "develop_for_self_and_others"
    DEVELOP_AND_USE_SELF = "develop_and_use_self"
    COMMISSIONED_DEVELOPMENT = "commissioned_development"
    BUILT_ON_THIRD_PARTY_MODEL = "built_on_third_party_model"
    EXTERNAL_UNMODIFIED = "external_unmodified"
    EXTERNAL_MODIFIED = "external_modified"
    IMPORT_FROM_OUTSIDE_EU = "import_from_outside_eu"
    RESELL_WITHIN_EU = "resell_within_eu"
    NONE = "none"


class Art25Change(Word):
    """What makes somebody else the provider of a high-risk system (Art. 25(1)(a)–(c))."""

    OWN_NAME = "own_name_or_trademark"
    SUBSTANTIAL_MODIFICATION = "substantial_modification"
    PURPOSE_MADE_HIGH_RISK = "purpose_made_high_risk"


class Lifecycle(Word):
    """Where the system is in its life; a pilot with real effects counts as use."""

    EXPLORING = "exploring"
    IN_DEVELOPMENT = "in_development"
    PILOT_REAL_EFFECTS = "pilot_real_effects"
    IN_USE = "in_use"
    SUSPENDED = "suspended"
    STOPPED = "stopped"
    RETIRED = "retired"


class AiSystem(Word):
    """Whether it is an AI system (Art. 3(1))."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


class GpaiKind(Word):
    """Whether it is general-purpose, and then a system or the model itself (Art. 3(63), 3(66))."""

    NONE = "none"
    SYSTEM = "gpai_system"
    MODEL = "gpai_model"


class BodyKind(Word):
    """What sort of body uses it (Art. 27(1), 49(3))."""

    PUBLIC_AUTHORITY = "public_authority"
    BODY_GOVERNED_BY_PUBLIC_LAW = "body_governed_by_public_law"
    ACTS_FOR_PUBLIC_AUTHORITY = "acts_for_public_authority"
    PRIVATE_PUBLIC_SERVICE = "private_public_service"
    OTHER = "other"


class RealWorldTesting(Word):
    """Whether it is tested in real conditions, and under which rules (Art. 57, 60)."""

    NONE = "none"
    ART_60 = "art_60"
    SANDBOX = "sandbox"


class Art2Exclusion(Word):
    """Why the act would not apply (Art. 2); 2(2) and 2(12) follow from other facts."""

    MILITARY_OR_NATIONAL_SECURITY = "2_3"
    INTERNATIONAL_COOPERATION = "2_4"
    SCIENTIFIC_RESEARCH = "2_6"
    BEFORE_MARKET = "2_8"
    PERSONAL_USE = "2_10"


class Art5Practice(Word):
    """The prohibited practices (Art. 5(1))."""

    A = "a"
    B = "b"
    BA = "ba"
    BB = "bb"
    C = "c"
    D = "d"
    E = "e"
    F = "f"
    G = "g"
    H = "h"


class Art5Exception(Word):
    """The limits that are built into the prohibitions, and what Art. 5(2)–(3) asks of (h)."""

    NO_SIGNIFICANT_HARM = "no_significant_harm"
    NOT_PURPOSE_WITH_SAFEGUARDS = "not_purpose_with_safeguards"
    CONSENT = "consent"
    LAWFUL_DEFENCE = "lawful_defence"
    SUPPORTS_HUMAN_ASSESSMENT = "supports_human_assessment"
    MEDICAL_OR_SAFETY = "medical_or_safety"
    LAWFUL_LABELLING = "lawful_labelling"
    LAW_ENFORCEMENT_CATEGORISING = "law_enforcement_categorising"
    STRICTLY_NECESSARY_OBJECTIVE = "strictly_necessary_objective"
    NATIONAL_LAW = "national_law"
    AUTHORISATION = "authorisation"
    FRIA = "fria"
    REGISTRATION = "registration"


class AnnexISection(Word):
    """The section of Annex I that the product stands in (Art. 6(1)(a))."""

    A = "A"
    B = "B"
    NONE = "none"


class AnnexIiiPoint(Word):
    """The 25 high-risk uses of Annex III."""

    P1A = "1a"
    P1B = "1b"
    P1C = "1c"
    P2 = "2"
    P3A = "3a"
    P3B = "3b"
    P3C = "3c"
    P3D = "3d"
    P4A = "4a"
    P4B = "4b"
    P5A = "5a"
    P5B = "5b"
    P5C = "5c"
    P5D = "5d"
    P6A = "6a"
    P6B = "6b"
    P6C = "6c"
    P6D = "6d"
    P6E = "6e"
    P7A = "7a"
    P7B = "7b"
    P7C = "7c"
    P7D = "7d"
    P8A = "8a"
    P8B = "8b"


class AnnexIiiArea(Word):
    """The eight areas of Annex III; a point begins with the number of its area."""

    BIOMETRICS = "1"
    CRITICAL_INFRASTRUCTURE = "2"
    EDUCATION = "3"
    EMPLOYMENT = "4"
    ESSENTIAL_SERVICES = "5"
    LAW_ENFORCEMENT = "6"
    MIGRATION = "7"
    JUSTICE_AND_DEMOCRACY = "8"


class Domain(Word):
    """The field in which it is used, as far as Art. 49(4) asks; law enforcement is about criminal offences only (Art. 3(46))."""

    LAW_ENFORCEMENT = "law_enforcement"
    MIGRATION_ASYLUM_BORDER = "migration_asylum_border"
    JUSTICE = "justice"
    OTHER = "other"


class Art63Condition(Word):
    """The tasks that do not make a use of Annex III high-risk (Art. 6(3)(a)–(d))."""

    NARROW_PROCEDURAL_TASK = "a"
    IMPROVES_COMPLETED_ACTIVITY = "b"
    DETECTS_DEVIATIONS = "c"
    PREPARATORY_TASK = "d"


class Art50Trigger(Word):
    """What brings the duties of transparency along (Art. 50)."""

    INTERACTION = "interaction"
    SYNTHETIC_CONTENT = "synthetic_content"
    EMOTION_RECOGNITION = "emotion_recognition"
    BIOMETRIC_CATEGORISATION = "biometric_categorisation"
    DEEPFAKE = "deepfake"
    PUBLIC_INTEREST_TEXT = "public_interest_text"


class Art50Exception(Word):
    """The exceptions of Art. 50."""

    OBVIOUS = "obvious"
    STANDARD_EDITING = "standard_editing"
    NO_SUBSTANTIAL_CHANGE = "no_substantial_change"
    CRIMINAL_LAW = "criminal_law"
    ARTISTIC_LIMITED = "artistic_limited"
    EDITORIAL_RESPONSIBILITY = "editorial_responsibility"


@dataclass(frozen=True, slots=True)
class AiDefinitionTest:
    """The elements of the definition of an AI system (Art. 3(1), recital 12)."""

    only_human_defined_rules: bool | None = None
    makes_inferences: bool | None = None
    influences_environment: bool | None = None


@dataclass(frozen=True, slots=True)
class AnnexI:
    """The product that it is, or is the safety component of (Art. 6(1)); not what 6(1a)–(1c) leave out."""

    section: AnnexISection | None = None
    third_party_assessment: bool | None = None


@dataclass(frozen=True, slots=True)
class Art63:
    """The assessment of Art. 6(3): the conditions relied on, and the two questions of its chapeau."""

    conditions: frozenset[Art63Condition] | None = None
    significant_risk: bool | None = None
    materially_influences: bool | None = None


@dataclass(frozen=True, slots=True)
class OpenSource:
    """Whether it is free and open source (Art. 2(12), 53(2))."""

    licence_free_open: bool | None = None
    source_public: bool | None = None
    monetised: bool | None = None


@dataclass(frozen=True, slots=True)
class Gpai:
    """The size of a general-purpose model (Art. 51): `training_compute_flop` is cumulative, in floating point operations."""

    training_compute_flop: float | None = None
    systemic_designated: bool | None = None


@dataclass(frozen=True, slots=True)
class Facts:
    """All that the classification rests on. The names in JSON are the same in camelCase.

    In `art5_exceptions` and `art50_exceptions` a practice or trigger that is
    left out has unknown exceptions; an empty set means that there are none.
    """

    contains_algorithm: bool | None = None
    supply_relation: SupplyRelation | None = None
    uses_under_own_authority: bool | None = None
    art25_changes: frozenset[Art25Change] | None = None
    lifecycle: Lifecycle | None = None
    ai_system: AiSystem | None = None
    ai_definition_test: AiDefinitionTest = AiDefinitionTest()
    gpai_kind: GpaiKind | None = None
    decision_role: DecisionRole | None = None
    affects_natural_persons: bool | None = None
    affects_organisations: bool | None = None
    legal_or_similar_effect: bool | None = None
    body_kind: BodyKind | None = None
    used_at_workplace: bool | None = None
    controls_input_data: bool | None = None
    post_remote_biometric: bool | None = None
    public_crime_reporting: bool | None = None
    real_world_testing: RealWorldTesting | None = None
    art2_exclusions: frozenset[Art2Exclusion] | None = None
    art5_practices: frozenset[Art5Practice] | None = None
    art5_exceptions: Mapping[Art5Practice, frozenset[Art5Exception]] = field(default_factory=dict)
    annex_i: AnnexI = AnnexI()
    annex_iii_points: frozenset[AnnexIiiPoint] | None = None
    biometric_third_party_assessment: bool | None = None
    domain: Domain | None = None
    performs_profiling: bool | None = None
    art6_3: Art63 = Art63()
    art50_triggers: frozenset[Art50Trigger] | None = None
    art50_exceptions: Mapping[Art50Trigger, frozenset[Art50Exception]] = field(default_factory=dict)
    open_source: OpenSource = OpenSource()
    gpai: Gpai = Gpai()
    intended_for_public_authority: bool | None = None
    placed_on_market_on: date | None = None
    in_service_since: date | None = None
    significant_design_change_on: date | None = None


NAMES = tuple(each.name for each in fields(Facts))
