"""Measure how many classifications under the AI Act one process makes in a second.

    .venv/bin/python scripts/bench_classify.py

Prints the figure for light cases (nothing special about them), for heavy ones
(high-risk, made and used, with every duty of transparency) and for a mix of
both, beside the figure of a bare call of a function on the same machine. The
aim is 10,000 a second on the mix; the ratio to a bare call tells a slow
classifier from a slow machine.
"""

import sys
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from time import perf_counter
from typing import Any

sys.path.insert(0, str(Path(__file__).parent.parent))

from register.domain.ai_act.classify import classify
from register.domain.ai_act.codec import read
from register.domain.ai_act.facts import Facts

AIM = 10_000
ROUNDS = 5
SECONDS = 0.5
ON = date(2026, 11, 22)

NOT_AI: dict[str, Any] = {"containsAlgorithm": True, "aiSystem": "no", "decisionRole": "decides"}
MINIMAL: dict[str, Any] = {
    "containsAlgorithm": True,
    "aiSystem": "yes",
    "gpaiKind": "none",
    "supplyRelation": "external_unmodified",
    "usesUnderOwnAuthority": True,
    "art25Changes": [],
    "lifecycle": "in_use",
    "decisionRole": "supports",
    "affectsNaturalPersons": True,
    "legalOrSimilarEffect": False,
    "bodyKind": "public_authority",
    "realWorldTesting": "none",
    "art2Exclusions": [],
    "art5Practices": [],
    "annexI": {"section": "none", "thirdPartyAssessment": False},
    "annexIiiPoints": [],
    "domain": "other",
    "performsProfiling": False,
    "art50Triggers": [],
    "openSource": {"licenceFreeOpen": False},
    "placedOnMarketOn": "2026-09-01",
}
HIGH_RISK: dict[str, Any] = {
    **MINIMAL,
    "supplyRelation": "develop_and_use_self",
    "legalOrSimilarEffect": True,
    "usedAtWorkplace": True,
    "controlsInputData": True,
    "annexI": {"section": "A", "thirdPartyAssessment": True},
    "annexIiiPoints": ["1a", "4a", "5a", "5b"],
    "postRemoteBiometric": True,
    "art5Practices": ["d", "f"],
    "art5Exceptions": {"d": ["supports_human_assessment"], "f": ["medical_or_safety"]},
    "art6_3": {"conditions": ["a", "d"], "significantRisk": True, "materiallyInfluences": True},
    "art50Triggers": ["interaction", "synthetic_content", "emotion_recognition", "deepfake", "public_interest_text"],
    "art50Exceptions": {"interaction": ["obvious"], "deepfake": ["artistic_limited"]},
    "intendedForPublicAuthority": True,
}
UNTOLD: dict[str, Any] = {"aiSystem": "yes", "supplyRelation": "built_on_third_party_model", "annexIiiPoints": ["7c", "1b"]}
MODEL: dict[str, Any] = {"gpaiKind": "gpai_model", "supplyRelation": "develop_only", "gpai": {"trainingComputeFlop": 3e25}}

LIGHT = (NOT_AI, MINIMAL)
HEAVY: tuple[dict[str, Any], ...] = (HIGH_RISK, {**HIGH_RISK, "bodyKind": None, "domain": None}, UNTOLD, {})
MIX = (*LIGHT, *HEAVY, MODEL)


def main() -> None:
    """Print the figures."""
    bare = per_second(lambda facts: facts, _facts(MIX))
    print(f"{'a bare call':<28}{bare:>12,.0f} a second")
    for name, told in (("light classifications", LIGHT), ("heavy classifications", HEAVY), ("a mix of all", MIX)):
        figure = per_second(lambda facts: classify(facts, ON), _facts(told))
        print(f"{name:<28}{figure:>12,.0f} a second, {bare / figure:,.0f} bare calls each{'' if figure >= AIM else f', below {AIM:,}'}")


def per_second(function: Callable[[Facts], object], facts: Sequence[Facts]) -> float:
    """Return how often a function runs in a second: the best of some rounds, as others use the machine too."""
    return max(_round(function, facts) for _ in range(ROUNDS))


def _round(function: Callable[[Facts], object], facts: Sequence[Facts]) -> float:
    calls, start = 0, perf_counter()
    while (passed := perf_counter() - start) < SECONDS:
        for each in facts:
            function(each)
        calls += len(facts)
    return calls / passed


def _facts(told: Sequence[dict[str, Any]]) -> list[Facts]:
    """Read what was told, many times over, so that the clock is looked at seldom."""
    return [read(each)[0] for each in told] * 50


if __name__ == "__main__":
    main()
