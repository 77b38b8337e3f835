"""Filling the search indexes and the facets anew, when a release keeps other words in them than the one before."""

from collections.abc import Callable
from typing import cast

import orjson
from sqlalchemy import Table, delete, func, select, update
from sqlalchemy.orm import Session

from register.domain.public_records import RecordState
from register.models import PublicFacet, PublicRegistration, PublicState
from register.ports import SearchIndex
from register.services import public_records

#: Raise this when other words are kept: of the texts, their stems, or the facets.
SEARCH_VERSION = "2"

_STATE = cast(Table, PublicState.__table__)
_BATCH = 200


def is_current(session: Session) -> bool:
    """Say whether the indexes were filled by this release or one like it."""
    return session.scalar(select(PublicState.search_version)) == SEARCH_VERSION


def note(session: Session) -> None:
    """Say that rows and indexes were made anew by this release: what was kept of them in memory does not count any more."""
    session.execute(update(_STATE).values(generation=_STATE.c.generation + 1, search_version=SEARCH_VERSION))


def fill(session: Session, search: SearchIndex, *, progress: Callable[[int, int], None] | None = None) -> int:
    """Fill the indexes and the facets from the public documents that are there; return of how many."""
    public_records.hold(session)
    session.execute(delete(PublicFacet))
    total = session.scalar(select(func.count()).where(PublicRegistration.document.is_not(None))) or 0
    done = last = 0
    while rows := _after(session, last):
        last = rows[-1].id
        search.remove(session, [row.id for row in rows])
        for row in rows:
            if row.state is RecordState.PUBLISHED:
                public_records.add_to_index(session, search, row.id, orjson.loads(row.document or b"{}"))
            if row.valid_to is not None:
                search.retire(session, [row.id])
        session.flush()
        session.expunge_all()
        done += len(rows)
        if progress is not None:
            progress(done, total)
    note(session)
    return done


def _after(session: Session, row_id: int) -> list[PublicRegistration]:
    statement = select(PublicRegistration).where(PublicRegistration.id > row_id, PublicRegistration.document.is_not(None))
    return list(session.scalars(statement.order_by(PublicRegistration.id).limit(_BATCH)))
