"""What happened in a selection since a moment: what is new, what changed, and what is no longer in it.

What was redacted whole or taken out of sight is in no selection, neither now
nor of any day, so nothing here can name it.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from pyroaring import BitMap
from sqlalchemy import Row, select
from sqlalchemy.orm import Session

from register.domain.calendar import day_of
from register.domain.public_records import RecordState
from register.domain.subscriptions import Happened
from register.models import PublicRegistration
from register.ports import SearchIndex
from register.queries import registrations
from register.queries.columns import columns
from register.queries.selections import Selection, matching, matching_of

_R = PublicRegistration.__table__.c
_AT_ONCE = 100


@dataclass(frozen=True, slots=True)
class Event:
    """What happened to one registration. Of one that is no longer in the selection, `row` is what it was when it still was."""

    what: Happened
    row: Row[Any]


def since(session: Session, index: SearchIndex, selection: Selection, moment: datetime) -> list[Event]:
    """Return what happened after a moment: first what is in the selection now, the newest first, and then what is not any more."""
    events = [
        Event(Happened.NEW if row.first_published_at > moment else Happened.CHANGED, row)
        for row in _changed(session, index, selection, moment)
    ]
    return events + list(_left(session, index, selection, moment))


def _changed(session: Session, index: SearchIndex, selection: Selection, moment: datetime) -> Iterator[Row[Any]]:
    start = 0
    while True:
        rows = registrations.listed(session, index, selection, offset=start, limit=_AT_ONCE)
        for row in rows:
            if row.valid_from <= moment:
                return
            yield row
        if len(rows) < _AT_ONCE:
            return
        start += _AT_ONCE


def _left(session: Session, index: SearchIndex, selection: Selection, moment: datetime) -> Iterator[Event]:
    """Yield what was in the selection at the moment and has no row in it now, by name."""
    was_there = select(_R.id, _R.number).where(_R.valid_from <= moment, _R.valid_to > moment)
    ended = {row.id: row.number for row in session.execute(was_there)}
    if not ended:
        return
    there = columns(session, index)
    then = replace(selection, as_of=day_of(moment))
    was = {ended[each]: each for each in matching_of(session, index, there, then, BitMap(ended) & there.listed)}
    numbers = select(_R.number).where(_R.valid_from <= moment, _R.valid_to > moment)
    states = {
        row.number: row for row in session.execute(select(_R.number, _R.id, _R.state).where(_R.valid_to.is_(None), _R.number.in_(numbers)))
    }
    now = matching(session, index, there, selection)
    gone = [row_id for number, row_id in was.items() if number in states and states[number].id not in now]
    rows = [row for start in range(0, len(gone), _AT_ONCE) for row in registrations.by_ids(session, gone[start : start + _AT_ONCE])]
    for row in sorted(rows, key=lambda each: str(each.sort_title)):
        is_withdrawn = states[row.number].state is RecordState.WITHDRAWN
        yield Event(Happened.WITHDRAWN if is_withdrawn else Happened.LEFT, row)
