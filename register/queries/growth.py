"""How many registrations there were at the end of each of several days: all of them in one pass over the rows, however many days."""

from collections.abc import Sequence
from datetime import date, datetime
from itertools import accumulate

from sqlalchemy import ColumnElement, case, func, select
from sqlalchemy.orm import Session

from register.domain.calendar import end_of
from register.domain.public_records import RecordState
from register.models import PublicRegistration

_R = PublicRegistration.__table__.c


def at_ends(session: Session, days: Sequence[date], *, example: bool) -> list[int]:
    """Count what was listed at the end of each day, as a selection as of that day does. The days go from early to late."""
    if not days:
        return []
    ends = [end_of(day) for day in days]
    began, ended = _place(_R.valid_from, ends), _place(_R.valid_to, ends)
    counted = (
        select(began, ended, func.count())
        .where(_R.state == RecordState.PUBLISHED, _R.document.is_not(None), _R.is_example == example)
        .group_by(began, ended)
    )
    changes = [0] * (len(ends) + 1)
    for from_, to, number in session.execute(counted):
        changes[from_] += number
        changes[to] -= number
    return list(accumulate(changes[:-1]))


def _place(moment: ColumnElement[datetime] | ColumnElement[datetime | None], ends: Sequence[datetime]) -> ColumnElement[int]:
    """Return the place of the first end that a moment is before; that of none, also when there is no moment."""
    return case(*((moment < end, place) for place, end in enumerate(ends)), else_=len(ends))
