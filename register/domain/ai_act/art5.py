"""The prohibited practices of Art. 5, with the limits that are built into them."""

from register.domain.ai_act.facts import Art5Exception, Art5Practice, Facts
from register.domain.ai_act.logic import Answer

_P, _E = Art5Practice, Art5Exception

#: What takes a practice out of its prohibition. Practices (c) and (e) have no such limit.
LIMITS: dict[Art5Practice, tuple[Art5Exception, ...]] = {
    _P.A: (_E.NO_SIGNIFICANT_HARM,),
    _P.B: (_E.NO_SIGNIFICANT_HARM,),
    _P.BA: (_E.NOT_PURPOSE_WITH_SAFEGUARDS, _E.CONSENT),
    _P.BB: (_E.LAWFUL_DEFENCE,),
    _P.C: (),
    _P.D: (_E.SUPPORTS_HUMAN_ASSESSMENT,),
    _P.E: (),
    _P.F: (_E.MEDICAL_OR_SAFETY,),
    _P.G: (_E.LAWFUL_LABELLING, _E.LAW_ENFORCEMENT_CATEGORISING),
    _P.H: (_E.STRICTLY_NECESSARY_OBJECTIVE,),
}

#: What Art. 5(2) and (3) ask besides, once (h) is strictly necessary.
SAFEGUARDS = (_E.NATIONAL_LAW, _E.AUTHORISATION, _E.FRIA, _E.REGISTRATION)

#: All that may be said of a practice; other pairs contradict the law.
ALLOWED = {practice: (*limits, *(SAFEGUARDS if practice is _P.H else ())) for practice, limits in LIMITS.items()}

#: Prohibited by the amendment of 2026 only.
ADDED_IN_2026 = (_P.BA, _P.BB)


def is_prohibited(facts: Facts, practice: Art5Practice) -> Answer:
    """Say whether this practice is there and no limit takes it out."""
    if facts.art5_practices is None:
        return None
    return practice in facts.art5_practices and not _is_within(facts, practice)


def limits_are_unsaid(facts: Facts) -> Answer:
    """Leave open whether a limit takes a practice out, where nothing was said of the limits of one."""
    return None if any(LIMITS[each] and each not in facts.art5_exceptions for each in facts.art5_practices or ()) else False


def lifted(facts: Facts) -> tuple[Art5Practice, ...]:
    """Return the practices that a limit takes out, in their order."""
    practices = facts.art5_practices
    return tuple(each for each in LIMITS if each in practices and _is_within(facts, each)) if practices else ()


def shows_safeguards(facts: Facts) -> Answer:
    """Leave open what was not shown of the safeguards that Art. 5(2) and (3) ask for real-time identification."""
    if _P.H not in lifted(facts):
        return False
    return None if set(SAFEGUARDS) - facts.art5_exceptions[_P.H] else False


def _is_within(facts: Facts, practice: Art5Practice) -> bool:
    return not facts.art5_exceptions.get(practice, frozenset()).isdisjoint(LIMITS[practice])
