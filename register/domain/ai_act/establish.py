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
#: For each unknown fact, the answers that could change with it.
Unknowns = dict[str, int]
_NOTHING: Found = dict.fromkeys(Finding, False)

#: Each answer as a bit: sets of answers are put together for every unknown fact, and numbers do that several times faster.
_BIT = {answer: 1 << index for index, answer in enumerate(EVERYTHING)}
_DECIDES = {rule.id: sum(_BIT[answer] for answer in rule.decides) for rule in RULES}

#: Every fact that a rule reads, dotted for the part of one, and how to read them all.
_NAMES = tuple(sorted({*PLACING, *LEGACY, *(fact for rule in RULES for fact in rule.facts)}))
_READ = attrgetter(*_NAMES)
#: Of these a practice or trigger may be left out: that anything was told does not make them known, and a rule says what it lacks.
_NEVER_WHOLE = ("art5_exceptions", "art50_exceptions")


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
    unknowns: Unknowns = {}
    known = told(facts)
    for step in ORDER:
        if isinstance(step, Conclusion):
            found[step.finding] = step.follows(found)
            continue
        within = found[step.within] if step.within is not None else True
        if within is False:
            continue
        answer = step.holds(facts, found)
        if answer is None:
            _name(step, known, unknowns)
            answer = step.presumed
        if answer and within is None:
            answer = None
        if answer:
            reasons.append(_reason(facts, step, known))
        if step.finding is not None and answer is not False and found[step.finding] is not True:
            found[step.finding] = answer
    _name_dates(facts, found, unknowns)
    _name_open_source(facts, found, unknowns)
    return Established(found, tuple(reasons), tuple([Unknown(fact, _answers(changed)) for fact, changed in unknowns.items()]))


def told(facts: Facts) -> set[str]:
    """Return the facts of which something was told, dotted for the parts of one."""
    known = {name for name, value in zip(_NAMES, _READ(facts), strict=True) if value is not None and value is not AiSystem.UNKNOWN}
    return known.difference(name for name in _NEVER_WHOLE if not getattr(facts, name))


@cache
def _answers(bits: int) -> tuple[str, ...]:
    return tuple(answer for answer, bit in _BIT.items() if bits & bit)


def _reason(facts: Facts, rule: Rule, known: set[str]) -> Reason:
    said = rule.facts if known.issuperset(rule.facts) else tuple([name for name in rule.facts if name in known])
    return Reason(rule.id, rule.article, said, tuple(rule.details(facts)) if rule.details else ())


def _name(rule: Rule, known: set[str], unknowns: Unknowns) -> None:
    if changed := _DECIDES[rule.id]:
        for name in rule.facts:
            if name not in known or name in _NEVER_WHOLE:
                unknowns[name] = unknowns.get(name, 0) | changed


def _name_dates(facts: Facts, found: Found, unknowns: Unknowns) -> None:
    """Name the days that are unknown, where they decide from when something binds (Art. 111)."""
    if found[_F.ANNEX_III] is not False or found[_F.EXEMPT] is not False:
        _name_legacy(facts, Part.ANNEX_III, unknowns)
    if found[_F.ANNEX_I] is not False:
        _name_legacy(facts, Part.ANNEX_I, unknowns)
    marks = found[_F.FULL] is not False and art50.is_owed(facts, Art50Trigger.SYNTHETIC_CONTENT) is not False
    if marks and is_before(facts, DAY[Part.TRANSPARENCY]) is None:
        _add(unknowns, _BIT["category_applies"] | _BIT["art50"] | _BIT["obligations"], *_unsaid(facts, PLACING))
    if found[_F.MODEL] and is_before(facts, DAY[Part.GPAI]) is None:
        _add(unknowns, _BIT["category_applies"] | _BIT["obligations"], *_unsaid(facts, PLACING))


def _name_open_source(facts: Facts, found: Found, unknowns: Unknowns) -> None:
    """Whether the act applies to open source hangs on its category (Art. 2(12)): what could change that one, changes both."""
    if found[_F.IN_SCOPE] is False or is_open(facts) is False:
        return
    besides = _BIT["applicability"] | _BIT["open_source_relief"] | _BIT["obligations"]
    _add(unknowns, besides, *[name for name, changed in unknowns.items() if changed & _BIT["risk_category"]])


def _name_legacy(facts: Facts, part: Part, unknowns: Unknowns) -> None:
    changed = _BIT["category_applies"] | _BIT["fria"] | _BIT["registrations"] | _BIT["obligations"]
    before = is_before(facts, DAY[part])
    if before is None:
        _add(unknowns, changed, *_unsaid(facts, PLACING))
    if before is not False:
        _add(unknowns, changed, *_unsaid(facts, LEGACY))


def _unsaid(facts: Facts, names: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(name for name in names if getattr(facts, name) is None)


def _add(unknowns: Unknowns, changed: int, *names: str) -> None:
    for name in names:
        unknowns[name] = unknowns.get(name, 0) | changed
