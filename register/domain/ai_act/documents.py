"""The facts of a registration: what its AI Act field holds, and what its other fields say already."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from enum import StrEnum
from typing import Any

from register.domain.ai_act.codec import TOLD_ELSEWHERE, read
from register.domain.ai_act.establish import establish
from register.domain.ai_act.facts import Facts, Lifecycle
from register.domain.ai_act.findings import Finding
from register.domain.ai_act.questions import Question, open_questions
from register.domain.standard.vocabularies import DecisionRole, Kind, Status

#: A pilot with real effects on people counts as use; one without is development, and says so in its status.
LIFECYCLE = {
    Status.EXPLORING: Lifecycle.EXPLORING,
    Status.IN_DEVELOPMENT: Lifecycle.IN_DEVELOPMENT,
    Status.PILOT: Lifecycle.PILOT_REAL_EFFECTS,
    Status.IN_USE: Lifecycle.IN_USE,
    Status.SUSPENDED: Lifecycle.SUSPENDED,
    Status.STOPPED: Lifecycle.STOPPED,
    Status.RETIRED: Lifecycle.RETIRED,
}


def facts_of(document: Mapping[str, Any]) -> Facts:
    """Return the facts of a checked document, product fields included. Whatever is registered has an algorithm."""
    told = (document.get("ai_act") or {}).get("facts") or {}
    status, role = document.get("status"), document.get("decision_role")
    return replace(
        read(told)[0],
        contains_algorithm=True,
        lifecycle=LIFECYCLE[Status(status)] if status in set(Status) else None,
        decision_role=DecisionRole(role) if role in set(DecisionRole) else None,
    )


def open_for(document: Mapping[str, Any], on: date) -> tuple[Question, ...]:
    """Return the questions about the act that a document leaves open: not answered, and not answered with “I don't know” either."""
    said = document.get("ai_act") or {}
    found = open_questions(facts_of(document), said.get("facts") or {}, tuple(said.get("unsure") or ()), on)
    return tuple(each for each in found if each.name not in TOLD_ELSEWHERE)


class ProhibitedAction(StrEnum):
    """What a body does about what the law prohibits, where its status does not say so already."""

    STOPPING = "stopping"
    SUSPENDING = "suspending"
    CONTESTED = "contested"


#: Whoever has one of these has stopped.
ENDED = (Status.SUSPENDED, Status.STOPPED, Status.RETIRED)


def needs_action(document: Mapping[str, Any]) -> bool:
    """Say whether the law prohibits this, and its body has not said what it does about that."""
    said = document.get("ai_act") or {}
    if document.get("status") in ENDED or said.get("action"):
        return False
    return establish(facts_of(document)).found[Finding.PROHIBITED] is True


def kind_conflicts(document: Mapping[str, Any]) -> bool:
    """Say whether the kind of a registration is another than its facts make of it."""
    kind = document.get("kind")
    if kind not in set(Kind) or "ai_act" not in document:
        return False
    is_ai = establish(facts_of(document)).found[Finding.AI]
    return is_ai is not None and is_ai is (kind == Kind.ALGORITHM)


def is_high_risk(document: Mapping[str, Any]) -> bool:
    """Say whether the facts of a document make it high-risk."""
    return "ai_act" in document and establish(facts_of(document)).found[Finding.HIGH_RISK] is True
