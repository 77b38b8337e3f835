"""General-purpose models (Art. 51–55), open source (Art. 2(12), 53(2)), and what is left: minimal risk."""

from register.domain.ai_act.facts import Facts
from register.domain.ai_act.findings import Finding
from register.domain.ai_act.logic import Answer, all_of, opposite
from register.domain.ai_act.rules.shape import PROHIBITION, Conclusion, Found, Rule

#: Art. 51(2): more computation than this in training presumes systemic risk.
SYSTEMIC_COMPUTE = 1e25

_OPEN = ("open_source.licence_free_open", "open_source.source_public", "open_source.monetised")
_LEAVES_THE_ACT = (
    "applicability", "risk_category", "risk_categories", "risk_category_at_least", "category_applies", "open_source_relief", "obligations",
)  # fmt: skip


def _is_large(facts: Facts) -> Answer:
    compute = facts.gpai.training_compute_flop
    return None if compute is None else compute > SYSTEMIC_COMPUTE


def _is_designated(facts: Facts, found: Found) -> Answer:
    """Say whether the Commission designated it; that need not be known of a model that is large enough."""
    return bool(facts.gpai.systemic_designated) if _is_large(facts) else facts.gpai.systemic_designated


def _is_presumed(facts: Facts, found: Found) -> Answer:
    return bool(_is_large(facts)) if facts.gpai.systemic_designated else _is_large(facts)


def is_open(facts: Facts) -> Answer:
    """Say whether it is free and open source, as Art. 2(12) and 53(2) mean it: open licence, open source, and no money made."""
    source = facts.open_source
    return all_of((source.licence_free_open, source.source_public, opposite(source.monetised)))


def _is_nothing_else(found: Found) -> Answer:
    others = (Finding.PROHIBITED, Finding.ANNEX_I, Finding.ANNEX_III, Finding.EXEMPT, Finding.TRANSPARENCY)
    return all_of((found[Finding.IN_SCOPE], *(opposite(found[each]) for each in others)))


def _model_is_relieved(facts: Facts, found: Found) -> Answer:
    return all_of((is_open(facts), opposite(found[Finding.SYSTEMIC])))


def _system_is_left_out(facts: Facts, found: Found) -> Answer:
    """Art. 2(12): free and open software is, unless it is prohibited, listed as high-risk or has duties of transparency."""
    return all_of((_is_nothing_else(found), is_open(facts)))


def _is_plain(facts: Facts, found: Found) -> Answer:
    return all_of((_is_nothing_else(found), found[Finding.RELIEF] is not True))


_MODEL = Finding.MODEL_IN_SCOPE

STEPS = (
    Conclusion(_MODEL, lambda s: all_of((s[Finding.MODEL], opposite(s[Finding.EXCLUDED]), opposite(s[Finding.NO_ROLE])))),
    Rule(
        "gpai-systemic-designated", "51(1)(b)", ("gpai.systemic_designated",), PROHIBITION, _is_designated, Finding.SYSTEMIC, within=_MODEL
    ),
    Rule("gpai-systemic-compute", "51(2)", ("gpai.training_compute_flop",), PROHIBITION, _is_presumed, Finding.SYSTEMIC, within=_MODEL),
    Rule("gpai", "51", ("gpai_kind",), (), lambda _, found: found[Finding.SYSTEMIC] is not True, within=_MODEL),
    Rule("open-source-model", "53(2)", _OPEN, ("open_source_relief", "obligations"), _model_is_relieved, Finding.RELIEF, within=_MODEL),
    Rule("open-source", "2(12)", _OPEN, _LEAVES_THE_ACT, _system_is_left_out, Finding.RELIEF, within=Finding.IN_SCOPE),
    Rule("minimal", "4, 95", (), (), _is_plain, Finding.MINIMAL, within=Finding.IN_SCOPE),
)
