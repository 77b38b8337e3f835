"""How many registrations there were at the end of each of several days: all of them in one pass over the rows, however many days."""

from collections.abc import Sequence
from datetime import date, datetime
from itertools import accumulate

from sqlalchemy import ColumnElement, case, func, literal, select
from sqlalchemy.orm import Session

from register.domain.calendar import end_of
from register.domain.public_records import RecordState
from register.models import PublicRegistration

_R = PublicRegistration.__table__.c

Moment = ColumnElement[datetime] | ColumnElement[datetime | None]


def at_ends(session: Session, days: Sequence[date], *, example: bool) -> list[int]:
    """Count what was listed at the end of each day, as a selection as of that day does. The days go from early to late."""
    if not days:
        return []
    ends = [end_of(day) for day in days]
    placed = (
        select(_place(_R.valid_from, ends, 0, len(ends)).label("began"), _place(_R.valid_to, ends, 0, len(ends)).label("ended"))
        .where(_R.state == RecordState.PUBLISHED, _R.document.is_not(None), _R.is_example == example)
        .subquery()
    )
    counted = select(placed.c.began, placed.c.ended, func.count()).group_by(placed.c.began, placed.c.ended)
    changes = [0] * (len(ends) + 1)
    for from_, to, number in session.execute(counted):
        changes[from_] += number
        changes[to] -= number
    return list(accumulate(changes[:-1]))


def _place(moment: Moment, ends: Sequence[datetime], low: int, high: int) -> ColumnElement[int]:
    """Return the place of the first end that a moment is before, or that after the last; without a moment too.

    It halves what is left with each comparison, for there may be a hundred thousand rows.
    """
    if low == high:
        return literal(low)
    middle = (low + high) // 2
    return case((moment < ends[middle], _place(moment, ends, low, middle)), else_=_place(moment, ends, middle + 1, high))
