"""From when each part of the AI Act applies: the day before, the day itself, and what Art. 111 leaves to what was there already."""

import ast
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

import register.domain.ai_act
from register.domain.ai_act.classify import classify
from register.domain.ai_act.codec import read
from register.domain.ai_act.dates import BY_THE_LETTER, DATES, DAY, Part
from register.domain.ai_act.duties import DUTIES
from register.domain.ai_act.outcome import Art50Duty, Classification, DutyStatus
from tests.domain.ai_act.cases import EXEMPT, MADE, MODEL, PRODUCT, USED

#: The days as Art. 111 and 113 give them, written out once more.
LAW = {
    Part.PROHIBITIONS: date(2025, 2, 2),
    Part.LITERACY: date(2025, 2, 2),
    Part.GPAI: date(2025, 8, 2),
    Part.TRANSPARENCY: date(2026, 8, 2),
    Part.PROHIBITIONS_OF_2026: date(2026, 12, 2),
    Part.MARKING_OF_EARLIER: date(2026, 12, 2),
    Part.GPAI_OF_EARLIER: date(2027, 8, 2),
    Part.ANNEX_III: date(2027, 12, 2),
    Part.ANNEX_I: date(2028, 8, 2),
    Part.HIGH_RISK_OF_EARLIER: date(2030, 8, 2),
}
A_DAY = timedelta(days=1)
LATE: dict[str, Any] = {"placedOnMarketOn": "2029-01-01", "inServiceSince": None}
EARLY: dict[str, Any] = {"placedOnMarketOn": "2024-01-01", "inServiceSince": None}


def _practice(practice: str) -> dict[str, Any]:
    return {**USED, "art5Practices": [practice], "art5Exceptions": {practice: []}}


def _open(trigger: str, **told: Any) -> dict[str, Any]:
    return {**MADE, "art50Triggers": [trigger], "art50Exceptions": {trigger: []}, **told}


#: What begins to apply on a day of the table, all at once.
BEGINNINGS = {
    "a practice of 2024": (_practice("c"), Part.PROHIBITIONS),
    "nude images": (_practice("ba"), Part.PROHIBITIONS_OF_2026),
    "images of child abuse": (_practice("bb"), Part.PROHIBITIONS_OF_2026),
    "a chatbot": (_open("interaction"), Part.TRANSPARENCY),
    "an old chatbot": (_open("interaction", **EARLY), Part.TRANSPARENCY),
    "a deepfake": (_open("deepfake", **EARLY), Part.TRANSPARENCY),
    "new generated content": (_open("synthetic_content", placedOnMarketOn="2026-08-02"), Part.TRANSPARENCY),
    "old generated content": (_open("synthetic_content", placedOnMarketOn="2026-08-01", inServiceSince=None), Part.MARKING_OF_EARLIER),
    "a new use of Annex III": ({**USED, **LATE, "annexIiiPoints": ["5a"]}, Part.ANNEX_III),
    "an exempt use of Annex III": ({**USED, **LATE, "annexIiiPoints": ["5a"], "art6_3": EXEMPT}, Part.ANNEX_III),
    "a new product of Annex I": ({**USED, **LATE, "annexI": PRODUCT}, Part.ANNEX_I),
    "a new model": ({**MODEL, "placedOnMarketOn": "2025-08-02"}, Part.GPAI),
    "an old model": ({**MODEL, "placedOnMarketOn": "2025-08-01"}, Part.GPAI_OF_EARLIER),
    "minimal risk": (USED, Part.LITERACY),
}


def on(day: date, told: dict[str, Any]) -> Classification:
    """Classify what was told, as it is on a day."""
    facts, problems = read(told)
    assert problems == []
    return classify(facts, day)


class TestTable:
    def test_holds_the_days_of_the_law(self) -> None:
        assert LAW == DAY
        assert date(2026, 8, 2) == BY_THE_LETTER

    def test_names_each_part_once_with_its_ground_and_its_law(self) -> None:
        assert [each.part for each in DATES] == sorted(set(Part), key=[each.part for each in DATES].index)
        assert {each.law for each in DATES} == {"2024/1689", "2026/1744"}
        assert {each.part for each in DATES if each.law == "2026/1744"} == {
            Part.PROHIBITIONS_OF_2026,
            Part.MARKING_OF_EARLIER,
            Part.ANNEX_III,
            Part.ANNEX_I,
        }
        assert {each.basis.split("(")[0] for each in DATES} == {"111", "113"}

    def test_is_in_the_order_of_time(self) -> None:
        assert [each.day for each in DATES] == sorted(each.day for each in DATES)

    def test_is_the_only_place_where_days_stand(self) -> None:
        assert {path.name for path in _modules() if _days_in(path)} == {"dates.py"}


def _modules() -> Iterator[Path]:
    yield from Path(register.domain.ai_act.__path__[0]).rglob("*.py")


def _days_in(path: Path) -> list[ast.Call]:
    """Find days that are written out as `date(2026, 8, 2)` in a module."""
    calls = [node for node in ast.walk(ast.parse(path.read_text())) if isinstance(node, ast.Call)]
    return [call for call in calls if isinstance(call.func, ast.Name) and call.func.id == "date" and call.args]


class TestCategory:
    @pytest.mark.parametrize(("told", "part"), BEGINNINGS.values(), ids=BEGINNINGS)
    def test_has_effect_from_its_day_and_not_before(self, told: dict[str, Any], part: Part) -> None:
        day = LAW[part]

        assert on(day, told).category_applies.from_day == day
        assert on(day, told).category_applies.or_from is None
        assert on(day - A_DAY, told).category_applies.now is False
        assert on(day, told).category_applies.now is True
        assert on(day + A_DAY, told).category_applies.now is True

    @pytest.mark.parametrize(("told", "part"), BEGINNINGS.values(), ids=BEGINNINGS)
    def test_is_the_same_before_and_after(self, told: dict[str, Any], part: Part) -> None:
        before, after = on(LAW[part] - A_DAY, told), on(LAW[part], told)

        assert before.risk_category == after.risk_category
        assert [each.duty for each in before.obligations] == [each.duty for each in after.obligations]

    @pytest.mark.parametrize("told", [{"containsAlgorithm": False, "aiSystem": "no"}, {**USED, "art2Exclusions": ["2_3"]}, {}])
    def test_has_no_day_outside_the_act_or_while_undetermined(self, told: dict[str, Any]) -> None:
        applies = on(date(2029, 1, 1), told).category_applies

        assert (applies.now, applies.from_day, applies.or_from) == (None, None, None)

    def test_is_open_between_two_possible_days(self) -> None:
        told = {**USED, "annexIiiPoints": ["5a"]}

        assert on(date(2027, 12, 1), told).category_applies.now is False
        assert on(date(2027, 12, 2), told).category_applies.now is None
        assert on(date(2030, 8, 1), told).category_applies.now is None
        assert on(date(2030, 8, 2), told).category_applies.now is True


D3, D1, LATEST = "2027-12-02", "2028-08-02", "2030-08-02"
#: Art. 111(2): placed, in service, changed, for public authorities → from, or from.
LEGACY = [
    pytest.param(D3, None, None, True, (D3, None), id="placed on the day itself"),
    pytest.param("2027-12-01", None, None, True, (D3, LATEST), id="placed the day before, for authorities"),
    pytest.param("2027-12-01", None, None, False, (None, None), id="placed the day before, not for authorities"),
    pytest.param("2027-12-01", None, None, None, (D3, LATEST), id="placed the day before, for unknown users"),
    pytest.param("2027-12-01", None, D3, False, (D3, None), id="changed on the day itself"),
    pytest.param("2027-12-01", None, "2029-05-05", False, ("2029-05-05", None), id="changed later"),
    pytest.param("2027-12-01", None, "2030-08-01", True, ("2030-08-01", None), id="changed just before the last day"),
    pytest.param("2027-12-01", None, "2030-08-03", True, (LATEST, None), id="changed after the last day, for authorities"),
    pytest.param("2027-12-01", None, "2030-08-03", False, ("2030-08-03", None), id="changed after the last day, for others"),
    pytest.param("2025-01-01", None, "2027-12-01", True, (D3, LATEST), id="changed before the day only"),
    pytest.param("2025-01-01", None, "2027-12-01", False, (None, None), id="changed before the day only, for others"),
    pytest.param(None, "2027-12-01", None, False, (None, None), id="in service the day before, placing unknown"),
    pytest.param(None, D3, None, False, (D3, None), id="in service on the day itself, placing unknown, for others"),
    pytest.param(None, D3, None, True, (D3, LATEST), id="in service on the day itself, perhaps placed before"),
    pytest.param(None, None, None, True, (D3, LATEST), id="nothing known, for authorities"),
    pytest.param(None, None, None, False, (D3, None), id="nothing known, for others"),
    pytest.param("2027-12-01", "2028-01-01", None, False, (None, None), id="the first of both days counts"),
]


class TestEarlierHighRisk:
    @pytest.mark.parametrize(("placed", "served", "changed", "public", "expected"), LEGACY)
    def test_waits_as_art_111_says(
        self, placed: str | None, served: str | None, changed: str | None, public: object, expected: tuple[str | None, str | None]
    ) -> None:
        told = {
            **USED,
            "annexIiiPoints": ["5b"],
            "placedOnMarketOn": placed,
            "inServiceSince": served,
            "significantDesignChangeOn": changed,
            "intendedForPublicAuthority": public,
        }
        found = on(date(2026, 11, 22), told)
        days = found.category_applies.from_day, found.category_applies.or_from

        assert tuple(None if day is None else day.isoformat() for day in days) == expected
        assert found.fria.due_on == days[0]
        assert {each.due_on for each in found.registrations} == {days[0]}

    def test_of_annex_i_counts_from_its_own_day(self) -> None:
        product = {**USED, "annexI": PRODUCT, "inServiceSince": None, "intendedForPublicAuthority": False}

        before = on(date(2029, 1, 1), {**product, "placedOnMarketOn": "2028-08-01"})
        after = on(date(2029, 1, 1), {**product, "placedOnMarketOn": D1})

        assert (before.category_applies.now, before.category_applies.from_day) == (False, None)
        assert (after.category_applies.now, after.category_applies.from_day) == (True, date(2028, 8, 2))

    def test_that_never_changes_keeps_its_duties_waiting(self) -> None:
        found = on(date(2035, 1, 1), {**USED, "annexIiiPoints": ["5b"], "intendedForPublicAuthority": False})

        waiting = {each.duty for each in found.obligations if each.status is DutyStatus.ONLY_AFTER_CHANGE}
        assert {"use-as-instructed", "assess-rights", "registration-gate"} <= waiting
        assert {each.duty for each in found.obligations if each.status is DutyStatus.APPLIES} == {
            "literacy-deployer",
            "whistleblowers-deployer",
        }


class TestMarking:
    @pytest.mark.parametrize(
        ("placed", "due", "or_due"),
        [
            ("2026-08-01", date(2026, 12, 2), None),
            ("2026-08-02", date(2026, 8, 2), None),
            (None, date(2026, 8, 2), date(2026, 12, 2)),
        ],
    )
    def test_of_earlier_systems_comes_four_months_later(self, placed: str | None, due: date, or_due: date | None) -> None:
        found = on(date(2026, 11, 22), _open("synthetic_content", placedOnMarketOn=placed, inServiceSince=None))

        row = next(row for row in found.art50 if row.duty is Art50Duty.MARKING)
        assert (row.due_on, row.or_due_on) == (due, or_due)

    def test_is_the_only_duty_of_art_50_that_comes_later(self) -> None:
        told = {
            **MADE,
            **EARLY,
            "art50Triggers": ["interaction", "synthetic_content", "emotion_recognition", "deepfake", "public_interest_text"],
        }
        found = on(date(2026, 12, 1), told)

        assert {row.duty for row in found.art50 if row.applies} == set(Art50Duty)
        assert {row.duty for row in found.art50 if row.due_on != date(2026, 8, 2)} == {Art50Duty.MARKING}

    def test_that_is_not_owed_has_the_ordinary_day(self) -> None:
        found = on(date(2026, 12, 1), _open("interaction", **EARLY))

        assert {row.due_on for row in found.art50} == {date(2026, 8, 2)}
        assert {row.or_due_on for row in found.art50} == {None}


class TestContested:
    def test_days_stand_beside_the_ordinary_ones(self) -> None:
        found = on(date(2027, 1, 1), {**MADE, **LATE, "annexIiiPoints": ["5a"], "legalOrSimilarEffect": True})

        contested = {each.duty for each in found.obligations if each.due_on_by_the_letter}
        assert {"registration-gate", "register-system", "explain", "report-incidents"} <= contested
        assert contested <= {each.key for each in DUTIES if each.is_contested}
        assert {each.due_on_by_the_letter for each in found.obligations} == {None, date(2026, 8, 2)}

    def test_do_not_make_a_duty_apply(self) -> None:
        found = on(date(2027, 1, 1), {**MADE, **LATE, "annexIiiPoints": ["5a"], "legalOrSimilarEffect": True})

        assert {each.status for each in found.obligations if each.due_on_by_the_letter} == {DutyStatus.LATER}
