"""Reading the public register: one registration, its versions, and the selections that people make.

Reads the public read model and nothing else, with SQLAlchemy Core. Every
question can be asked "as of" a day: rows say from when until when they held.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import CTE, ColumnElement, Row, Select, and_, false, func, or_, select, tuple_
from sqlalchemy.orm import Session

from register.domain.calendar import end_of
from register.domain.facets import FACETS, stored
from register.domain.public_records import RecordState
from register.models import PublicFacet, PublicRegistration
from register.ports import SearchIndex

_R = PublicRegistration.__table__.c
_F = PublicFacet.__table__.c

#: Facets that are a column of the row, and those that are rows of their own.
COLUMN_FACETS = {"kind": _R.kind, "status": _R.status, "decisionRole": _R.decision_role, "organisation": _R.organisation_number}
LIST_FACETS = tuple(FACETS)

#: What a list needs of a row: everything but the document and the search text.
CARD = (
    _R.id, _R.number, _R.version, _R.state, _R.valid_from, _R.first_published_at, _R.organisation_number, _R.organisation_name,
    _R.product_number, _R.product_version, _R.language, _R.title, _R.kind, _R.status, _R.decision_role, _R.is_mirrored, _R.is_example,
    _R.review_due, _R.completeness, _R.card, _R.tombstone,
)  # fmt: skip

#: All that there is to read of one: everything but the text for finding it.
_WHOLE = select(*(column for column in PublicRegistration.__table__.columns if column is not _R.search_text))


class Sort(StrEnum):
    """The orders of a list."""

    RELEVANCE = "relevance"
    NEWEST = "newest"
    NAME = "name"


@dataclass(frozen=True, slots=True)
class Selection:
    """What somebody is looking for.

    `facets` maps a facet to the words of which one must hold. None for
    `mirrored` or `example` is both. `overdue_on` asks for what the owner
    should have looked at again before that day.
    """

    words: str = ""
    facets: Mapping[str, Sequence[str]] = field(default_factory=dict)
    product: str = ""
    mirrored: bool | None = None
    example: bool | None = None
    overdue_on: date | None = None
    as_of: date | None = None
    sort: Sort = Sort.RELEVANCE


@dataclass(frozen=True, slots=True)
class Page:
    """A page of a selection: the rows, and how many there are in all."""

    rows: Sequence[Row[Any]]
    total: int


def holds(
    as_of: date | None, valid_from: ColumnElement[datetime] = _R.valid_from, valid_to: ColumnElement[datetime | None] = _R.valid_to
) -> ColumnElement[bool]:
    """Return the condition that a row held at the end of that day; now when there is no day."""
    if as_of is None:
        return valid_to.is_(None)
    moment = end_of(as_of)
    return and_(valid_from < moment, or_(valid_to.is_(None), valid_to >= moment))


def by_number(session: Session, number: str, as_of: date | None = None) -> Row[Any] | None:
    """Return the public row of a registration, or None: unknown, draft and restricted look the same."""
    return session.execute(_WHOLE.where(_R.number == number, holds(as_of))).first()


def by_version(session: Session, number: str, version: int) -> Row[Any] | None:
    """Return the public row of one published version, or None."""
    return session.execute(_WHOLE.where(_R.number == number, _R.version == version, _R.state == RecordState.PUBLISHED)).first()


def history(session: Session, number: str, as_of: date | None = None) -> Sequence[Row[Any]]:
    """Return all public states of a registration, newest first; up to the end of a day when asked so."""
    statement: Select[Any] = select(*CARD, _R.valid_to, _R.public_sha256, _R.is_four_eyes).where(_R.number == number).order_by(_R.id.desc())
    if as_of is not None:
        statement = statement.where(_R.valid_from < end_of(as_of))
    return session.execute(statement).all()


def search(session: Session, index: SearchIndex, selection: Selection, *, offset: int, limit: int) -> Page:
    """Return a page of the registrations that a selection finds."""
    return Page(listed(session, index, selection, offset=offset, limit=limit), counted(session, index, selection))


def listed(session: Session, index: SearchIndex, selection: Selection, *, offset: int, limit: int) -> Sequence[Row[Any]]:
    """Return the rows of a page."""
    statement, score = _ranked(index, selection)
    return _rows(session, _ordered(statement, selection, score).offset(offset).limit(limit))


def following(
    session: Session, index: SearchIndex, selection: Selection, *, after: tuple[datetime | str, int] | None, limit: int
) -> Sequence[Row[Any]]:
    """Return what comes after a place in the order by moment or name, so that whoever follows page by page skips nothing.

    A place is a row's `valid_from` or `sort_title`, and its id; None is the
    beginning. Relevance has no such places: use `search`.
    """
    statement = selected(index, selection)
    if after is not None:
        is_by_name = selection.sort is Sort.NAME
        statement = statement.where(tuple_(_R.sort_title, _R.id) > after if is_by_name else tuple_(_R.valid_from, _R.id) < after)
    return _rows(session, _ordered(statement, selection, None).limit(limit))


def counted(session: Session, index: SearchIndex, selection: Selection) -> int:
    """Count what a selection finds."""
    statement = selected(index, selection)
    return session.scalar(statement.with_only_columns(func.count())) or 0


def organisation_names(session: Session, numbers: Sequence[str]) -> dict[str, str]:
    """Return the names of bodies as their newest registration has them, by number."""
    statement = (
        select(_R.organisation_number, func.max(_R.organisation_name))
        .where(_R.organisation_number.in_(numbers))
        .group_by(_R.organisation_number)
    )
    return {str(number): str(name) for number, name in session.execute(statement)}


def _rows(session: Session, statement: Select[Any]) -> list[Row[Any]]:
    """Return the rows of which a statement gives the ids. They are put in order by those alone, because a whole row is heavy."""
    ids = session.scalars(statement).all()
    cards: Select[Any] = select(*CARD, _R.sort_title).where(_R.id.in_(ids))
    rows = {row.id: row for row in session.execute(cards)}
    return [rows[each] for each in ids]


def selected(index: SearchIndex, selection: Selection) -> Select[Any]:
    """Return the statement for the ids that a selection finds."""
    statement, hits = _sought(index, selection)
    if hits is None:
        return statement
    found = _found(hits.c.row_id)
    return statement.join(found, found.c.row_id == _R.id)


def _ranked(index: SearchIndex, selection: Selection) -> tuple[Select[Any], ColumnElement[float] | None]:
    """Return the same with the score of each hit, which takes time to work out; None where it is not asked for."""
    statement, hits = _sought(index, selection)
    if hits is None or selection.sort is not Sort.RELEVANCE:
        return selected(index, selection), None
    found = _found(hits.c.row_id, hits.c.score)
    return statement.join(found, found.c.row_id == _R.id), found.c.score


def _sought(index: SearchIndex, selection: Selection) -> tuple[Select[Any], Any | None]:
    """Return the statement for all but the words, and the hits that they have in the index; None when there is nothing to look up."""
    statement: Select[Any] = select(_R.id).where(*_conditions(selection))
    if not selection.words.strip():
        return statement, None
    number = "".join(selection.words.split())
    if number.isdigit() and len(number) == 9:
        return statement.where(_R.number == number), None
    hits = index.matches(selection.words, is_current=selection.as_of is None)
    return (statement.where(false()), None) if hits is None else (statement, hits)


def _found(*columns: ColumnElement[Any]) -> CTE:
    """Return the hits, looked up once: else a planner may search the index again for every row."""
    return select(*columns).cte("found").prefix_with("MATERIALIZED")


def _conditions(selection: Selection) -> Iterator[ColumnElement[bool]]:
    yield from (holds(selection.as_of), _R.state == RecordState.PUBLISHED, _R.document.is_not(None))
    yield from (_facet_is(name, words) for name, words in selection.facets.items() if words)
    if selection.product:
        yield _R.product_number == selection.product
    if selection.mirrored is not None:
        yield _R.is_mirrored == selection.mirrored
    if selection.example is not None:
        yield _R.is_example == selection.example
    if selection.overdue_on is not None:
        yield from (_R.review_due != "", _R.review_due < selection.overdue_on.isoformat())


def _facet_is(name: str, words: Sequence[str]) -> ColumnElement[bool]:
    if name in COLUMN_FACETS:
        return COLUMN_FACETS[name].in_(words)
    return select(_F.registration_id).where(_F.registration_id == _R.id, _F.facet == stored(name), _F.word.in_(words)).exists()


def _ordered(statement: Select[Any], selection: Selection, score: ColumnElement[float] | None) -> Select[Any]:
    if selection.sort is Sort.RELEVANCE and score is not None:
        return statement.order_by(score.desc(), _R.valid_from.desc(), _R.id.desc())
    if selection.sort is Sort.NAME:
        return statement.order_by(_R.sort_title, _R.id)
    return statement.order_by(_R.valid_from.desc(), _R.id.desc())
