"""The rules as a whole: each of them matters, and each has words that say something of its own."""

import string
from dataclasses import replace
from datetime import date

import pytest

from register.domain.ai_act import establish, words_en, words_nl
from register.domain.ai_act.classify import classify
from register.domain.ai_act.codec import FACT_NAMES, SHAPE, json_name, read
from register.domain.ai_act.contradictions import CONTRADICTIONS
from register.domain.ai_act.duties import DUTIES, NOT_FOR_POINT_2, RELIEVED
from register.domain.ai_act.facts import NAMES, Facts
from register.domain.ai_act.findings import Finding
from register.domain.ai_act.outcome import Art50Duty, Classification
from register.domain.ai_act.rules import EVERYTHING, ORDER, RULES, Conclusion, Rule
from tests.domain.ai_act.cases import CASES

IDS = [each.id for each in RULES]
FACTS: list[Facts] = [read(dict(case.facts))[0] for case in CASES]
DAYS = [case.on for case in CASES]
OUTCOMES = [classify(facts, on) for facts, on in zip(FACTS, DAYS, strict=True)]
DUTY_KEYS = {each.key for each in DUTIES} | {f"art-{duty.replace('_', '-')}" for duty in Art50Duty}


def _never(facts: Facts, found: object) -> bool:
    return False


def _without(rule: Rule, monkeypatch: pytest.MonkeyPatch) -> list[Classification | None]:
    """Classify every case while one rule never holds; None where no category is left."""
    silent = replace(rule, holds=_never)
    monkeypatch.setattr(establish, "ORDER", tuple(silent if step is rule else step for step in ORDER))
    return [_classified(facts, on) for facts, on in zip(FACTS, DAYS, strict=True)]


def _classified(facts: Facts, on: date) -> Classification | None:
    try:
        return classify(facts, on)
    except IndexError:
        return None


def _answers(found: Classification | None) -> list[object]:
    return [getattr(found, name) for name in EVERYTHING] if found else []


def _unknowns(found: Classification | None) -> object:
    return found.unknowns if found else None


def _said(found: Classification | None) -> set[str]:
    return {each.rule for each in found.reasons} if found else set()


class TestEachRule:
    @pytest.mark.parametrize("rule", RULES, ids=IDS)
    def test_decides_something_in_some_case(self, rule: Rule, monkeypatch: pytest.MonkeyPatch) -> None:
        changed = [(before, after) for before, after in zip(OUTCOMES, _without(rule, monkeypatch), strict=True) if before != after]

        if rule.finding is not None:
            assert any(_answers(before) != _answers(after) for before, after in changed)
        elif rule.presumed is False and rule.decides:
            assert any(_unknowns(before) != _unknowns(after) or rule.id in _said(before) for before, after in changed)
        else:
            assert any(rule.id in _said(before) and rule.id not in _said(after) for before, after in changed)

    @pytest.mark.parametrize("rule", RULES, ids=IDS)
    def test_names_facts_and_answers_that_exist(self, rule: Rule) -> None:
        dotted = {f"{name}.{part}" for name, kind in SHAPE.items() for part in getattr(kind, "parts", ())}

        assert set(rule.facts) <= set(NAMES) | dotted
        assert set(rule.decides) <= set(EVERYTHING)
        assert rule.article

    def test_has_a_name_of_its_own(self) -> None:
        assert len(set(IDS)) == len(IDS)

    def test_reads_only_what_was_established_before_it(self) -> None:
        known: set[Finding] = set()
        early = []
        for step in ORDER:
            if isinstance(step, Rule) and step.within is not None and step.within not in known:
                early.append(step.id)
            known |= {step.finding} if step.finding is not None else set()

        assert early == []

    def test_leaves_no_finding_without_a_step(self) -> None:
        assert {step.finding for step in ORDER if isinstance(step, Conclusion) or step.finding is not None} == set(Finding)


class TestDuties:
    def test_have_names_of_their_own(self) -> None:
        assert len({each.key for each in DUTIES}) == len(DUTIES)

    def test_that_are_spared_exist(self) -> None:
        assert {*RELIEVED, *NOT_FOR_POINT_2} <= {each.key for each in DUTIES}

    def test_cover_the_requirements_of_the_national_framework(self) -> None:
        listed = {each.requirement for each in DUTIES if each.requirement}

        # 28 is Art. 50, which has rows of its own; 37 (Art. 89(2)) is a right of those who build on a model, and no duty.
        assert listed == {f"aia-{number:02}" for number in range(40)} - {"aia-28", "aia-37"}


SENTENCES = {
    "reasons": (set(IDS), words_nl.REASONS, words_en.REASONS),
    "duties": (DUTY_KEYS, words_nl.DUTIES, words_en.DUTIES),
    "contradictions": ({each.id for each in CONTRADICTIONS}, words_nl.CONTRADICTIONS, words_en.CONTRADICTIONS),
    "facts": (set(FACT_NAMES), words_nl.FACTS, words_en.FACTS),
}
#: The same duty for two roles has one sentence.
SHARED = [{f"{duty}-{role}" for role in roles} for duty, roles in {
    "stop": ("provider", "deployer", "importer", "distributor"),
    "literacy": ("provider", "deployer"),
    "whistleblowers": ("provider", "deployer"),
}.items()]  # fmt: skip


class TestWords:
    @pytest.mark.parametrize(("names", "nl", "en"), SENTENCES.values(), ids=SENTENCES)
    def test_are_there_for_all_and_for_nothing_else(self, names: set[str], nl: dict[str, str], en: dict[str, str]) -> None:
        assert nl.keys() == en.keys() == names
        assert all(text.strip() == text and text for text in (*nl.values(), *en.values()))

    @pytest.mark.parametrize(("names", "nl", "en"), SENTENCES.values(), ids=SENTENCES)
    def test_say_something_of_their_own(self, names: set[str], nl: dict[str, str], en: dict[str, str]) -> None:
        for words in (nl, en):
            by_sentence: dict[str, set[str]] = {}
            for name, text in words.items():
                by_sentence.setdefault(text, set()).add(name)

            assert [same for same in by_sentence.values() if len(same) > 1 and same not in SHARED] == []

    @pytest.mark.parametrize(("names", "nl", "en"), SENTENCES.values(), ids=SENTENCES)
    def test_are_not_left_in_the_other_language(self, names: set[str], nl: dict[str, str], en: dict[str, str]) -> None:
        assert [name for name in nl if nl[name] == en[name]] == []

    @pytest.mark.parametrize(("names", "nl", "en"), SENTENCES.values(), ids=SENTENCES)
    def test_have_no_gap_but_for_details(self, names: set[str], nl: dict[str, str], en: dict[str, str]) -> None:
        for name in names:
            assert _gaps(nl[name]) == _gaps(en[name])
            assert _gaps(nl[name]) <= {"details"}

    def test_name_the_details_that_a_rule_picks(self) -> None:
        assert {name for name, text in words_nl.REASONS.items() if _gaps(text)} == {each.id for each in RULES if each.details}

    def test_of_facts_follow_the_names_in_json(self) -> None:
        assert {name.split(".")[0] for name in FACT_NAMES} == {json_name(name) for name in NAMES}


def _gaps(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}
