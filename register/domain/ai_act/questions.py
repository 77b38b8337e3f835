"""The questions by which people give the facts, in the order in which they are asked: one fact each.

A question matters as long as its fact is unknown and could change the outcome.
`unsure` holds the facts of which somebody said not to know them: they stay
unknown, and are not asked again.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from register.domain.ai_act import art5, art50, codec
from register.domain.ai_act.classify import classify
from register.domain.ai_act.facts import Facts

Json = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Question:
    """One question: the fact that it asks for, by its name in JSON (dotted for the part of one), and where the law says so."""

    name: str
    article: str

    @property
    def kind(self) -> codec.Kind:
        """Return what an answer may be."""
        return codec.KINDS[self.name]


#: What is asked for each practice or trigger that was chosen, and so only after that.
WORDS_FOR: Mapping[str, Mapping[Any, tuple[StrEnum, ...]]] = {
    "art5Exceptions": {practice: words for practice, words in art5.ALLOWED.items() if words},
    "art50Exceptions": art50.EXCEPTIONS,
}
CHOSEN_IN = {"art5Exceptions": "art5Practices", "art50Exceptions": "art50Triggers"}

QUESTIONS: tuple[Question, ...] = (
    Question("containsAlgorithm", "3(1)"),
    Question("aiSystem", "3(1)"),
    Question("aiDefinitionTest.onlyHumanDefinedRules", "3(1), recital 12"),
    Question("aiDefinitionTest.makesInferences", "3(1), recital 12"),
    Question("aiDefinitionTest.influencesEnvironment", "3(1)"),
    Question("gpaiKind", "3(63), 3(66)"),
    Question("supplyRelation", "3(3)-(7)"),
    Question("usesUnderOwnAuthority", "3(4)"),
    Question("bodyKind", "27(1), 49(3)"),
    Question("lifecycle", "2(8)"),
    Question("art2Exclusions", "2"),
    Question("art5Practices", "5(1)"),
    Question("art5Exceptions", "5(1)"),
    Question("annexI.section", "6(1), Annex I"),
    Question("annexI.thirdPartyAssessment", "6(1)(b)"),
    Question("annexIiiPoints", "6(2), Annex III"),
    Question("domain", "49(4)"),
    Question("performsProfiling", "6(3)"),
    Question("art6_3.conditions", "6(3)(a)-(d)"),
    Question("art6_3.significantRisk", "6(3)"),
    Question("art6_3.materiallyInfluences", "6(3)"),
    Question("art25Changes", "25(1)"),
    Question("art50Triggers", "50"),
    Question("art50Exceptions", "50"),
    Question("publicCrimeReporting", "50(1)"),
    Question("decisionRole", ""),
    Question("affectsNaturalPersons", "26(11), 86"),
    Question("affectsOrganisations", ""),
    Question("legalOrSimilarEffect", "86"),
    Question("usedAtWorkplace", "26(7)"),
    Question("controlsInputData", "26(4)"),
    Question("postRemoteBiometric", "26(10)"),
    Question("biometricThirdPartyAssessment", "43(1)"),
    Question("realWorldTesting", "57, 60"),
    Question("openSource.licenceFreeOpen", "2(12), 53(2)"),
    Question("openSource.sourcePublic", "2(12), 53(2)"),
    Question("openSource.monetised", "2(12)"),
    Question("gpai.trainingComputeFlop", "51(2)"),
    Question("gpai.systemicDesignated", "51(1)"),
    Question("intendedForPublicAuthority", "111(2)"),
    Question("placedOnMarketOn", "111"),
    Question("inServiceSince", "111"),
    Question("significantDesignChangeOn", "111(2)"),
)

BY_NAME = {each.name: each for each in QUESTIONS}


def value_of(facts: Json, name: str) -> Any:
    """Return what was told of a fact; None when nothing was."""
    first, _, part = name.partition(".")
    value = facts.get(first)
    return (value or {}).get(part) if part else value


def without(facts: Json, name: str) -> dict[str, Any]:
    """Return the facts with one of them untold."""
    first, _, part = name.partition(".")
    kept = {key: value for key, value in facts.items() if key != first}
    if part and (parts := {key: value for key, value in (facts.get(first) or {}).items() if key != part}):
        kept[first] = parts
    return kept


def with_answer(facts: Json, name: str, value: Any) -> dict[str, Any]:
    """Return the facts with this answer, and without answers to what is not asked any more because of it."""
    first, _, part = name.partition(".")
    changed = {**facts, first: {**(facts.get(first) or {}), part: value} if part else value}
    for exceptions, chosen_in in CHOSEN_IN.items():
        if name == chosen_in and exceptions in changed:
            kept = {key: words for key, words in changed[exceptions].items() if key in value}
            changed = {**changed, exceptions: kept} if kept else without(changed, exceptions)
    return changed


def asked_for(facts: Json, name: str) -> tuple[str, ...]:
    """Return the practices or triggers for which exceptions are asked, in their order."""
    chosen = facts.get(CHOSEN_IN[name]) or ()
    return tuple(str(each) for each in WORDS_FOR[name] if each in chosen)


def is_told(facts: Json, name: str) -> bool:
    """Say whether a fact was told, in all its parts."""
    value = value_of(facts, name)
    if name in CHOSEN_IN:
        wanted = asked_for(facts, name)
        return bool(wanted) and all(each in (value or {}) for each in wanted)
    return value is not None


def open_questions(facts: Facts, told: Json, unsure: Collection[str], on: date) -> tuple[Question, ...]:
    """Return what is still to be asked, in order: what was not told, is not known to be unknown, and could change the outcome.

    `facts` are all that are known, `told` those that were given here.
    """
    matters = {codec.fact_name(each.fact) for each in classify(facts, on).unknowns}
    return tuple(
        each
        for each in QUESTIONS
        if each.name in matters and each.name not in unsure and not is_told(told, each.name) and _can_be_asked(told, each.name)
    )


def _can_be_asked(told: Json, name: str) -> bool:
    """Say whether there is anything to choose: exceptions are asked of what was chosen before."""
    return name not in CHOSEN_IN or bool(asked_for(told, name))


def answered(told: Json, unsure: Collection[str]) -> tuple[Question, ...]:
    """Return what was answered, “I don't know” included, in the order of the questions."""
    return tuple(each for each in QUESTIONS if is_told(told, each.name) or each.name in unsure)
