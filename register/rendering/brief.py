"""What the opening block says beside the answers: the short answer to "does it decide about me?", and who watches over it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from register.domain.standard.vocabularies import DecisionRole
from register.domain.supervisors import ADDRESSES, supervisors
from register.labels import explanation, label
from register.translations import N_, Language, gettext

VERDICTS = {
    DecisionRole.NONE: N_("No."),
    DecisionRole.INFORMS: N_("No."),
    DecisionRole.SUPPORTS: N_("No."),
    DecisionRole.ADVISES: N_("No."),
    DecisionRole.SELECTS: N_("In part."),
    DecisionRole.DECIDES: N_("Yes."),
}


@dataclass(frozen=True, slots=True)
class Watcher:
    """A supervisor in words: its name, what it is for and by which law, and whether it is sure that it watches over this."""

    name: str
    meaning: str
    href: str
    is_certain: bool


def verdict(document: Mapping[str, Any], language: Language) -> str:
    """Say in a sentence or two whether it decides about people; "" when the document does not tell."""
    role = document.get("decision_role")
    if role not in set(DecisionRole):
        return ""
    return f"{gettext(language, VERDICTS[DecisionRole(role)])} {explanation(DecisionRole(role), language)}"


def steps(language: Language) -> list[tuple[str, str]]:
    """Return the steps from no role in a decision to all of it, each with its word."""
    return [(role.value, label(role, language)) for role in DecisionRole]


def watchers(document: Mapping[str, Any], language: Language) -> tuple[Watcher, ...]:
    """Name who watches over what the document describes."""
    return tuple(
        Watcher(label(found.supervisor, language), explanation(found.supervisor, language), ADDRESSES[found.supervisor], found.is_certain)
        for found in supervisors(document)
    )
