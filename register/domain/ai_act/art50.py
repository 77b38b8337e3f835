"""The duties of transparency of Art. 50, with who owes them and their exceptions."""

from datetime import date

from register.domain.ai_act.dates import DAY, Part, is_before
from register.domain.ai_act.facts import Art50Exception, Art50Trigger, Facts
from register.domain.ai_act.logic import Answer, any_of
from register.domain.ai_act.outcome import ActRole, Art50Duty, Art50Row

_T, _X = Art50Trigger, Art50Exception

ARTICLE = {
    _T.INTERACTION: "50(1)",
    _T.SYNTHETIC_CONTENT: "50(2)",
    _T.EMOTION_RECOGNITION: "50(3)",
    _T.BIOMETRIC_CATEGORISATION: "50(3)",
    _T.DEEPFAKE: "50(4)",
    _T.PUBLIC_INTEREST_TEXT: "50(4)",
}

#: The exceptions that each has; other pairs contradict the law.
EXCEPTIONS: dict[Art50Trigger, tuple[Art50Exception, ...]] = {
    _T.INTERACTION: (_X.OBVIOUS, _X.CRIMINAL_LAW),
    _T.SYNTHETIC_CONTENT: (_X.STANDARD_EDITING, _X.NO_SUBSTANTIAL_CHANGE, _X.CRIMINAL_LAW),
    _T.EMOTION_RECOGNITION: (_X.CRIMINAL_LAW,),
    _T.BIOMETRIC_CATEGORISATION: (_X.CRIMINAL_LAW,),
    _T.DEEPFAKE: (_X.CRIMINAL_LAW, _X.ARTISTIC_LIMITED),
    _T.PUBLIC_INTEREST_TEXT: (_X.CRIMINAL_LAW, _X.EDITORIAL_RESPONSIBILITY),
}

#: The duties in order: what brings them along, and who owes them.
DUTIES: dict[Art50Duty, tuple[tuple[Art50Trigger, ...], tuple[ActRole, ...]]] = {
    Art50Duty.INTERACTION: ((_T.INTERACTION,), (ActRole.PROVIDER,)),
    Art50Duty.MARKING: ((_T.SYNTHETIC_CONTENT,), (ActRole.PROVIDER,)),
    Art50Duty.RECOGNITION: ((_T.EMOTION_RECOGNITION, _T.BIOMETRIC_CATEGORISATION), (ActRole.DEPLOYER,)),
    Art50Duty.DEEPFAKE: ((_T.DEEPFAKE,), (ActRole.DEPLOYER,)),
    Art50Duty.TEXT: ((_T.PUBLIC_INTEREST_TEXT,), (ActRole.DEPLOYER,)),
}


def is_owed(facts: Facts, trigger: Art50Trigger) -> Answer:
    """Say whether the duty is owed. For art it stays, in a limited form (Art. 50(4))."""
    if facts.art50_triggers is None:
        return None
    if trigger not in facts.art50_triggers:
        return False
    exception = _exception(facts, trigger)
    if exception is None or exception is _X.ARTISTIC_LIMITED:
        return True
    # Art. 50(1): where the public reports crime through it, people must be told all the same.
    return facts.public_crime_reporting if trigger is _T.INTERACTION and exception is _X.CRIMINAL_LAW else False


def exceptions_are_unsaid(facts: Facts) -> Answer:
    """Leave open whether an exception frees from a duty, where nothing was said of those of one."""
    return None if any(each not in facts.art50_exceptions for each in facts.art50_triggers or ()) else False


def exceptions(facts: Facts) -> tuple[Art50Exception, ...]:
    """Return the exceptions that are invoked rightly, each once."""
    if not facts.art50_triggers:
        return ()
    found = (_exception(facts, each) for each in ARTICLE if each in facts.art50_triggers)
    return tuple(dict.fromkeys(each for each in found if each is not None))


def rows(facts: Facts) -> tuple[Art50Row, ...]:
    """Return the five duties, one by one."""
    return tuple(_row(facts, duty, *triggers_and_owed) for duty, triggers_and_owed in DUTIES.items())


def _row(facts: Facts, duty: Art50Duty, triggers: tuple[Art50Trigger, ...], owed_by: tuple[ActRole, ...]) -> Art50Row:
    present = [each for each in triggers if each in (facts.art50_triggers or ())]
    exception = next((found for each in present if (found := _exception(facts, each)) is not None), None)
    applies = any_of(is_owed(facts, each) for each in triggers)
    is_limited = exception is _X.ARTISTIC_LIMITED
    day, or_day = _due(facts) if duty is Art50Duty.MARKING and applies is not False else (DAY[Part.TRANSPARENCY], None)
    return Art50Row(duty, applies, is_limited, owed_by, exception if is_limited or applies is not True else None, day, or_day)


def _due(facts: Facts) -> tuple[date, date | None]:
    """Art. 111(4): for content of systems that were there before, four months later."""
    day, later = DAY[Part.TRANSPARENCY], DAY[Part.MARKING_OF_EARLIER]
    before = is_before(facts, day)
    if before is None:
        return day, later
    return (later, None) if before else (day, None)


def _exception(facts: Facts, trigger: Art50Trigger) -> Art50Exception | None:
    """Return the exception that frees most, of those that this duty has."""
    said = facts.art50_exceptions.get(trigger, frozenset())
    for each in EXCEPTIONS[trigger]:
        if each in said and not _is_void(facts, trigger, each):
            return each
    return None


def _is_void(facts: Facts, trigger: Art50Trigger, exception: Art50Exception) -> bool:
    return trigger is _T.INTERACTION and exception is _X.CRIMINAL_LAW and facts.public_crime_reporting is True
