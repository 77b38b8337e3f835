"""Reading products as the public knows them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, NamedTuple

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


class _Found(NamedTuple):
    number: str
    document: dict[str, Any]
    valid_from: datetime
    is_example: bool


def by_number(session: Session, number: str, as_of: date | None = None) -> PublicProductRow | None:
    """Return a product as it is known, or None."""
    found = _with_deployments(session, _rows(session, (_P.number == number,), as_of), as_of)
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
    found = [each for each in _rows(session, (), as_of) if _is_called(each.document["name"], wanted)]
    found.sort(key=lambda each: folded_name(localised(each.document["name"], language).text))
    return _with_deployments(session, found[offset : offset + limit], as_of), len(found)


def _is_called(names: Mapping[str, str], wanted: Sequence[str]) -> bool:
    return any(all(word in folded_name(name) for word in wanted) for name in names.values())


def _using(as_of: date | None) -> tuple[Any, ...]:
    """Return what makes a registration one that a list shows, and so one that counts."""
    return (holds(as_of), _R.state == RecordState.PUBLISHED, _R.document.is_not(None))


def _rows(session: Session, where: tuple[Any, ...], as_of: date | None) -> Sequence[_Found]:
    """Return the products that hold."""
    statement = select(_P.number, _P.document, _P.valid_from, _P.is_example).where(holds(as_of, _P.valid_from, _P.valid_to), *where)
    return [
        _Found(row.number, orjson.loads(row.document), row.valid_from, row.is_example) for row in session.execute(statement.order_by(_P.id))
    ]


def _with_deployments(session: Session, found: Sequence[_Found], as_of: date | None) -> list[PublicProductRow]:
    """Count the registrations of these products, one by one: of several at once SQLite would read the whole register."""
    used = select(func.count()).where(*_using(as_of), _R.product_number == _P.number).scalar_subquery().label("deployments")
    held = select(_P.number, used).where(holds(as_of, _P.valid_from, _P.valid_to), _P.number.in_([each.number for each in found]))
    counts = {row.number: row.deployments for row in session.execute(held)}
    return [PublicProductRow(each.document, each.valid_from, each.is_example, counts[each.number]) for each in found]
