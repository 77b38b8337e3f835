"""Reading the change feed: what happened in the public register, by its sequence."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Row, func, select
from sqlalchemy.orm import Session

from register.domain.calendar import day_of, end_of
from register.models import PublicChange

_C = PublicChange.__table__.c


@dataclass(frozen=True, slots=True)
class Asked:
    """Which changes somebody wants: of these kinds, of one body, of one registration or product, from a day until a day. Nothing is all."""

    kinds: Sequence[str] = ()
    organisation: str = ""
    number: str = ""
    first: date | None = None
    last: date | None = None

    def conditions(self) -> Iterator[ColumnElement[bool]]:
        """Yield what a change must meet."""
        if self.kinds:
            yield _C.kind.in_(self.kinds)
        if self.organisation:
            yield _C.organisation_number == self.organisation
        if self.number:
            yield _C.number == self.number
        if self.first is not None:
            yield _C.at >= end_of(date.fromordinal(self.first.toordinal() - 1))
        if self.last is not None:
            yield _C.at < end_of(self.last)


ALL = Asked()


def since(session: Session, sequence: int, *, limit: int, asked: Asked = ALL) -> Sequence[Row[Any]]:
    """Return the changes after a sequence, oldest first: a reader that keeps the last one misses nothing."""
    statement = select(PublicChange.__table__).where(_C.sequence > sequence, *asked.conditions())
    return session.execute(statement.order_by(_C.sequence).limit(limit)).all()


def newest(session: Session, *, limit: int, asked: Asked = ALL, before: int | None = None, as_of: date | None = None) -> Sequence[Row[Any]]:
    """Return the newest changes first: those before a sequence, and up to the end of a day, when asked so."""
    statement = select(PublicChange.__table__).where(*asked.conditions()).order_by(_C.sequence.desc()).limit(limit)
    if before is not None:
        statement = statement.where(_C.sequence < before)
    if as_of is not None:
        statement = statement.where(_C.at < end_of(as_of))
    return session.execute(statement).all()


def first_day(session: Session) -> date | None:
    """Return the day of the first change; None when there is none."""
    first = session.scalar(select(func.min(_C.at)))
    return None if first is None else day_of(first)
