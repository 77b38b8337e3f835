"""The national category of publication (publication standard 1.0): A high-risk, B impactful, C other; never C by default."""

from register.domain.ai_act.facts import Facts
from register.domain.ai_act.findings import Finding
from register.domain.ai_act.logic import Answer, all_of, any_of, opposite
from register.domain.ai_act.rules.shape import Conclusion, Found, Rule
from register.domain.standard.vocabularies import DecisionRole

#: A part in a decision that makes an algorithm impactful, AI or not.
IMPACTFUL = (DecisionRole.SELECTS, DecisionRole.ADVISES, DecisionRole.DECIDES)

_FACTS = ("decision_role", "legal_or_similar_effect")
_DECIDES = ("national_category",)


def _is_impactful(facts: Facts, found: Found) -> Answer:
    role = None if facts.decision_role is None else facts.decision_role in IMPACTFUL
    return any_of((role, facts.legal_or_similar_effect))


def _is_high_risk(facts: Facts, found: Found) -> Answer:
    return all_of((found[Finding.HIGH_RISK], opposite(found[Finding.PROHIBITED])))


def _is_below(found: Found) -> Answer:
    return all_of(opposite(found[each]) for each in (Finding.NO_ALGORITHM, Finding.PROHIBITED, Finding.HIGH_RISK))


STEPS = (
    Rule("national-a", "NL", ("annex_i.section", "annex_iii_points"), (), _is_high_risk, Finding.NATIONAL_A),
    Conclusion(Finding.RANKED, _is_below),
    Rule("national-b", "NL", _FACTS, _DECIDES, _is_impactful, Finding.NATIONAL_B, within=Finding.RANKED),
    Rule("national-c", "NL", _FACTS, _DECIDES, lambda f, s: opposite(_is_impactful(f, s)), Finding.NATIONAL_C, within=Finding.RANKED),
)
