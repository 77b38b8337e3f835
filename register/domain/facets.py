"""By which words people filter registrations, for what is more than one word a registration, or follows from it.

The names are those of the parameters of the API and of the search page.
"""

from collections.abc import Callable, Mapping
from enum import StrEnum
from functools import partial
from typing import Any

from register.domain.ai_act.facts import AnnexIiiArea
from register.domain.ai_act.outcome import ActRole, NationalCategory, RiskCategory
from register.domain.principles.criteria import Principle
from register.domain.principles.outcome import PrincipleOutcome
from register.domain.standard.vocabularies import Technique, Theme

Document = Mapping[str, Any]


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


#: Facet → its words, and those of a public document.
FACETS: Mapping[str, tuple[type[StrEnum], Callable[[Document], list[str]]]] = {
    "theme": (Theme, lambda document: list(document.get("themes") or ())),
    "technique": (Technique, lambda document: list(document.get("techniques") or ())),
    "category": (RiskCategory, lambda document: [word] if (word := _outcome(document, "riskCategory")) else []),
    "national": (NationalCategory, lambda document: [word] if (word := _outcome(document, "nationalCategory")) else []),
    "role": (ActRole, lambda document: list(_outcome(document, "roles") or ())),
    "area": (AnnexIiiArea, _areas),
    **{principle.value: (PrincipleOutcome, partial(_principle, principle)) for principle in Principle},
}


def stored(name: str) -> str:
    """Return the name that a facet has in the read model: the first two got theirs before parameters had names."""
    return {"theme": "themes", "technique": "techniques"}.get(name, name)
