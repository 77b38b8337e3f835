"""Reading the change feed: what happened in the public register, by its sequence."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import Row, select
from sqlalchemy.orm import Session

from register.domain.calendar import end_of
from register.models import PublicChange

_C = PublicChange.__table__.c


def since(session: Session, sequence: int, *, limit: int, organisation: str = "") -> Sequence[Row[Any]]:
    """Return the changes after a sequence, oldest first: a reader that keeps the last one misses nothing."""
    statement = select(PublicChange.__table__).where(_C.sequence > sequence).order_by(_C.sequence).limit(limit)
    if organisation:
        statement = statement.where(_C.organisation_number == organisation)
    return session.execute(statement).all()


def newest(session: Session, *, limit: int, before: int | None = None, as_of: date | None = None) -> Sequence[Row[Any]]:
    """Return the newest changes first: those before a sequence, and up to the end of a day, when asked so."""
    statement = select(PublicChange.__table__).order_by(_C.sequence.desc()).limit(limit)
    if before is not None:
        statement = statement.where(_C.sequence < before)
    if as_of is not None:
        statement = statement.where(_C.at < end_of(as_of))
    return session.execute(statement).all()
