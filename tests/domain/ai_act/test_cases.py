"""What follows under the AI Act, case by case; and whether the cases leave nothing of the law out."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from enum import StrEnum
from typing import Any

import pytest

from register.domain.ai_act.art5 import LIMITS
from register.domain.ai_act.art50 import EXCEPTIONS
from register.domain.ai_act.classify import classify
from register.domain.ai_act.codec import read
from register.domain.ai_act.contradictions import CONTRADICTIONS
from register.domain.ai_act.dates import LEGACY, PLACING
from register.domain.ai_act.duties import DUTIES
from register.domain.ai_act.facts import (
    AnnexIiiPoint,
    Art2Exclusion,
    Art5Practice,
    Art25Change,
    Art50Trigger,
    Art63Condition,
    BodyKind,
    Facts,
    SupplyRelation,
)
from register.domain.ai_act.outcome import Applicability, Art50Duty, Classification, NationalCategory, RiskCategory
from register.domain.ai_act.rules import RULES
from tests.domain.ai_act.cases import CASES, Case


def _iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _gate(found: Classification) -> tuple[str | None, str | None] | None:
    days = [(_iso(each.due_on), _iso(each.due_on_by_the_letter)) for each in found.obligations if each.duty == "registration-gate"]
    return days[0] if days else None


def _with_status(found: Classification, status: str) -> set[str]:
    return {each.duty for each in found.obligations if each.status == status}


#: What a case may say, and how to read it from the outcome.
EQUALS: Mapping[str, Callable[[Classification], Any]] = {
    "category": lambda c: c.risk_category,
    "categories": lambda c: c.risk_categories,
    "at_least": lambda c: c.risk_category_at_least,
    "applicability": lambda c: c.applicability,
    "regime": lambda c: c.regime,
    "kind": lambda c: c.object_kind,
    "roles": lambda c: c.roles,
    "national": lambda c: c.national_category,
    "third_party": lambda c: c.third_party_assessment,
    "relief": lambda c: c.open_source_relief,
    "days": lambda c: (_iso(c.category_applies.from_day), _iso(c.category_applies.or_from)),
    "now": lambda c: c.category_applies.now,
    "owes": lambda c: tuple(row.duty for row in c.art50 if row.applies),
    "open_duties": lambda c: tuple(row.duty for row in c.art50 if row.applies is None),
    "limited": lambda c: tuple(row.duty for row in c.art50 if row.is_limited),
    "exceptions": lambda c: tuple(row.exception for row in c.art50 if row.exception),
    "owed_by": lambda c: tuple(sorted({role for row in c.art50 if row.applies for role in row.owed_by})),
    "fria": lambda c: c.fria.required,
    "registers": lambda c: tuple(f"{each.annex_viii} {each.section}" for each in c.registrations),
    "registered_from": lambda c: tuple((_iso(each.due_on), _iso(each.due_on_by_the_letter)) for each in c.registrations),
    "gate": _gate,
    "contradictions": lambda c: tuple(each.rule for each in c.contradictions),
}
#: What a case may say is there, or with `LACKS` is not.
HOLDS: Mapping[str, Callable[[Classification], Iterable[str]]] = {
    "unknown": lambda c: {each.fact for each in c.unknowns},
    "duties": lambda c: {each.duty for each in c.obligations},
    "reasons": lambda c: {each.rule for each in c.reasons},
    "applies": lambda c: _with_status(c, "applies"),
    "later": lambda c: _with_status(c, "later"),
    "unchanged": lambda c: _with_status(c, "only_after_change"),
}
LACKS: Mapping[str, str] = {"certain": "unknown", "no_duties": "duties", "no_reasons": "reasons"}


def facts_of(case: Case) -> Facts:
    """Return the facts of a case, which are always well formed."""
    facts, problems = read(dict(case.facts))
    assert problems == []
    return facts


OUTCOMES = [(case, classify(facts_of(case), case.on)) for case in CASES]


def _said(name: str) -> set[str]:
    """Return every word that some case tells of a fact."""
    found: set[str] = set()
    for case in CASES:
        value = case.facts.get(name, [])
        found.update([value] if isinstance(value, str) else value)
    return found


def _named(*kinds: str) -> set[str]:
    return {name for case in CASES for kind in kinds for name in case.expected.get(kind, [])}


class TestCases:
    @pytest.mark.parametrize(("case", "found"), OUTCOMES, ids=[case.name for case in CASES])
    def test_come_out_as_the_law_says(self, case: Case, found: Classification) -> None:
        expected = {"contradictions": (), **case.expected}

        wrong = {name: EQUALS[name](found) for name in EQUALS.keys() & expected.keys() if EQUALS[name](found) != expected[name]}
        missing = {name: set(expected[name]) - set(HOLDS[name](found)) for name in HOLDS.keys() & expected.keys()}
        too_much = {name: set(expected[name]) & set(HOLDS[LACKS[name]](found)) for name in LACKS.keys() & expected.keys()}

        assert wrong == {}
        assert {name: some for name, some in missing.items() if some} == {}
        assert {name: some for name, some in too_much.items() if some} == {}

    def test_say_only_what_can_be_checked(self) -> None:
        known = EQUALS.keys() | HOLDS.keys() | LACKS.keys()

        assert [case.name for case in CASES if not case.expected or case.expected.keys() - known] == []

    def test_have_names_of_their_own(self) -> None:
        assert len({case.name for case in CASES}) == len(CASES)

    def test_name_only_what_exists(self) -> None:
        duties = {each.key for each in DUTIES} | {f"art-{duty.replace('_', '-')}" for duty in Art50Duty}

        assert _named("duties", "no_duties", "applies", "later", "unchanged") <= duties
        assert _named("reasons", "no_reasons") <= {each.id for each in RULES}
        assert _named("unknown", "certain") <= {*PLACING, *LEGACY, *(fact for each in RULES for fact in each.facts)}


class TestCoverage:
    def test_reaches_every_category_and_applicability(self) -> None:
        assert {found.risk_category for _, found in OUTCOMES} == set(RiskCategory)
        assert {found.applicability for _, found in OUTCOMES} == set(Applicability)
        assert {found.national_category for _, found in OUTCOMES} == {*NationalCategory, None}

    def test_makes_every_point_of_annex_iii_high_risk(self) -> None:
        alone = {case.facts["annexIiiPoints"][0] for case, found in OUTCOMES if len(case.facts.get("annexIiiPoints", [])) == 1}
        high = {p for case, found in OUTCOMES if case.expected.get("national") == "A" for p in case.facts.get("annexIiiPoints", [])}

        assert alone == high == set(AnnexIiiPoint)

    def test_prohibits_every_practice_alone(self) -> None:
        prohibited = [case.facts["art5Practices"] for case in CASES if case.expected.get("category") == "prohibited"]

        assert {practices[0] for practices in prohibited if len(practices) == 1} == set(Art5Practice)

    def test_tries_every_limit_of_a_practice(self) -> None:
        tried = {
            (practice, limit)
            for case in CASES
            if case.expected.get("category") == "minimal" and len(case.facts.get("art5Practices", [])) == 1
            for practice, said in case.facts.get("art5Exceptions", {}).items()
            for limit in said
        }

        assert tried == {(practice, limit) for practice, limits in LIMITS.items() for limit in limits}

    def test_tries_every_exception_of_art_50(self) -> None:
        tried = {
            (trigger, exception)
            for case in CASES
            if "exceptions" in case.expected
            for trigger, said in case.facts["art50Exceptions"].items()
            for exception in said
        }

        assert tried == {(trigger, exception) for trigger, exceptions in EXCEPTIONS.items() for exception in exceptions}

    @pytest.mark.parametrize(
        ("name", "words"),
        [
            ("art2Exclusions", Art2Exclusion),
            ("art25Changes", Art25Change),
            ("art50Triggers", Art50Trigger),
            ("bodyKind", BodyKind),
            ("supplyRelation", SupplyRelation),
        ],
    )
    def test_tells_every_word(self, name: str, words: type[StrEnum]) -> None:
        assert _said(name) == set(words)

    def test_relies_on_every_condition_of_art_6_3(self) -> None:
        relied = [case.facts["art6_3"]["conditions"] for case in CASES if case.expected.get("category") == "annex_iii_exempt_6_3"]

        assert {condition for conditions in relied for condition in conditions} == set(Art63Condition)

    def test_names_every_contradiction(self) -> None:
        assert {rule for case in CASES for rule in case.expected.get("contradictions", ())} == {each.id for each in CONTRADICTIONS}

    def test_asks_every_duty_of_somebody(self) -> None:
        asked = {each.duty for _, found in OUTCOMES for each in found.obligations}

        assert {each.key for each in DUTIES} - asked == set()
