"""The facts of a registration: what its AI Act field holds, and what its other fields say already."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from register.domain.ai_act.codec import read
from register.domain.ai_act.facts import Facts, Lifecycle
from register.domain.standard.vocabularies import DecisionRole, Status

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
