"""By which words people filter registrations, for what is more than one word a registration, or follows from it.

The names are those of the parameters of the API and of the search page.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import partial
from typing import Any

from register.domain.ai_act.facts import AnnexIiiArea
from register.domain.ai_act.outcome import ActRole, NationalCategory, RiskCategory
from register.domain.principles.criteria import Principle
from register.domain.principles.outcome import PrincipleOutcome
from register.domain.search.words import without_controls
from register.domain.standard.vocabularies import AssessmentKind, AssessmentStatus, PersonalData, Technique, Theme

Document = Mapping[str, Any]


class CompletenessBand(StrEnum):
    """How much is told of what can be told, in percent."""

    LOWEST = "0-24"
    LOW = "25-49"
    HIGH = "50-74"
    HIGHEST = "75-100"


_STATES = [(f"{kind}_{state}".upper(), f"{kind}.{state}") for kind in AssessmentKind for state in AssessmentStatus]
#: Each assessment with each state of it, such as `dpia.done`.
AssessmentState = StrEnum("AssessmentState", _STATES)  # type: ignore[misc]  # its members follow from two other vocabularies


def band(completeness: int | None) -> CompletenessBand | None:
    """Return the band of a percentage; None for what is not scored."""
    return None if completeness is None else list(CompletenessBand)[min(completeness // 25, 3)]


def _outcome(document: Document, name: str) -> Any:
    return (document.get("classification") or {}).get(name)


def _areas(document: Document) -> list[str]:
    """Return the areas of Annex III of which a point was named."""
    facts = (document.get("ai_act") or {}).get("facts") or {}
    return sorted({point[0] for point in facts.get("annexIiiPoints") or ()})


def _principle(principle: Principle, document: Document) -> list[str]:
    """Return the outcome of a principle."""
    found = ((document.get("principles") or {}).get("outcomes") or {}).get(principle)
    return [found["outcome"]] if found else []


def _assessments(document: Document) -> list[str]:
    """Return each assessment with how far it is, such as `dpia.done`."""
    rows = document.get("impact_assessments") or ()
    return sorted({f"{row['kind']}.{row['status']}" for row in rows if "kind" in row and "status" in row})


def _name(text: object) -> list[str]:
    """Return a name that somebody typed, as the facet keeps it."""
    plain = " ".join(str(text or "").split())[:LONGEST]
    return [plain] if plain else []


#: No word of a facet is longer.
LONGEST = 60


@dataclass(frozen=True, slots=True)
class Facet:
    """A facet: the words that a public document has of it, and the vocabulary that those are from; None when somebody typed them."""

    words_of: Callable[[Document], list[str]]
    vocabulary: type[StrEnum] | None = None

    def has(self, word: str) -> bool:
        """Say whether it can be a word of this facet."""
        return 0 < len(word) <= LONGEST and without_controls(word) == word if self.vocabulary is None else word in set(self.vocabulary)


FACETS: Mapping[str, Facet] = {
    "theme": Facet(lambda document: list(document.get("themes") or ()), Theme),
    "technique": Facet(lambda document: list(document.get("techniques") or ()), Technique),
    "category": Facet(lambda document: [word] if (word := _outcome(document, "riskCategory")) else [], RiskCategory),
    "national": Facet(lambda document: [word] if (word := _outcome(document, "nationalCategory")) else [], NationalCategory),
    "role": Facet(lambda document: list(_outcome(document, "roles") or ()), ActRole),
    "area": Facet(_areas, AnnexIiiArea),
    **{principle.value: Facet(partial(_principle, principle), PrincipleOutcome) for principle in Principle},
    "assessment": Facet(_assessments, AssessmentState),
    "personalData": Facet(lambda document: list((document.get("personal_data") or {}).get("kinds") or ()), PersonalData),
    "supplier": Facet(lambda document: _name((document.get("supplier") or {}).get("name"))),
    "provider": Facet(lambda document: _name(document.get("model_provider"))),
}


def stored(name: str) -> str:
    """Return the name that a facet has in the read model: the first two got theirs before parameters had names."""
    return {"theme": "themes", "technique": "techniques"}.get(name, name)
