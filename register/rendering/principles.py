"""The four principles as a page shows them: each asks a question, and says how far the body says to be, with the numbers behind it."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from register.domain.principles import words_en, words_nl
from register.domain.principles.criteria import CRITERIA, CRITERIA_VERSION, Criterion, Principle
from register.domain.principles.outcome import PrincipleOutcome, results
from register.domain.standard.words import section_words
from register.labels import explanation, label
from register.translations import Language

Json = dict[str, Any]

_O = PrincipleOutcome

#: The ending of the class and the shape of each outcome: never colour alone, and none looks better than its evidence.
SIGNS: dict[PrincipleOutcome, tuple[str, str]] = {
    _O.NOT_ASSESSED: ("not-assessed", "ring-dashed"),
    _O.NOT_APPLICABLE: ("not-assessed", "square"),
    _O.IN_PROGRESS: ("in-progress", "half"),
    _O.NOT_MET: ("not-met", "notmet"),
    _O.CLAIMED: ("claimed", "claimed"),
    _O.SUBSTANTIATED: ("substantiated", "done"),
}


@dataclass(frozen=True, slots=True)
class Tile:
    """One principle: its question, the outcome in words, and the numbers. `anchor` is where its answers are."""

    principle: str
    name: str
    question: str
    outcome: str
    kind: str
    shape: str
    words: str
    meaning: str
    met: int
    applicable: int
    answered: int
    not_met: int
    without_evidence: int

    @property
    def anchor(self) -> str:
        """Return the anchor of the answers."""
        return f"#{self.principle}"


def frozen(document: Mapping[str, Any]) -> Json:
    """Return what a version freezes of the principles. `document` holds the product's answers too."""
    return {
        "version": CRITERIA_VERSION,
        "outcomes": {
            principle.value: {
                "outcome": result.outcome.value,
                "met": result.met,
                "applicable": result.applicable,
                "answered": result.answered,
                "notMet": result.not_met,
                "withoutEvidence": result.without_evidence,
            }
            for principle, result in results(document).items()
        },
    }


def tiles(told: Mapping[str, Any], language: Language) -> tuple[Tile, ...]:
    """Put what was frozen in words."""
    return tuple(_tile(principle, told["outcomes"][principle], language) for principle in Principle if principle in told["outcomes"])


def _tile(principle: Principle, found: Mapping[str, Any], language: Language) -> Tile:
    outcome = PrincipleOutcome(found["outcome"])
    kind, shape = SIGNS[outcome]
    return Tile(
        principle=principle.value,
        name=label(principle, language),
        question=section_words(principle.value, language).heading,
        outcome=outcome.value,
        kind=kind,
        shape=shape,
        words=label(outcome, language),
        meaning=explanation(outcome, language),
        met=found["met"],
        applicable=found["applicable"],
        answered=found["answered"],
        not_met=found["notMet"],
        without_evidence=found["withoutEvidence"],
    )


#: What is said of a criterion; see `CriterionWords`.
_WORDS = ("label", "question", "show", "help", "evidence")


@cache
def criteria() -> Json:
    """Return the criteria as the API tells them."""
    return {"version": CRITERIA_VERSION, "items": [_criterion(each) for each in CRITERIA]}


def _criterion(each: Criterion) -> Json:
    texts = {"nl": words_nl.CRITERIA[each.key], "en": words_en.CRITERIA[each.key]}
    return {
        "id": each.id,
        "field": each.key,
        "principle": each.principle.value,
        "core": each.is_core,
        "fromProduct": each.from_product,
        "askedOf": each.asked.value,
        "notApplicableFor": list(each.not_applicable_for),
        "sources": list(each.sources),
        **{name: {language: getattr(words, name) for language, words in texts.items()} for name in _WORDS},
    }
