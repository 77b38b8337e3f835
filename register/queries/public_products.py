"""Reading products as the public knows them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import orjson
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from register.domain.calendar import end_of
from register.domain.organisations import folded_name
from register.domain.public_records import RecordState
from register.models import PublicProduct, PublicRegistration
from register.queries.held import holds

_P = PublicProduct.__table__.c
_R = PublicRegistration.__table__.c


@dataclass(frozen=True, slots=True)
class PublicProductRow:
    """A product version: its public document, when it was published, and how many registrations use the product."""

    document: dict[str, Any]
    valid_from: datetime
    is_example: bool
    deployments: int


def by_number(session: Session, number: str, as_of: date | None = None) -> PublicProductRow | None:
    """Return a product as it is known, or None."""
    found, _ = _rows(session, (_P.number == number,), as_of, 0, 1)
    return found[0] if found else None


def by_version(session: Session, number: str, version: int) -> PublicProductRow | None:
    """Return one version of a product, or None."""
    row = session.execute(select(_P.document, _P.valid_from, _P.is_example).where(_P.number == number, _P.version == version)).first()
    return None if row is None else PublicProductRow(orjson.loads(row.document), row.valid_from, row.is_example, 0)


def names(session: Session, numbers: Sequence[str]) -> dict[str, dict[str, str]]:
    """Return the newest names of products, per language, by number."""
    rows = session.execute(select(_P.number, _P.document).where(_P.number.in_(numbers), _P.valid_to.is_(None)))
    return {row.number: orjson.loads(row.document)["name"] for row in rows}


def versions(session: Session, number: str, as_of: date | None = None) -> Sequence[PublicProductRow]:
    """Return the versions of a product that there were, newest first, each with the registrations that used that version."""
    used = (
        select(_R.product_version, func.count().label("deployments"))
        .where(*_using(as_of), _R.product_number == number)
        .group_by(_R.product_version)
        .subquery()
    )
    statement = (
        select(_P.document, _P.valid_from, _P.is_example, func.coalesce(used.c.deployments, 0))
        .outerjoin(used, used.c.product_version == _P.version)
        .where(_P.number == number, *([] if as_of is None else [_P.valid_from < end_of(as_of)]))
        .order_by(_P.version.desc())
    )
    return [PublicProductRow(orjson.loads(content), at, example, count) for content, at, example, count in session.execute(statement)]


def listed(
    session: Session, words: str = "", as_of: date | None = None, *, offset: int = 0, limit: int = 50
) -> tuple[Sequence[PublicProductRow], int]:
    """Return a page of products by name, and how many there are in all."""
    return _rows(session, tuple(_P.sort_title.contains(word, autoescape=True) for word in folded_name(words).split()), as_of, offset, limit)


def _using(as_of: date | None) -> tuple[Any, ...]:
    """Return what makes a registration one that a list shows, and so one that counts."""
    return (holds(as_of), _R.state == RecordState.PUBLISHED, _R.document.is_not(None))


def _rows(session: Session, where: tuple[Any, ...], as_of: date | None, offset: int, limit: int) -> tuple[Sequence[PublicProductRow], int]:
    used = select(_R.product_number, func.count().label("deployments")).where(*_using(as_of)).group_by(_R.product_number).subquery()
    statement = select(_P.document, _P.valid_from, _P.is_example, func.coalesce(used.c.deployments, 0)).outerjoin(
        used, used.c.product_number == _P.number
    )
    statement = statement.where(holds(as_of, _P.valid_from, _P.valid_to), *where)
    total = session.scalar(statement.with_only_columns(func.count())) or 0
    rows = session.execute(statement.order_by(_P.sort_title, _P.id).offset(offset).limit(limit))
    return [PublicProductRow(orjson.loads(content), at, example, count) for content, at, example, count in rows], total
