"""The shape of a rule, and the names of the answers that rules decide."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from register.domain.ai_act.facts import Facts
from register.domain.ai_act.findings import Finding
from register.domain.ai_act.logic import Answer

Found = Mapping[Finding, Answer]

# Names of fields of `Classification`, by what a rule is about.
CATEGORY = ("risk_category", "risk_categories", "risk_category_at_least", "category_applies", "national_category", "open_source_relief")
PROHIBITION = (*CATEGORY, "obligations")
HIGH_RISK = (*CATEGORY, "regime", "third_party_assessment", "roles", "art50", "fria", "registrations", "obligations")
TRANSPARENCY = (*CATEGORY[:4], "open_source_relief", "art50", "obligations")
ROLES = ("roles", "fria", "registrations", "obligations")
EVERYTHING = ("applicability", "object_kind", *HIGH_RISK)


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule.

    `decides` names the answers that hang on it. `holds` reads the facts, and
    what was established before; it answers None when it cannot tell, and then
    `presumed` says what is taken to be so. `within` must be established for
    the rule to matter at all. `finding` is what it establishes; a rule without
    one only gives a reason, or names what is unknown. `details` picks words out
    of the facts for its sentence, such as points of Annex III.
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
    """Something that follows from what was established, without another look at the facts."""

    finding: Finding
    follows: Callable[[Found], Answer]


Step = Rule | Conclusion
