"""Which duties of transparency it brings along (Art. 50)."""

from collections.abc import Callable

from register.domain.ai_act import art50
from register.domain.ai_act.facts import Art50Trigger, Facts
from register.domain.ai_act.findings import Finding
from register.domain.ai_act.logic import Answer
from register.domain.ai_act.rules.shape import TRANSPARENCY, Found, Rule

_FACTS = ("art50_triggers", "art50_exceptions")


def _is_owed(trigger: Art50Trigger) -> Callable[[Facts, Found], Answer]:
    return lambda facts, _: art50.is_owed(facts, trigger)


def _duty(trigger: Art50Trigger) -> Rule:
    facts = (*_FACTS, "public_crime_reporting") if trigger is Art50Trigger.INTERACTION else _FACTS
    return Rule(
        f"art-50-{trigger.replace('_', '-')}",
        art50.ARTICLE[trigger],
        facts,
        TRANSPARENCY,
        _is_owed(trigger),
        Finding.TRANSPARENCY,
        within=Finding.FULL,
    )


STEPS = (
    Rule(
        "art-50-exception",
        "50",
        _FACTS,
        (),
        lambda f, _: bool(art50.exceptions(f)),
        within=Finding.FULL,
        details=art50.exceptions,
    ),
    Rule(
        "art-50-exception-unknown",
        "50",
        ("art50_exceptions",),
        TRANSPARENCY,
        lambda f, _: art50.exceptions_are_unsaid(f),
        within=Finding.FULL,
        presumed=False,
    ),
    *(_duty(each) for each in Art50Trigger),
)
