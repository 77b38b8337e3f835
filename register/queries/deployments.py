"""Other registrations of the product that one uses, and how their answers differ from it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import orjson
from sqlalchemy import Row
from sqlalchemy.orm import Session

from register.ports import SearchIndex
from register.queries import registrations
from register.queries.registrations import Selection, Sort

#: What is set side by side: the answers that each body gives for itself.
COMPARED = ("decision_role", "category", "status", "assessments")


@dataclass(frozen=True, slots=True)
class Deployment:
    """Another registration of the same product: its answers, and the names of those that differ."""

    row: Row[Any]
    answers: Mapping[str, Any]
    differing: frozenset[str]


def others(
    session: Session, index: SearchIndex, row: Row[Any], document: Mapping[str, Any], as_of: date | None, *, limit: int
) -> tuple[list[Deployment], int]:
    """Return the newest other deployments of the product of a registration, and how many there are; nothing where it uses none."""
    if not row.product_number:
        return [], 0
    selection = Selection(facets={"product": (row.product_number,)}, as_of=as_of, sort=Sort.NEWEST)
    found = [each for each in registrations.listed(session, index, selection, offset=0, limit=limit + 1) if each.number != row.number]
    total = registrations.counted(session, index, selection)
    here = answers(document)
    contents = dict(registrations.documents(session, [each.id for each in found[:limit]]))
    deployments = []
    for each in found[:limit]:
        told = answers(orjson.loads(contents[each.id]))
        deployments.append(Deployment(each, told, frozenset(name for name in COMPARED if told[name] != here[name])))
    return deployments, max(0, total - 1)


def answers(document: Mapping[str, Any]) -> dict[str, Any]:
    """Return what a document answers to what is set side by side: words of vocabularies, and the assessments that were done."""
    done = [each["kind"] for each in document.get("impact_assessments") or () if each.get("status") == "done"]
    return {
        "decision_role": document.get("decision_role"),
        "category": (document.get("classification") or {}).get("riskCategory"),
        "status": document.get("status"),
        "assessments": tuple(sorted(done)),
    }
