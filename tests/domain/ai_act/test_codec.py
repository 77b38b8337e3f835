"""Facts as JSON: what is read and written, and what is said of everything that is wrong with them, at once."""

from datetime import date
from typing import Any

import pytest

from register.domain.ai_act.codec import FACT_NAMES, MOST, SHAPE, TOLD_ELSEWHERE, check, json_name, read, write
from register.domain.ai_act.facts import (
    NAMES,
    AnnexI,
    AnnexIiiPoint,
    AnnexISection,
    Art5Exception,
    Art5Practice,
    Art50Trigger,
    Art63,
    Facts,
    Gpai,
    SupplyRelation,
)
from tests.domain.ai_act.cases import CASES

NAMED = {json_name(name) for name in NAMES}
GROUPS = {"aiDefinitionTest", "annexI", "art6_3", "openSource", "gpai"}
MAPS = {"art5Exceptions", "art50Exceptions"}


def problems(value: Any) -> list[tuple[str, str]]:
    """Return pointer and rule of everything wrong with the facts."""
    return [(each.pointer, each.rule) for each in read(value, "/facts")[1]]


class TestRead:
    def test_takes_a_whole_example(self) -> None:
        facts, wrong = read(
            {
                "containsAlgorithm": True,
                "supplyRelation": "external_unmodified",
                "annexIiiPoints": ["4a", "5b"],
                "annexI": {"section": "A", "thirdPartyAssessment": True},
                "art5Exceptions": {"h": ["authorisation"]},
                "art50Exceptions": {"interaction": []},
                "art6_3": {"conditions": [], "significantRisk": False},
                "gpai": {"trainingComputeFlop": "1e+24"},
                "placedOnMarketOn": "2025-03-01",
            }
        )

        assert wrong == []
        assert facts == Facts(
            contains_algorithm=True,
            supply_relation=SupplyRelation.EXTERNAL_UNMODIFIED,
            annex_iii_points=frozenset({AnnexIiiPoint.P4A, AnnexIiiPoint.P5B}),
            annex_i=AnnexI(AnnexISection.A, third_party_assessment=True),
            art5_exceptions={Art5Practice.H: frozenset({Art5Exception.AUTHORISATION})},
            art50_exceptions={Art50Trigger.INTERACTION: frozenset()},
            art6_3=Art63(conditions=frozenset(), significant_risk=False),
            gpai=Gpai(training_compute_flop=1e24),
            placed_on_market_on=date(2025, 3, 1),
        )

    def test_knows_every_fact_and_no_other(self) -> None:
        assert set(SHAPE) == set(NAMES)
        assert problems(dict.fromkeys(NAMED)) == []
        assert problems(dict.fromkeys(name.split(".")[0] for name in FACT_NAMES)) == []

    @pytest.mark.parametrize("name", sorted(NAMED))
    def test_takes_null_for_unknown(self, name: str) -> None:
        assert read({name: None}) == (Facts(), [])

    def test_takes_null_for_unknown_inside_a_group_and_a_map(self) -> None:
        facts, wrong = read({"annexI": {"section": None}, "art5Exceptions": {"a": None}, "art6_3": {}, "art50Exceptions": {}})

        assert (facts, wrong) == (Facts(), [])

    @pytest.mark.parametrize("name", ["art25Changes", "art2Exclusions", "art5Practices", "annexIiiPoints", "art50Triggers"])
    def test_tells_an_empty_list_from_nothing(self, name: str) -> None:
        python_name = next(each for each in NAMES if json_name(each) == name)

        assert getattr(read({name: []})[0], python_name) == frozenset()
        assert getattr(read({})[0], python_name) is None

    @pytest.mark.parametrize("amount", [0, 1, 10**25, 1e25, "1e+25", "10000000000000000000000000", MOST, 10**40])
    def test_takes_large_numbers_in_every_form(self, amount: float | str) -> None:
        facts, wrong = read({"gpai": {"trainingComputeFlop": amount}})

        assert wrong == []
        assert facts.gpai.training_compute_flop == float(amount)

    @pytest.mark.parametrize("amount", [-1, 1.1e40, 10**400, "1e400", float("inf"), float("nan"), "nan", "", "many", True, [], {}])
    def test_refuses_numbers_out_of_range(self, amount: object) -> None:
        assert problems({"gpai": {"trainingComputeFlop": amount}}) == [("/facts/gpai/trainingComputeFlop", "out-of-range")]

    @pytest.mark.parametrize("day", ["1950-01-01", "2026-02-28", "2028-02-29", "2100-12-31"])
    def test_takes_days(self, day: str) -> None:
        assert read({"inServiceSince": day}) == (Facts(in_service_since=date.fromisoformat(day)), [])

    @pytest.mark.parametrize("day", ["1949-12-31", "2101-01-01", "2026-02-29", "20260228", "2026-W01-1", "2026-1-1", "", 2026, True, []])
    def test_refuses_what_is_no_day(self, day: object) -> None:
        assert problems({"inServiceSince": day}) == [("/facts/inServiceSince", "not-a-date")]


def _wrong_values(name: str) -> list[Any]:
    """Return values of types that a fact never takes."""
    if name in GROUPS | MAPS:
        return [True, "a", 1, ["a"]]
    if name.endswith(("On", "Since")):
        return [True, 1, ["2026-01-01"], {}]
    return [1, 0.5, {"a": True}, "", " "]


WRONG = [(name, value) for name in sorted(NAMED) for value in _wrong_values(name)]


class TestProblems:
    @pytest.mark.parametrize(("name", "value"), WRONG)
    def test_are_found_in_every_value_of_another_type(self, name: str, value: object) -> None:
        facts, wrong = read({name: value}, "/facts")

        assert [each.pointer for each in wrong] == [f"/facts/{name}"]
        assert facts == Facts()

    @pytest.mark.parametrize("value", [None, [], "facts", 1, True])
    def test_are_found_where_there_is_no_object(self, value: object) -> None:
        assert problems(value) == [("/facts", "wrong-type")]

    @pytest.mark.parametrize(
        ("value", "expected"),
        [
            ({"colour": "red"}, ("/facts/colour", "unknown-fact")),
            ({"contains_algorithm": True}, ("/facts/contains_algorithm", "unknown-fact")),
            ({"a/b~c": None}, ("/facts/a~1b~0c", "unknown-fact")),
            ({"annexI": {"sector": "A"}}, ("/facts/annexI/sector", "unknown-fact")),
            ({"art5Exceptions": {"z": []}}, ("/facts/art5Exceptions/z", "unknown-fact")),
            ({"usedAtWorkplace": "yes"}, ("/facts/usedAtWorkplace", "wrong-type")),
            ({"aiSystem": "Yes"}, ("/facts/aiSystem", "not-in-vocabulary")),
            ({"aiSystem": True}, ("/facts/aiSystem", "not-in-vocabulary")),
            ({"annexI": {"section": "C"}}, ("/facts/annexI/section", "not-in-vocabulary")),
            ({"annexI": {"thirdPartyAssessment": 1}}, ("/facts/annexI/thirdPartyAssessment", "wrong-type")),
            ({"annexIiiPoints": "4a"}, ("/facts/annexIiiPoints", "wrong-type")),
            ({"annexIiiPoints": {"4a": True}}, ("/facts/annexIiiPoints", "wrong-type")),
            ({"annexIiiPoints": ["4a", "9a"]}, ("/facts/annexIiiPoints/1", "not-in-vocabulary")),
            ({"annexIiiPoints": ["4a", None]}, ("/facts/annexIiiPoints/1", "not-in-vocabulary")),
            ({"annexIiiPoints": ["4a", ["4b"]]}, ("/facts/annexIiiPoints/1", "not-in-vocabulary")),
            ({"annexIiiPoints": ["4a", "4a"]}, ("/facts/annexIiiPoints", "repeated")),
            ({"art5Exceptions": {"a": "consent"}}, ("/facts/art5Exceptions/a", "wrong-type")),
            ({"art5Exceptions": {"a": ["mercy"]}}, ("/facts/art5Exceptions/a/0", "not-in-vocabulary")),
            ({"art6_3": {"conditions": ["a", "e"]}}, ("/facts/art6_3/conditions/1", "not-in-vocabulary")),
        ],
    )
    def test_have_a_place_and_a_rule(self, value: object, expected: tuple[str, str]) -> None:
        assert problems(value) == [expected]

    def test_come_all_at_once(self) -> None:
        value = {
            "colour": 1,
            "aiSystem": "perhaps",
            "usedAtWorkplace": "no",
            "annexIiiPoints": ["9a", "9b"],
            "annexI": {"section": "Z", "thirdPartyAssessment": "no", "x": 1},
            "gpai": {"trainingComputeFlop": -1},
            "placedOnMarketOn": "yesterday",
            "domain": "justice",
        }
        facts, _ = read(value)

        assert sorted(problems(value)) == [
            ("/facts/aiSystem", "not-in-vocabulary"),
            ("/facts/annexI/section", "not-in-vocabulary"),
            ("/facts/annexI/thirdPartyAssessment", "wrong-type"),
            ("/facts/annexI/x", "unknown-fact"),
            ("/facts/annexIiiPoints/0", "not-in-vocabulary"),
            ("/facts/annexIiiPoints/1", "not-in-vocabulary"),
            ("/facts/colour", "unknown-fact"),
            ("/facts/gpai/trainingComputeFlop", "out-of-range"),
            ("/facts/placedOnMarketOn", "not-a-date"),
            ("/facts/usedAtWorkplace", "wrong-type"),
        ]
        assert facts == read({"domain": "justice", "annexIiiPoints": []})[0]

    def test_say_what_is_wrong_and_what_to_do_in_both_languages(self) -> None:
        value = {"colour": 1, "aiSystem": "no!", "usedAtWorkplace": "x", "gpai": {"trainingComputeFlop": -1}, "inServiceSince": "x"}
        wrong = [*read(value)[1], *read({"annexIiiPoints": ["2", "2"]})[1], *check({"lifecycle": "in_use"}, "", left_out=("lifecycle",))]

        assert {each.rule for each in wrong} == {
            "unknown-fact", "not-in-vocabulary", "wrong-type", "out-of-range", "not-a-date", "repeated", "fact-told-elsewhere",
        }  # fmt: skip
        for each in wrong:
            for words in (each.message, each.remedy):
                assert words.keys() == {"nl", "en"}
                assert words["nl"] != words["en"]
                assert not [text for text in words.values() if not text or "{" in text]

    def test_keep_what_they_quote_short(self) -> None:
        (unknown,), (other,) = read({"x" * 5000: 1})[1], read({"aiSystem": "y" * 5000})[1]

        assert len(unknown.message["en"]) < 200
        assert len(other.message["en"]) < 200


class TestCheck:
    def test_finds_what_reading_finds(self) -> None:
        value = {"colour": 1, "annexIiiPoints": ["9a"]}

        assert check(value, "/facts") == read(value, "/facts")[1]

    @pytest.mark.parametrize("name", TOLD_ELSEWHERE)
    def test_refuses_what_is_told_elsewhere(self, name: str) -> None:
        value = {name: None, "domain": "other"}

        assert check(value, "/f") == []
        assert [(each.pointer, each.rule) for each in check(value, "/f", left_out=TOLD_ELSEWHERE)] == [
            (f"/f/{name}", "fact-told-elsewhere")
        ]

    def test_says_so_beside_other_problems(self) -> None:
        found = check({"lifecycle": "dreaming", "colour": 1}, "", left_out=("lifecycle",))

        assert sorted((each.pointer, each.rule) for each in found) == [
            ("/colour", "unknown-fact"),
            ("/lifecycle", "fact-told-elsewhere"),
            ("/lifecycle", "not-in-vocabulary"),
        ]

    def test_says_only_that_it_is_no_object_when_it_is_none(self) -> None:
        assert [each.rule for each in check(["lifecycle"], "", left_out=("lifecycle",))] == ["wrong-type"]


class TestWrite:
    def test_leaves_out_what_is_unknown(self) -> None:
        assert write(Facts()) == {}
        assert write(Facts(annex_i=AnnexI(AnnexISection.NONE))) == {"annexI": {"section": "none"}}

    def test_keeps_the_order_of_the_law_and_of_the_facts(self) -> None:
        facts = read({"annexIiiPoints": ["8b", "1a", "4a"], "aiSystem": "yes"})[0]

        assert list(write(facts).items()) == [("aiSystem", "yes"), ("annexIiiPoints", ["1a", "4a", "8b"])]

    def test_writes_numbers_as_text(self) -> None:
        assert write(Facts(gpai=Gpai(training_compute_flop=1e24))) == {"gpai": {"trainingComputeFlop": "1e+24"}}

    def test_is_undone_by_reading(self) -> None:
        for case in CASES:
            facts = read(dict(case.facts))[0]

            assert read(write(facts)) == (facts, [])
