"""Reading products as the public knows them."""

from collections.abc import Mapping, Sequence
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
from register.translations import Language
from register.translations.formats import localised

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
    found = _rows(session, (_P.number == number,), as_of)
    return found[0] if found else None


def by_version(session: Session, number: str, version: int) -> PublicProductRow | None:
    """Return one version of a product, or None."""
    row = session.execute(select(_P.document, _P.valid_from, _P.is_example).where(_P.number == number, _P.version == version)).first()
    return None if row is None else PublicProductRow(orjson.loads(row.document), row.valid_from, row.is_example, 0)


def names(session: Session, numbers: Sequence[str], as_of: date | None = None) -> dict[str, dict[str, str]]:
    """Return the names of products, per language, by number."""
    rows = session.execute(select(_P.number, _P.document).where(_P.number.in_(numbers), holds(as_of, _P.valid_from, _P.valid_to)))
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
    session: Session, words: str = "", as_of: date | None = None, language: Language = "nl", *, offset: int = 0, limit: int = 50
) -> tuple[Sequence[PublicProductRow], int]:
    """Return a page of products by their name in a language, and how many there are in all. Words may be of either language."""
    wanted = folded_name(words).split()
    found = [row for row in _rows(session, (), as_of) if _is_called(row.document["name"], wanted)]
    found.sort(key=lambda row: folded_name(localised(row.document["name"], language).text))
    return found[offset : offset + limit], len(found)


def _is_called(names: Mapping[str, str], wanted: Sequence[str]) -> bool:
    return any(all(word in folded_name(name) for word in wanted) for name in names.values())


def _using(as_of: date | None) -> tuple[Any, ...]:
    """Return what makes a registration one that a list shows, and so one that counts."""
    return (holds(as_of), _R.state == RecordState.PUBLISHED, _R.document.is_not(None))


def _rows(session: Session, where: tuple[Any, ...], as_of: date | None) -> list[PublicProductRow]:
    used = select(_R.product_number, func.count().label("deployments")).where(*_using(as_of)).group_by(_R.product_number).subquery()
    statement = select(_P.document, _P.valid_from, _P.is_example, func.coalesce(used.c.deployments, 0)).outerjoin(
        used, used.c.product_number == _P.number
    )
    statement = statement.where(holds(as_of, _P.valid_from, _P.valid_to), *where)
    rows = session.execute(statement.order_by(_P.sort_title, _P.id))
    return [PublicProductRow(orjson.loads(content), at, example, count) for content, at, example, count in rows]
