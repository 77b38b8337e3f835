"""Whether it is a prohibited practice (Art. 5)."""

from collections.abc import Callable

from register.domain.ai_act import art5
from register.domain.ai_act.facts import Art5Practice, Facts
from register.domain.ai_act.findings import Finding
from register.domain.ai_act.logic import Answer
from register.domain.ai_act.rules.shape import PROHIBITION, Found, Rule

_FACTS = ("art5_practices", "art5_exceptions")


def _is_done(practice: Art5Practice) -> Callable[[Facts, Found], Answer]:
    return lambda facts, _: art5.is_prohibited(facts, practice)


def _practice(practice: Art5Practice) -> Rule:
    return Rule(
        f"art-5-{practice}", f"5(1)({practice})", _FACTS, PROHIBITION, _is_done(practice), Finding.PROHIBITED, within=Finding.IN_SCOPE
    )


STEPS = (
    Rule(
        "art-5-exception",
        "5(1)",
        _FACTS,
        (),
        lambda f, _: bool(art5.lifted(f)),
        within=Finding.IN_SCOPE,
        details=art5.lifted,
    ),
    Rule(
        "art-5-limit-unknown",
        "5(1)",
        ("art5_exceptions",),
        PROHIBITION,
        lambda f, _: art5.limits_are_unsaid(f),
        within=Finding.IN_SCOPE,
        presumed=False,
    ),
    Rule(
        "art-5-h-safeguards",
        "5(2)-(4)",
        ("art5_exceptions",),
        ("obligations",),
        lambda f, _: art5.shows_safeguards(f),
        within=Finding.IN_SCOPE,
        presumed=False,
    ),
    *(_practice(each) for each in Art5Practice),
)
