"""From when each part of the act applies: the one dated table, and the rules for what existed before.

Art. 113 says from when, Art. 111 what holds for systems that were there
already, both as amended by Regulation (EU) 2026/1744. Where readers of the law
differ, the other reading stands beside it (`by_the_letter`).
"""

from dataclasses import dataclass
from datetime import date

from register.domain.ai_act.facts import Facts, Word
from register.domain.ai_act.outcome import CategoryApplies

LAW_VERSION = "2024/1689;2026/1744"


class Part(Word):
    """A part of the act with a day of its own."""

    PROHIBITIONS = "prohibitions"
    PROHIBITIONS_OF_2026 = "prohibitions_of_2026"
    LITERACY = "literacy"
    GPAI = "gpai"
    TRANSPARENCY = "transparency"
    MARKING_OF_EARLIER = "marking_of_earlier"
    ANNEX_III = "annex_iii"
    ANNEX_I = "annex_i"
    GPAI_OF_EARLIER = "gpai_of_earlier"
    HIGH_RISK_OF_EARLIER = "high_risk_of_earlier"


@dataclass(frozen=True, slots=True)
class AppliesFrom:
    """The day from which a part applies, its ground, and the law that set it so; `by_the_letter` is another reading of it."""

    part: Part
    day: date
    basis: str
    law: str
    by_the_letter: date | None = None


DATES: tuple[AppliesFrom, ...] = (
    AppliesFrom(Part.PROHIBITIONS, date(2025, 2, 2), "113(a)", "2024/1689"),
    AppliesFrom(Part.LITERACY, date(2025, 2, 2), "113(a)", "2024/1689"),
    AppliesFrom(Part.GPAI, date(2025, 8, 2), "113(b)", "2024/1689"),
    AppliesFrom(Part.TRANSPARENCY, date(2026, 8, 2), "113", "2024/1689"),
    AppliesFrom(Part.PROHIBITIONS_OF_2026, date(2026, 12, 2), "113", "2026/1744"),
    AppliesFrom(Part.MARKING_OF_EARLIER, date(2026, 12, 2), "111(4)", "2026/1744"),
    AppliesFrom(Part.GPAI_OF_EARLIER, date(2027, 8, 2), "111(3)", "2024/1689"),
    # Art. 113(c) puts off Sections 1 to 3 of Chapter III; Art. 49 (Section 5), 71, 73 and 86 it does not name.
    AppliesFrom(Part.ANNEX_III, date(2027, 12, 2), "113(c)", "2026/1744", by_the_letter=date(2026, 8, 2)),
    AppliesFrom(Part.ANNEX_I, date(2028, 8, 2), "113(c)", "2026/1744"),
    AppliesFrom(Part.HIGH_RISK_OF_EARLIER, date(2030, 8, 2), "111(2)", "2024/1689"),
)

DAY = {each.part: each.day for each in DATES}
BY_THE_LETTER = DATES[[each.part for each in DATES].index(Part.ANNEX_III)].by_the_letter or DAY[Part.ANNEX_III]
_EARLIER = Part.HIGH_RISK_OF_EARLIER

#: The two facts that tell whether it was there already; the earliest counts (Art. 111).
PLACING = ("placed_on_market_on", "in_service_since")
#: What then decides from when a high-risk system that was there must comply (Art. 111(2)).
LEGACY = ("intended_for_public_authority", "significant_design_change_on")


def placed(facts: Facts) -> date | None:
    """Return the day on which it was placed on the market or put into service, whichever came first; None when unknown."""
    first, second = facts.placed_on_market_on, facts.in_service_since
    if first is None or second is None:
        return first or second
    return min(first, second)


def is_before(facts: Facts, day: date) -> bool | None:
    """Say whether it was there before the day; putting into service alone cannot prove that it was not."""
    known = placed(facts)
    if known is not None and known < day:
        return True
    return False if facts.placed_on_market_on is not None else None


def high_risk_from(part: Part, facts: Facts, on: date) -> CategoryApplies:
    """Say from when the duties of a high-risk system bind, with what Art. 111(2) leaves to systems that were there before."""
    day, latest = DAY[part], DAY[_EARLIER]
    before = is_before(facts, day)
    if before is False:
        return applies(on, day, basis="113(c)")
    changed = facts.significant_design_change_on
    if before and changed is not None and changed >= day:
        return applies(on, min(changed, latest) if facts.intended_for_public_authority else changed, basis="113(c), 111(2)")
    if facts.intended_for_public_authority is False:
        return applies(on, None if before else day, basis="111(2)" if before else "113(c), 111(2)")
    return applies(on, day, latest, basis="113(c), 111(2)")


def applies(on: date, day: date | None, or_day: date | None = None, *, basis: str = "") -> CategoryApplies:
    """Say whether a category has effect on a day, given the one or two days from which it has."""
    days = [each for each in (day, or_day) if each is not None]
    if not days:
        return CategoryApplies(now=False, basis=basis)
    now = True if on >= max(days) else False if on < min(days) else None
    return CategoryApplies(now, min(days), max(days) if len(days) > 1 else None, basis)
