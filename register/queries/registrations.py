"""Reading the public register: one registration, its versions, and the selections that people make.

Reads the public read model and nothing else, with SQLAlchemy Core. Every
question can be asked "as of" a day: rows say from when until when they held.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from pyroaring import BitMap
from sqlalchemy import Row, Select, func, select, tuple_
from sqlalchemy.orm import Session

from register.domain.calendar import end_of
from register.domain.public_records import RecordState
from register.models import PublicRegistration
from register.ports import SearchIndex
from register.queries import hits
from register.queries.columns import Columns, columns
from register.queries.held import holds
from register.queries.marking import Marking
from register.queries.orders import Sort, order
from register.queries.selections import FACET_NAMES, Selection, matching, number_in

__all__ = ["CARD", "FACET_NAMES", "Page", "Selection", "Sort"]

_R = PublicRegistration.__table__.c

#: What a list needs of a row: everything but the document and the search text.
CARD = (
    _R.id, _R.number, _R.version, _R.state, _R.valid_from, _R.first_published_at, _R.organisation_number, _R.organisation_name,
    _R.product_number, _R.product_version, _R.language, _R.title, _R.kind, _R.status, _R.decision_role, _R.is_mirrored, _R.is_example,
    _R.review_due, _R.completeness, _R.card, _R.tombstone,
)  # fmt: skip

#: So many documents are in memory at once when a whole selection is read.
_AT_ONCE = 100

#: All that there is to read of one: everything but the text for finding it.
_WHOLE = select(*(column for column in PublicRegistration.__table__.columns if column is not _R.search_text))


@dataclass(frozen=True, slots=True)
class Page:
    """A page of a selection: the rows, and how many there are in all."""

    rows: Sequence[Row[Any]]
    total: int


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
    there = columns(session, index)
    if selection.sort is Sort.RELEVANCE and selection.words.strip():
        return _rows(session, _ranked(session, index, there, selection)[offset : offset + limit])
    found = matching(session, index, there, selection)
    return _rows(
        session, order(session, there, _usual(selection), selection.as_of, selection.language).page(found, offset=offset, limit=limit)
    )


def all_of(session: Session, index: SearchIndex, selection: Selection) -> Iterator[Row[Any]]:
    """Yield everything that a selection finds, documents and all, in its order and a few at a time."""
    there = columns(session, index)
    if selection.sort is Sort.RELEVANCE and selection.words.strip():
        ids = _ranked(session, index, there, selection)
    else:
        found = matching(session, index, there, selection)
        ids = order(session, there, _usual(selection), selection.as_of, selection.language).page(found, offset=0, limit=len(found))
    for start in range(0, len(ids), _AT_ONCE):
        some = ids[start : start + _AT_ONCE]
        rows = {row.id: row for row in session.execute(_WHOLE.where(_R.id.in_(some)))}
        yield from (rows[each] for each in some)


def following(
    session: Session, index: SearchIndex, selection: Selection, *, after: tuple[datetime | str, int] | None, limit: int
) -> Sequence[Row[Any]]:
    """Return what comes after a place in the order by moment or name, so that whoever follows page by page skips nothing.

    A place is a row's `valid_from` or `sort_title`, and its id; None is the
    beginning. Relevance and the order by organisation have no such places: use `search`.
    """
    there = columns(session, index)
    found, sort = matching(session, index, there, selection), _usual(selection)
    places = order(session, there, sort, selection.as_of)
    if after is None:
        return _rows(session, places.page(found, offset=0, limit=limit))
    if places.has(after[1]):
        return _rows(session, places.after(found, after[1], limit))
    return _rows(session, places.beginning_at(found, _next(session, sort, selection.as_of, after), limit))


def counted(session: Session, index: SearchIndex, selection: Selection) -> int:
    """Count what a selection finds."""
    return len(matching(session, index, columns(session, index), selection))


def _ranked(session: Session, index: SearchIndex, there: Columns, selection: Selection) -> Sequence[int]:
    """Return the ids of all that is found with the best first."""

    def ranked() -> Sequence[int]:
        found: BitMap = matching(session, index, there, selection)
        finder = hits.Finder(session, index, there, selection.as_of)
        return finder.ranked(hits.read(selection.words, selection.language), found, selection.words)

    return there.keep(("ranked", selection.name), ranked)


def _usual(selection: Selection) -> Sort:
    return Sort.NEWEST if selection.sort is Sort.RELEVANCE else selection.sort


def _next(session: Session, sort: Sort, as_of: date | None, after: tuple[datetime | str, int]) -> int | None:
    """Return the row that comes after a place whose own row is not listed any more."""
    if sort is Sort.NAME:
        statement = select(_R.id).where(tuple_(_R.sort_title, _R.id) > after).order_by(_R.sort_title, _R.id)
    else:
        statement = select(_R.id).where(tuple_(_R.valid_from, _R.id) < after).order_by(_R.valid_from.desc(), _R.id.desc())
    return session.scalar(statement.where(holds(as_of)).limit(1))


def marking(session: Session, index: SearchIndex, selection: Selection) -> Marking:
    """Return which words are what a selection looks for; of a number there are none."""
    if number_in(selection.words):
        return Marking()
    return hits.finder(session, index, selection.as_of).marking(hits.read(selection.words, selection.language))


def documents(session: Session, ids: Sequence[int]) -> Iterator[tuple[int, bytes]]:
    """Yield the documents of these rows, by id."""
    if ids:
        yield from session.execute(select(_R.id, _R.document).where(_R.id.in_(ids), _R.document.is_not(None)))


def names(session: Session, numbers: Sequence[str]) -> dict[str, dict[str, str]]:
    """Return the newest names of registrations, per language, by number; none of what was redacted."""
    statement = select(_R.number, _R.card).where(_R.number.in_(numbers), holds(None))
    return {str(number): card["name"] for number, card in session.execute(statement) if "name" in card}


def languages(session: Session, numbers: Sequence[str]) -> dict[str, str]:
    """Return the language in which each registration was written, by number."""
    statement = select(_R.number, func.max(_R.language)).where(_R.number.in_(numbers)).group_by(_R.number)
    return {str(number): str(language) for number, language in session.execute(statement)}


def by_ids(session: Session, ids: Sequence[int]) -> list[Row[Any]]:
    """Return what lists show of these rows, in this order."""
    return _rows(session, ids)


def _rows(session: Session, ids: Sequence[int]) -> list[Row[Any]]:
    """Return the rows with these ids, in that order."""
    cards: Select[Any] = select(*CARD, _R.sort_title).where(_R.id.in_(ids))
    rows = {row.id: row for row in session.execute(cards)}
    return [rows[each] for each in ids]
