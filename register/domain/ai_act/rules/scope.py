"""Whether the act leaves it out (Art. 2). What Art. 2(2) and 2(12) say follows from other facts."""

from collections.abc import Callable

from register.domain.ai_act.facts import Art2Exclusion, BodyKind, Facts, Lifecycle, RealWorldTesting
from register.domain.ai_act.findings import Finding
from register.domain.ai_act.logic import Answer
from register.domain.ai_act.rules.shape import EVERYTHING, Found, Rule

PUBLIC_BODIES = (BodyKind.PUBLIC_AUTHORITY, BodyKind.BODY_GOVERNED_BY_PUBLIC_LAW, BodyKind.ACTS_FOR_PUBLIC_AUTHORITY)
#: Having real effects on people, which research before the market has not (Art. 2(8)).
REAL_EFFECTS = (Lifecycle.PILOT_REAL_EFFECTS, Lifecycle.IN_USE, Lifecycle.SUSPENDED)

#: The facts that can rule an exclusion out.
_RULED_OUT_BY = {
    Art2Exclusion.BEFORE_MARKET: ("lifecycle", "real_world_testing"),
    Art2Exclusion.PERSONAL_USE: ("body_kind",),
}


def is_ruled_out(facts: Facts, exclusion: Art2Exclusion) -> bool:
    """Say whether an exclusion cannot hold: personal use of a public body, research with real effects."""
    if exclusion is Art2Exclusion.PERSONAL_USE:
        return facts.body_kind in PUBLIC_BODIES
    if exclusion is Art2Exclusion.BEFORE_MARKET:
        return facts.lifecycle in REAL_EFFECTS or facts.real_world_testing is RealWorldTesting.ART_60
    return False


def is_excluded(facts: Facts, exclusion: Art2Exclusion) -> Answer:
    """Say whether an exclusion is claimed and can hold."""
    if facts.art2_exclusions is None:
        return None
    return exclusion in facts.art2_exclusions and not is_ruled_out(facts, exclusion)


def _holds(exclusion: Art2Exclusion) -> Callable[[Facts, Found], Answer]:
    return lambda facts, _: is_excluded(facts, exclusion)


def _may_fall(exclusion: Art2Exclusion) -> Callable[[Facts, Found], Answer]:
    """Leave open whether a claimed exclusion stands, while a fact that would rule it out is unknown."""

    def holds(facts: Facts, found: Found) -> Answer:
        is_open = any(getattr(facts, name) is None for name in _RULED_OUT_BY[exclusion])
        return None if is_open and is_excluded(facts, exclusion) else False

    return holds


def _exclusion(exclusion: Art2Exclusion) -> Rule:
    number = exclusion.removeprefix("2_")
    return Rule(
        f"excluded-2-{number}",
        f"2({number})",
        ("art2_exclusions",),
        EVERYTHING,
        _holds(exclusion),
        Finding.EXCLUDED,
        within=Finding.AI,
        presumed=False,
    )


def _doubt(rule: str, article: str, exclusion: Art2Exclusion) -> Rule:
    return Rule(rule, article, _RULED_OUT_BY[exclusion], EVERYTHING, _may_fall(exclusion), within=Finding.AI, presumed=False)


STEPS = (
    *(_exclusion(each) for each in Art2Exclusion),
    _doubt("excluded-2-8-effects", "2(8)", Art2Exclusion.BEFORE_MARKET),
    _doubt("excluded-2-10-body", "2(10)", Art2Exclusion.PERSONAL_USE),
)
