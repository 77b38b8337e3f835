"""Whether it is high-risk: part of a product of Annex I, or a use of Annex III that Art. 6(3) does not exempt."""

from collections.abc import Callable

from register.domain.ai_act.facts import AnnexIiiPoint, AnnexISection, Facts
from register.domain.ai_act.findings import Finding
from register.domain.ai_act.logic import Answer, all_of, any_of, opposite
from register.domain.ai_act.rules.shape import HIGH_RISK, Conclusion, Found, Rule

_POINTS = tuple(AnnexIiiPoint)
_PRODUCT = ("annex_i.section", "annex_i.third_party_assessment")
_CHAPEAU = ("art6_3.conditions", "art6_3.significant_risk", "art6_3.materially_influences")


def points(facts: Facts) -> tuple[AnnexIiiPoint, ...]:
    """Return the points of Annex III in their order; none when they are unknown."""
    chosen = facts.annex_iii_points
    return tuple(each for each in _POINTS if each in chosen) if chosen else ()


def _is_product(section: AnnexISection) -> Callable[[Facts, Found], Answer]:
    def holds(facts: Facts, found: Found) -> Answer:
        product = facts.annex_i
        return all_of((None if product.section is None else product.section is section, product.third_party_assessment))

    return holds


def _is_listed(facts: Facts, found: Found) -> Answer:
    return None if facts.annex_iii_points is None else bool(facts.annex_iii_points)


def _is_limited(facts: Facts, found: Found) -> Answer:
    """Say whether a condition is relied on and both questions of the chapeau are answered no; profiling is left aside."""
    task = facts.art6_3
    relied = None if task.conditions is None else bool(task.conditions)
    return all_of((found[Finding.POINT], relied, opposite(task.significant_risk), opposite(task.materially_influences)))


def _is_exempt(facts: Facts, found: Found) -> Answer:
    """Read the chapeau strictly: what was not assessed exempts nothing. Unknown profiling is for the next rule."""
    if facts.performs_profiling:
        return False
    limited = _is_limited(facts, found)
    return facts.performs_profiling is False if limited else limited


def _is_exempt_unless_profiling(facts: Facts, found: Found) -> Answer:
    return None if facts.performs_profiling is None and _is_limited(facts, found) else False


def _profiling_overrides(facts: Facts, found: Found) -> Answer:
    return bool(found[Finding.POINT] and facts.performs_profiling and facts.art6_3.conditions)


def _chapeau_is_unmet(facts: Facts, found: Found) -> Answer:
    task = facts.art6_3
    answers = (task.significant_risk, task.materially_influences)
    return bool(found[Finding.POINT] and task.conditions) and any(each is not False for each in answers)


def _law_leaves_room(facts: Facts, found: Found) -> Answer:
    return bool(found[Finding.POINT]) and found[Finding.EXEMPT] is not False


def _product(rule: str, article: str, section: AnnexISection, finding: Finding) -> Rule:
    return Rule(rule, article, _PRODUCT, HIGH_RISK, _is_product(section), finding, within=Finding.IN_SCOPE)


STEPS = (
    _product("annex-i-section-a", "6(1)", AnnexISection.A, Finding.SECTION_A),
    _product("annex-i-section-b", "2(2), 6(1)", AnnexISection.B, Finding.SECTION_B),
    Rule("annex-iii-point", "6(2)", ("annex_iii_points",), HIGH_RISK, _is_listed, Finding.POINT, within=Finding.IN_SCOPE, details=points),
    Rule("art-6-3-profiling", "6(3)", ("performs_profiling", _CHAPEAU[0]), (), _profiling_overrides, within=Finding.IN_SCOPE),
    Rule("art-6-3-chapeau", "6(3)", _CHAPEAU, (), _chapeau_is_unmet, within=Finding.IN_SCOPE),
    Rule(
        "art-6-3-exempt",
        "6(3)",
        (*_CHAPEAU, "performs_profiling"),
        HIGH_RISK,
        _is_exempt,
        Finding.EXEMPT,
        within=Finding.IN_SCOPE,
        presumed=False,
        details=lambda f: sorted(f.art6_3.conditions or ()),
    ),
    Rule(
        "art-6-3-unless-profiling",
        "6(3)",
        ("performs_profiling",),
        HIGH_RISK,
        _is_exempt_unless_profiling,
        Finding.EXEMPT,
        within=Finding.IN_SCOPE,
    ),
    Rule("art-6-3-room", "6(3)", _CHAPEAU, (), _law_leaves_room, within=Finding.IN_SCOPE),
    Conclusion(Finding.ANNEX_I, lambda s: any_of((s[Finding.SECTION_A], s[Finding.SECTION_B]))),
    Conclusion(Finding.ANNEX_III, lambda s: all_of((s[Finding.POINT], opposite(s[Finding.EXEMPT])))),
    Conclusion(Finding.HIGH_RISK, lambda s: any_of((s[Finding.ANNEX_I], s[Finding.ANNEX_III]))),
    # Art. 2(2): of products of Section B only Art. 6(1), 102 to 109 and 112 speak. That lightens, so it is presumed absent while unknown.
    Conclusion(Finding.FULL, lambda s: all_of((s[Finding.IN_SCOPE], s[Finding.SECTION_B] is not True))),
)
