"""What follows from the facts: the answer of the classification, without a word of explanation in it.

The names in JSON are the same in camelCase. Yes and no are True, False or
None, which is unknown. Reasons and duties name a rule or a duty; their
sentences are in `words_nl` and `words_en`.
"""

from dataclasses import dataclass
from datetime import date

from register.domain.ai_act.facts import Word


class Applicability(Word):
    """Whether the act applies to this body's use of it."""

    APPLIES = "applies"
    EXCLUDED = "excluded"
    NOT_AI = "not_ai"
    NO_ROLE = "no_role"
    NO_ALGORITHM = "no_algorithm"
    UNDETERMINED = "undetermined"


class Regime(Word):
    """How much of the act applies; Art. 2(2) leaves little for products of Annex I, Section B."""

    FULL = "full"
    ANNEX_I_SECTION_B = "annex_i_section_b"


class ObjectKind(Word):
    """What it is for the act (Art. 3)."""

    AI_SYSTEM = "ai_system"
    GPAI_SYSTEM = "gpai_system"
    GPAI_MODEL = "gpai_model"
    ALGORITHM_NOT_AI = "algorithm_not_ai"
    NO_ALGORITHM = "no_algorithm"


class ActRole(Word):
    """What the body is for the act (Art. 3(3)–(8))."""

    PROVIDER = "provider"
    DEPLOYER = "deployer"
    IMPORTER = "importer"
    DISTRIBUTOR = "distributor"
    AUTHORISED_REPRESENTATIVE = "authorised_representative"
    PRODUCT_MANUFACTURER = "product_manufacturer"


class RiskCategory(Word):
    """The categories of the act, strongest first."""

    PROHIBITED = "prohibited"
    HIGH_RISK_ANNEX_I = "high_risk_annex_i"
    HIGH_RISK_ANNEX_III = "high_risk_annex_iii"
    ANNEX_III_EXEMPT = "annex_iii_exempt_6_3"
    TRANSPARENCY = "transparency"
    MINIMAL = "minimal"
    GPAI_SYSTEMIC = "gpai_systemic"
    GPAI = "gpai"
    OUT_OF_SCOPE = "out_of_scope"
    NOT_AI = "not_ai"
    UNDETERMINED = "undetermined"


HIGH_RISK = (RiskCategory.HIGH_RISK_ANNEX_I, RiskCategory.HIGH_RISK_ANNEX_III)


class NationalCategory(Word):
    """The categories of the Dutch algorithm register: A high-risk, B impactful, C other."""

    A = "A"
    B = "B"
    C = "C"


class Art50Duty(Word):
    """The duties of Art. 50."""

    INTERACTION = "50_1"
    MARKING = "50_2"
    RECOGNITION = "50_3"
    DEEPFAKE = "50_4_deepfake"
    TEXT = "50_4_text"


class AnnexViii(Word):
    """The section of Annex VIII that says what is registered."""

    A = "A"
    B = "B"
    C = "C"


class RegistrationSection(Word):
    """Where it is registered (Art. 49): for all to see, for authorities only, or nationally."""

    PUBLIC = "public"
    NON_PUBLIC = "non_public"
    NATIONAL = "national"


class DutyStatus(Word):
    """Whether a duty binds on the day that was asked about."""

    APPLIES = "applies"
    LATER = "later"
    ONLY_AFTER_CHANGE = "only_after_change"


@dataclass(frozen=True, slots=True)
class CategoryApplies:
    """From when the category has effect.

    Two days where an unknown decides between them; `from_day` is the earlier
    one. No day at all where only a significant change of design would bring it.
    """

    now: bool | None = None
    from_day: date | None = None
    or_from: date | None = None
    basis: str = ""


@dataclass(frozen=True, slots=True)
class Art50Row:
    """One duty of Art. 50: whether it applies, who owes it, and from when (`or_due_on` where the day of placing is unknown)."""

    duty: Art50Duty
    applies: bool | None
    is_limited: bool
    owed_by: tuple[ActRole, ...]
    exception: str | None
    due_on: date
    or_due_on: date | None = None


@dataclass(frozen=True, slots=True)
class Fria:
    """Whether a fundamental rights impact assessment is required (Art. 27), and the rules that say so."""

    required: bool | None = None
    due_on: date | None = None
    notify_authority: bool | None = None
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Registration:
    """A registration that Art. 49 asks for. `section` is None while an unknown decides; the start is contested, so two days."""

    role: ActRole
    annex_viii: AnnexViii
    section: RegistrationSection | None
    due_on: date | None
    due_on_by_the_letter: date


@dataclass(frozen=True, slots=True)
class Obligation:
    """A duty of this body. `duty` is its key in `duties.DUTIES`; `requirement` the id in the national framework, "" when it has none."""

    duty: str
    requirement: str
    article: str
    role: ActRole
    status: DutyStatus
    due_on: date | None
    due_on_by_the_letter: date | None = None


@dataclass(frozen=True, slots=True)
class Reason:
    """A rule that decided something, with the facts (names of `Facts`) that made it fire, and words for its sentence."""

    rule: str
    article: str
    facts: tuple[str, ...]
    details: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Unknown:
    """A fact that is unknown, and the answers (names of `Classification`) that could change with it."""

    fact: str
    would_change: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Facts that cannot all be so; the outcome follows the law."""

    rule: str
    facts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Classification:
    """The whole answer, for one day."""

    applicability: Applicability
    regime: Regime
    object_kind: ObjectKind | None
    roles: tuple[ActRole, ...]
    risk_category: RiskCategory
    risk_categories: tuple[RiskCategory, ...]
    risk_category_at_least: RiskCategory | None
    category_applies: CategoryApplies
    national_category: NationalCategory | None
    third_party_assessment: bool | None
    open_source_relief: bool | None
    art50: tuple[Art50Row, ...]
    fria: Fria
    registrations: tuple[Registration, ...]
    obligations: tuple[Obligation, ...]
    reasons: tuple[Reason, ...]
    unknowns: tuple[Unknown, ...]
    contradictions: tuple[Contradiction, ...]
    rule_set_version: str
    law_version: str
    on: date
