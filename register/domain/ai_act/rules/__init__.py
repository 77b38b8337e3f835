"""The rules by which the AI Act sorts a system: each with its article, the facts it reads, and what it establishes.

`ORDER` is the whole order of decision. Facts that could only lighten the
outcome (exceptions, exclusions) are presumed absent while unknown, so that
silence never lightens it; those that could make it heavier leave it undetermined.
"""

from register.domain.ai_act.rules import (
    change_of_role,
    duties,
    high_risk,
    kind,
    models,
    national,
    prohibited,
    roles,
    scope,
    transparency,
)
from register.domain.ai_act.rules.shape import EVERYTHING, Conclusion, Rule, Step

#: Raised with every change of a rule; stored outcomes keep the version that they were made under.
RULE_SET_VERSION = "2026.1"

ORDER: tuple[Step, ...] = (
    *kind.STEPS,
    *scope.STEPS,
    *roles.STEPS,
    *prohibited.STEPS,
    *high_risk.STEPS,
    *change_of_role.STEPS,
    *transparency.STEPS,
    *models.STEPS,
    *duties.STEPS,
    *national.STEPS,
)

RULES: tuple[Rule, ...] = tuple(step for step in ORDER if isinstance(step, Rule))

__all__ = ["EVERYTHING", "ORDER", "RULES", "RULE_SET_VERSION", "Conclusion", "Rule", "Step"]
