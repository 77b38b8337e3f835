"""Answers about the AI Act in addresses and forms: nothing is lost on the way, and nonsense is no answer."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from werkzeug.datastructures import MultiDict

from register.domain.ai_act import codec
from register.domain.ai_act.questions import QUESTIONS, with_answer
from register.web import act_answers
from register.web.act_answers import Told
from tests.domain.test_act_questions import any_answer


@st.composite
def tolds(draw: st.DrawFn) -> Told:
    """Return any answers, in the order of the questions."""
    facts: dict[str, Any] = {}
    unsure = []
    for question in QUESTIONS:
        if not draw(st.booleans()):
            continue
        value = draw(any_answer(question, facts))
        if value is None and question.name == "aiSystem":  # unknown is a word of this fact itself
            continue
        if value is None:
            unsure.append(question.name)
        elif value != {}:
            facts = with_answer(facts, question.name, value)
    return Told(facts, tuple(unsure))


class TestAddresses:
    @given(tolds())
    def test_hold_every_answer(self, told: Told) -> None:
        again = act_answers.told(MultiDict(act_answers.pairs(told)))

        assert codec.read(again.facts) == codec.read(told.facts)
        assert set(again.unsure) == set(told.unsure)

    def test_leave_out_what_is_no_answer(self) -> None:
        given_ = MultiDict(
            [("aiSystem", "perhaps"), ("colour", "red"), ("annexIiiPoints", "99z"), ("placedOnMarketOn", "yesterday"),
             ("gpai.trainingComputeFlop", "much"), ("performsProfiling", "true")]
        )  # fmt: skip

        assert act_answers.told(given_) == Told({"performsProfiling": True})


def on_market(day: str, month: str, year: str) -> dict[str, str]:
    """Return a day as a form sends it."""
    return {"placedOnMarketOn-day": day, "placedOnMarketOn-month": month, "placedOnMarketOn-year": year}


class TestAnswer:
    @pytest.mark.parametrize(
        ("name", "params", "value", "rules"),
        [
            ("performsProfiling", {}, None, []),
            ("performsProfiling", {"performsProfiling": "unknown"}, "unknown", []),
            ("aiSystem", {"aiSystem": "unknown"}, "unknown", []),
            ("annexIiiPoints", {"annexIiiPoints": ["none"]}, [], []),
            ("annexIiiPoints", {"annexIiiPoints": ["5a", "none"]}, ["5a", "none"], ["none-with-others"]),
            ("annexIiiPoints", {"annexIiiPoints": ["5a", "unknown"]}, ["5a", "unknown"], ["none-with-others"]),
            ("placedOnMarketOn", on_market("2", "8", "2026"), "2026-08-02", []),
            ("placedOnMarketOn", on_market("31", "2", "2026"), "2026-02-31", ["not-a-date"]),
            ("placedOnMarketOn", {"placedOnMarketOn-day": "2"}, "0000-00-02", ["not-a-date"]),
            ("gpai.trainingComputeFlop", {"gpai.trainingComputeFlop": "-1"}, "-1", ["out-of-range"]),
            ("supplyRelation", {"supplyRelation": "found"}, "found", ["not-in-vocabulary"]),
        ],
    )  # fmt: skip
    def test_is_read_with_what_is_wrong_with_it(self, name: str, params: dict[str, Any], value: Any, rules: list[str]) -> None:
        found, problems = act_answers.answer(MultiDict(params), name, {})

        assert found == value
        assert [each.rule for each in problems] == rules

    def test_keeps_the_limits_of_each_practice_apart(self) -> None:
        facts = {"art5Practices": ["a", "c", "g"]}
        params = MultiDict([("art5Exceptions.a", "none"), ("art5Exceptions.g", "lawful_labelling"), ("art5Exceptions.c", "consent")])

        assert act_answers.answer(params, "art5Exceptions", facts) == ({"a": [], "g": ["lawful_labelling"]}, [])
