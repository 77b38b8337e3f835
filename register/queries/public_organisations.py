"""Reading public bodies as the public knows them."""

from collections.abc import Sequence
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


def first_by_name(session: Session, numbers: Sequence[str], *, limit: int, as_of: date | None = None) -> list[str]:
    """Return the numbers of the first of these bodies, in the order of their names."""
    held = (_O.number.in_(numbers), holds(as_of, _O.valid_from, _O.valid_to))
    return list(session.scalars(select(_O.number).where(*held).order_by(_O.sort_name, _O.id).limit(limit)))


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
    for word in folded_name(asked.words).split():
        statement = statement.where(_O.sort_name.contains(word, autoescape=True))
    total = session.scalar(statement.with_only_columns(func.count())) or 0
    rows = session.execute(statement.order_by(_O.sort_name, _O.id).offset(offset).limit(limit))
    return [PublicBody(orjson.loads(content), count) for content, count in rows], total
