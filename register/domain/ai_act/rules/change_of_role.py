"""Who becomes the provider of a high-risk system by what they do with it (Art. 25)."""

from register.domain.ai_act.facts import Facts
from register.domain.ai_act.findings import Finding
from register.domain.ai_act.logic import Answer, all_of
from register.domain.ai_act.rules.shape import Found, Rule


def _becomes_provider(facts: Facts, found: Found) -> Answer:
    changed = None if facts.art25_changes is None else bool(facts.art25_changes)
    return all_of((found[Finding.HIGH_RISK], found[Finding.PROVIDER] is not True, changed))


def _may_have_new_purpose(facts: Facts, found: Found) -> Answer:
    """Ask to look again: a general-purpose system in a use of Annex III, though no change is known."""
    is_listed = found[Finding.GPAI_SYSTEM] and found[Finding.POINT] and not found[Finding.PROVIDER]
    return bool(is_listed) and facts.art25_changes == frozenset()


STEPS = (
    Rule(
        "art-25-provider",
        "25(1)",
        ("art25_changes",),
        ("roles", "registrations", "obligations"),
        _becomes_provider,
        Finding.PROVIDER,
        within=Finding.FULL,
        presumed=False,
        details=lambda f: sorted(f.art25_changes or ()),
    ),
    Rule(
        "check-art-25-1-c", "25(1)(c)", ("art25_changes", "gpai_kind", "annex_iii_points"), (), _may_have_new_purpose, within=Finding.FULL
    ),
)
