"""What the body is for the act (Art. 3(3)–(7)): it follows from how the system came, and whether it is used under own authority."""

from collections.abc import Callable

from register.domain.ai_act.facts import Facts, SupplyRelation
from register.domain.ai_act.findings import Finding
from register.domain.ai_act.logic import Answer, all_of, opposite
from register.domain.ai_act.rules.shape import EVERYTHING, ROLES, Conclusion, Found, Rule

_S = SupplyRelation

PROVIDING = (
    _S.DEVELOP_ONLY,
    _S.DEVELOP_FOR_SELF_AND_OTHERS,
    _S.DEVELOP_AND_USE_SELF,
    _S.COMMISSIONED_DEVELOPMENT,
    _S.BUILT_ON_THIRD_PARTY_MODEL,
)
#: Who gets a system in one of these ways uses it, until told otherwise.
USING_SELF = (_S.DEVELOP_FOR_SELF_AND_OTHERS, _S.DEVELOP_AND_USE_SELF, _S.EXTERNAL_UNMODIFIED, _S.EXTERNAL_MODIFIED)


def _came_by(*relations: SupplyRelation) -> Callable[[Facts, Found], Answer]:
    return lambda facts, _: None if facts.supply_relation is None else facts.supply_relation in relations


def _uses(facts: Facts, found: Found) -> Answer:
    """Say whether it is used under own authority. A model has no deployer: only systems are used."""
    if found[Finding.MODEL]:
        return False
    if facts.uses_under_own_authority is not None:
        return facts.uses_under_own_authority
    return True if facts.supply_relation in USING_SELF else None


def _use_is_unsaid(facts: Facts, found: Found) -> Answer:
    return None if facts.uses_under_own_authority is None and not found[Finding.MODEL] else False


def _role_is_unsaid(facts: Facts, found: Found) -> Answer:
    """Leave open whether the body has a role at all, where what is unknown could take away or give the only one."""
    if facts.supply_relation is None:
        return False if found[Finding.DEPLOYER] else None
    return None if facts.supply_relation is _S.NONE and found[Finding.DEPLOYER] is None else False


def _has_none(facts: Facts, found: Found) -> Answer:
    return facts.supply_relation is _S.NONE and not found[Finding.DEPLOYER]


def _is_in_scope(found: Found) -> Answer:
    return all_of((found[Finding.AI], *(opposite(found[each]) for each in (Finding.EXCLUDED, Finding.NO_ROLE, Finding.MODEL))))


def _role(rule: str, article: str, finding: Finding, *relations: SupplyRelation) -> Rule:
    return Rule(rule, article, ("supply_relation",), ROLES, _came_by(*relations), finding, within=Finding.AI, presumed=False)


_USE = ("supply_relation", "uses_under_own_authority")

STEPS = (
    _role("provider", "3(3)", Finding.PROVIDER, *PROVIDING),
    Rule("deployer", "3(4)", _USE, ROLES, _uses, Finding.DEPLOYER, within=Finding.AI),
    Rule("use-unknown", "3(4)", _USE[1:], ROLES, _use_is_unsaid, within=Finding.AI, presumed=False),
    _role("importer", "3(6)", Finding.IMPORTER, _S.IMPORT_FROM_OUTSIDE_EU),
    _role("distributor", "3(7)", Finding.DISTRIBUTOR, _S.RESELL_WITHIN_EU),
    Rule("role-unknown", "2(1)", _USE, EVERYTHING, _role_is_unsaid, within=Finding.AI, presumed=False),
    Rule("no-role", "2(1)", _USE, EVERYTHING, _has_none, Finding.NO_ROLE, within=Finding.AI),
    Conclusion(Finding.IN_SCOPE, _is_in_scope),
)
