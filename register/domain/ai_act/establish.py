"""Going through the rules: what they establish of the facts, why, and which unknown facts stand in the way."""

from dataclasses import dataclass
from functools import cache
from operator import attrgetter

from register.domain.ai_act import art50
from register.domain.ai_act.dates import DAY, LEGACY, PLACING, Part, is_before
from register.domain.ai_act.facts import AiSystem, Art50Trigger, Facts
from register.domain.ai_act.findings import Finding
from register.domain.ai_act.logic import Answer
from register.domain.ai_act.outcome import Reason, Unknown
from register.domain.ai_act.rules import EVERYTHING, ORDER, RULES, Conclusion, Rule
from register.domain.ai_act.rules.models import is_open

_F = Finding

Found = dict[Finding, Answer]
_NOTHING: Found = dict.fromkeys(Finding, False)

#: How to read a fact by its name, dotted for the part of one. Of exceptions, the rule says itself whether it could tell.
_READ = {
    name: attrgetter(name) for name in {*PLACING, *LEGACY, *(fact for rule in RULES for fact in rule.facts)} if "exceptions" not in name
}


@dataclass(frozen=True, slots=True)
class Established:
    """What the rules made of the facts."""

    found: Found
    reasons: tuple[Reason, ...]
    unknowns: tuple[Unknown, ...]


def establish(facts: Facts) -> Established:
    """Go through the rules in order."""
    found: Found = _NOTHING.copy()
    reasons: list[Reason] = []
    unknowns: dict[str, set[str]] = {}
    for step in ORDER:
        if isinstance(step, Conclusion):
            found[step.finding] = step.follows(found)
            continue
        within = True if step.within is None else found[step.within]
        if within is False:
            continue
        answer = step.holds(facts, found)
        if answer is None:
            _name(facts, step, unknowns)
            answer = step.presumed
        if answer and within is None:
            answer = None
        if answer:
            reasons.append(_reason(facts, step))
        if step.finding is not None and answer is not False and found[step.finding] is not True:
            found[step.finding] = answer
    _name_dates(facts, found, unknowns)
    _name_open_source(facts, found, unknowns)
    return Established(found, tuple(reasons), tuple(Unknown(fact, _in_order(frozenset(changed))) for fact, changed in unknowns.items()))


def is_unknown(facts: Facts, name: str) -> bool:
    """Say whether a fact (dotted for the parts of one) is unknown. Exceptions are, where a rule says that it could not tell."""
    read = _READ.get(name)
    value = read(facts) if read else None
    return value is None or value is AiSystem.UNKNOWN


@cache
def _in_order(answers: frozenset[str]) -> tuple[str, ...]:
    return tuple(each for each in EVERYTHING if each in answers)


def _reason(facts: Facts, rule: Rule) -> Reason:
    said = tuple(name for name in rule.facts if (getattr(facts, name) if "exceptions" in name else not is_unknown(facts, name)))
    return Reason(rule.id, rule.article, said, tuple(rule.details(facts)) if rule.details else ())


def _name(facts: Facts, rule: Rule, unknowns: dict[str, set[str]]) -> None:
    if not rule.decides:
        return
    for name in rule.facts:
        if is_unknown(facts, name):
            unknowns.setdefault(name, set()).update(rule.decides)


def _name_dates(facts: Facts, found: Found, unknowns: dict[str, set[str]]) -> None:
    """Name the days that are unknown, where they decide from when something binds (Art. 111)."""
    if found[_F.ANNEX_III] is not False or found[_F.EXEMPT] is not False:
        _name_legacy(facts, Part.ANNEX_III, unknowns)
    if found[_F.ANNEX_I] is not False:
        _name_legacy(facts, Part.ANNEX_I, unknowns)
    marks = found[_F.FULL] is not False and art50.is_owed(facts, Art50Trigger.SYNTHETIC_CONTENT) is not False
    if marks and is_before(facts, DAY[Part.TRANSPARENCY]) is None:
        _add(unknowns, ("category_applies", "art50", "obligations"), *_unsaid(facts, PLACING))
    if found[_F.MODEL] and is_before(facts, DAY[Part.GPAI]) is None:
        _add(unknowns, ("category_applies", "obligations"), *_unsaid(facts, PLACING))


def _name_open_source(facts: Facts, found: Found, unknowns: dict[str, set[str]]) -> None:
    """Whether the act applies to open source hangs on its category (Art. 2(12)): what could change that one, changes both."""
    if found[_F.IN_SCOPE] is False or is_open(facts) is False:
        return
    for changed in unknowns.values():
        if "risk_category" in changed:
            changed.update(("applicability", "open_source_relief", "obligations"))


def _name_legacy(facts: Facts, part: Part, unknowns: dict[str, set[str]]) -> None:
    changed = ("category_applies", "fria", "registrations", "obligations")
    before = is_before(facts, DAY[part])
    if before is None:
        _add(unknowns, changed, *_unsaid(facts, PLACING))
    if before is not False:
        _add(unknowns, changed, *_unsaid(facts, LEGACY))


def _unsaid(facts: Facts, names: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(name for name in names if getattr(facts, name) is None)


def _add(unknowns: dict[str, set[str]], changed: tuple[str, ...], *names: str) -> None:
    for name in names:
        unknowns.setdefault(name, set()).update(changed)
