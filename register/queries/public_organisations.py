"""Reading public bodies as the public knows them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import orjson
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from register.domain.organisations import folded_name
from register.domain.public_records import RecordState
from register.models import PublicOrganisation, PublicRegistration
from register.queries.held import holds
from register.translations import Language
from register.translations.formats import localised

_O = PublicOrganisation.__table__.c
_R = PublicRegistration.__table__.c


@dataclass(frozen=True, slots=True)
class BodySelection:
    """Which bodies somebody wants: with registrations, without, or (None) both; examples, real ones, or (None) both."""

    words: str = ""
    types: Sequence[str] = ()
    registering: bool | None = None
    example: bool | None = None
    as_of: date | None = None
    language: Language = "nl"


@dataclass(frozen=True, slots=True)
class PublicBody:
    """A body: its public document, and how many registrations it shows."""

    document: dict[str, Any]
    registrations: int


def by_number(session: Session, number: str, as_of: date | None = None) -> dict[str, Any] | None:
    """Return the public document of a body, or None."""
    statement = select(_O.document).where(_O.number == number, holds(as_of, _O.valid_from, _O.valid_to))
    content = session.scalars(statement).first()
    return None if content is None else orjson.loads(content)


def by_numbers(session: Session, numbers: Sequence[str], as_of: date | None = None) -> dict[str, dict[str, Any]]:
    """Return the public documents of bodies, by number."""
    statement = select(_O.number, _O.document).where(_O.number.in_(numbers), holds(as_of, _O.valid_from, _O.valid_to))
    return {number: orjson.loads(content) for number, content in session.execute(statement)}


def first_by_name(session: Session, numbers: Sequence[str], language: Language, *, limit: int, as_of: date | None = None) -> list[str]:
    """Return the numbers of the first of these bodies, in the order of their names in a language."""
    found = by_numbers(session, numbers, as_of)
    return sorted(found, key=lambda number: (_sort_name(found[number], language), number))[:limit]


def completeness(session: Session, number: str, as_of: date | None = None) -> int | None:
    """Return how full the registrations of a body are on average, in percent; None when it wrote none here itself."""
    statement = select(func.avg(_R.completeness)).where(
        _R.organisation_number == number, holds(as_of), _R.state == RecordState.PUBLISHED, _R.document.is_not(None)
    )
    found = session.scalar(statement)
    return None if found is None else round(found)


def listed(session: Session, asked: BodySelection, *, offset: int = 0, limit: int = 50) -> tuple[Sequence[PublicBody], int]:
    """Return a page of bodies by name, and how many there are in all."""
    counted = (
        select(_R.organisation_number, func.count().label("registrations"))
        .where(holds(asked.as_of), _R.state == RecordState.PUBLISHED, _R.document.is_not(None))
        .group_by(_R.organisation_number)
        .subquery()
    )
    statement = select(_O.document, func.coalesce(counted.c.registrations, 0)).outerjoin(
        counted, counted.c.organisation_number == _O.number
    )
    statement = statement.where(holds(asked.as_of, _O.valid_from, _O.valid_to))
    if asked.registering is not None:
        statement = statement.where(counted.c.registrations.is_not(None) == asked.registering)
    if asked.example is not None:
        statement = statement.where(_O.is_example == asked.example)
    if asked.types:
        statement = statement.where(_O.type.in_(asked.types))
    wanted = folded_name(asked.words).split()
    found = [PublicBody(orjson.loads(content), count) for content, count in session.execute(statement.order_by(_O.id))]
    found = [body for body in found if _is_called(body.document, wanted)]
    found.sort(key=lambda body: _sort_name(body.document, asked.language))
    return found[offset : offset + limit], len(found)


def _is_called(document: Mapping[str, Any], wanted: Sequence[str]) -> bool:
    """Say whether all words are in one of its names, or in its abbreviation."""
    names = (*document["names"].values(), document.get("abbreviation", ""))
    return any(all(word in folded_name(name) for word in wanted) for name in names)


def _sort_name(document: Mapping[str, Any], language: Language) -> str:
    return folded_name(localised(document["names"], language).text)
