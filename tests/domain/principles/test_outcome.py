"""The outcome of a principle is computed in the order of the standard, and never flatters."""

from typing import Any

import pytest

from register.domain.principles.criteria import CRITERIA, Asked, Principle, of
from register.domain.principles.outcome import PrincipleOutcome, result, results

_O = PrincipleOutcome
CORE = {each.key for each in CRITERIA if each.is_core}


def answers(**changed: dict[str, Any] | None) -> dict[str, Any]:
    """Return a document in which all of "fair" is met with evidence, but for what is changed; None takes an answer away."""
    told: dict[str, Any] = {"kind": "generative_ai"} | {
        each.key: {"answer": "met", "evidence": ["https://a.example"]} for each in of(Principle.FAIR)
    }
    return {key: value for key, value in (told | changed).items() if value is not None}


class TestCriteria:
    def test_are_the_first_set(self) -> None:
        assert [len(of(principle)) for principle in Principle] == [9, 8, 9, 9]
        assert len(CORE) == 12
        assert {each.key for each in CRITERIA if each.from_product} == {
            "safe_2", "safe_5", "safe_8", "fair_2", "fair_7", "human_5", "sust_3",
        }  # fmt: skip
        assert [each.key for each in CRITERIA if each.not_applicable_for] == ["fair_4", "human_3"]
        assert {each.key: each.asked for each in CRITERIA if each.asked is not Asked.EVERYTHING} == {
            "safe_2": Asked.GENERATIVE, "safe_8": Asked.GENERATIVE, "safe_9": Asked.AGENTIC, "fair_7": Asked.GENERATIVE,
        }  # fmt: skip


class TestOutcome:
    @pytest.mark.parametrize(
        ("document", "outcome"),
        [
            ({}, _O.NOT_ASSESSED),
            ({"fair_4": {"answer": "not_applicable"}}, _O.NOT_APPLICABLE),
            ({"fair_5": {"answer": "met"}}, _O.IN_PROGRESS),
            (answers(fair_1=None), _O.IN_PROGRESS),
            (answers(fair_6={"answer": "partly"}, fair_1={"answer": "not_met"}), _O.IN_PROGRESS),
            (answers(fair_1={"answer": "not_met"}), _O.NOT_MET),
            (answers(fair_6={"answer": "not_met"}, fair_5={"answer": "met"}), _O.NOT_MET),
            (answers(fair_5={"answer": "met"}), _O.CLAIMED),
            (answers(fair_5={"answer": "met", "evidence_withheld": "woo_5_1_2_d"}), _O.CLAIMED),
            (answers(fair_5={"answer": "met", "evidence_withheld": "woo_5_1_2_d", "evidence_seen_on": "2026-11-01"}), _O.SUBSTANTIATED),
            (answers(fair_5=None, fair_7={"answer": "not_applicable"}), _O.SUBSTANTIATED),
            (answers(), _O.SUBSTANTIATED),
        ],
    )
    def test_follows_the_order(self, document: dict[str, Any], outcome: PrincipleOutcome) -> None:
        assert result(document, Principle.FAIR).outcome is outcome

    @pytest.mark.parametrize(("kind", "outcome"), [("algorithm", _O.SUBSTANTIATED), ("generative_ai", _O.IN_PROGRESS)])
    def test_waits_only_for_what_is_asked(self, kind: str, outcome: PrincipleOutcome) -> None:
        """An algorithm without a model has no prompts to inject: it is not asked, and need not say that it does not apply."""
        met = {"answer": "met", "evidence": ["https://a.example"]}

        assert result({"kind": kind, "safe_1": met, "safe_3": met}, Principle.SAFE).outcome is outcome

    def test_counts_only_what_is_asked(self) -> None:
        told = {"kind": "algorithm", "safe_1": {"answer": "met"}, "safe_8": {"answer": "not_met"}}

        assert [
            result(told | more, Principle.SAFE).applicable for more in ({}, {"techniques": ["agentic"]}, {"kind": "generative_ai"})
        ] == [6, 7, 8]
        assert result(told, Principle.SAFE).not_met == 0

    def test_comes_with_the_numbers_behind_it(self) -> None:
        found = result(
            answers(fair_2={"answer": "not_met"}, fair_7={"answer": "not_applicable"}, fair_8=None, fair_5={"answer": "met"}),
            Principle.FAIR,
        )

        assert (found.met, found.applicable, found.answered, found.not_met, found.without_evidence) == (5, 7, 7, 1, 1)

    def test_of_one_principle_hangs_on_no_other(self) -> None:
        found = results(answers())

        assert [found[each].outcome for each in Principle] == [_O.NOT_ASSESSED, _O.SUBSTANTIATED, _O.NOT_ASSESSED, _O.NOT_ASSESSED]
