"""The questions about the AI Act: every fact has one, in both languages, and whoever answers comes to an end."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from register.domain.ai_act import codec, words
from register.domain.ai_act.classify import classify
from register.domain.ai_act.outcome import RiskCategory
from register.domain.ai_act.questions import (
    BY_NAME,
    QUESTIONS,
    WORDS_FOR,
    Question,
    asked_for,
    is_told,
    open_questions,
    with_answer,
    without,
)

TODAY = date(2026, 11, 22)


def any_answer(question: Question, facts: dict[str, Any]) -> st.SearchStrategy[Any]:
    """Return answers that the question takes; None is "I don't know"."""
    match question.kind:
        case codec.Flag():
            known: st.SearchStrategy[Any] = st.booleans()
        case codec.One(vocabulary):
            known = st.sampled_from([each.value for each in vocabulary])
        case codec.Several(vocabulary):
            known = st.lists(st.sampled_from([each.value for each in vocabulary]), unique=True, max_size=4)
        case codec.SeveralFor(keys):
            known = st.fixed_dictionaries(
                {key: st.lists(st.sampled_from([each.value for each in WORDS_FOR[question.name][keys(key)]]), unique=True)
                 for key in asked_for(facts, question.name)}
            )  # fmt: skip
        case codec.Day():
            known = st.dates(date(2020, 1, 1), date(2031, 1, 1)).map(date.isoformat)
        case _:
            known = st.sampled_from(["0", "1e24", "2e25"])
    return st.none() | known


class TestQuestions:
    def test_ask_for_every_fact_once(self) -> None:
        assert sorted(each.name for each in QUESTIONS) == sorted(codec.FACT_NAMES)

    @pytest.mark.parametrize("language", words.LANGUAGES)
    @pytest.mark.parametrize("name", BY_NAME)
    def test_have_words(self, name: str, language: str) -> None:
        question, _, examples = words.question(name, language)

        assert question.endswith("?")
        assert all(example.endswith((".", "?")) for example in examples)

    @given(st.data())
    @settings(max_examples=60, deadline=None)
    def test_come_to_an_end_whatever_is_answered(self, data: st.DataObject) -> None:
        facts: dict[str, Any] = {}
        unsure: list[str] = []
        seen: list[str] = []

        while questions := open_questions(codec.read(facts)[0], facts, unsure, TODAY):
            question = questions[0]
            assert question.name not in unsure
            assert not is_told(facts, question.name)
            seen.append(question.name)
            assert len(seen) <= 2 * len(QUESTIONS), seen
            answer = data.draw(any_answer(question, facts))
            if answer is None:
                unsure.append(question.name)
            else:
                facts = with_answer(facts, question.name, answer)

        assert codec.read(facts)[1] == []
        assert {codec.fact_name(each.fact) for each in classify(codec.read(facts)[0], TODAY).unknowns} <= {*unsure, *PARTLY_TOLD}

    def test_that_no_answer_could_change_are_not_asked(self) -> None:
        facts = {"containsAlgorithm": False}

        assert open_questions(codec.read(facts)[0], facts, (), TODAY) == ()
        assert classify(codec.read(facts)[0], TODAY).risk_category is RiskCategory.NOT_AI

    def test_forget_the_limit_of_a_practice_that_is_not_there_any_more(self) -> None:
        facts = with_answer({"art5Practices": ["f"], "art5Exceptions": {"f": ["medical_or_safety"]}}, "art5Practices", ["g"])

        assert facts == {"art5Practices": ["g"]}

    def test_take_back_the_part_of_a_fact(self) -> None:
        assert without({"annexI": {"section": "A", "thirdPartyAssessment": True}}, "annexI.section") == {
            "annexI": {"thirdPartyAssessment": True}
        }


#: An answer to these may leave the fact itself open: unknown is a word of the one, and what is not shown is left open in the other.
PARTLY_TOLD = ("aiSystem", "art5Exceptions", "art50Exceptions", "placedOnMarketOn", "inServiceSince", "significantDesignChangeOn")
