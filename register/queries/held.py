"""When a row of the read model held: its validity, asked as of a day."""

from datetime import date, datetime

from sqlalchemy import ColumnElement, and_, or_

from register.domain.calendar import end_of
from register.models import PublicRegistration

_R = PublicRegistration.__table__.c


def holds(
    as_of: date | None, valid_from: ColumnElement[datetime] = _R.valid_from, valid_to: ColumnElement[datetime | None] = _R.valid_to
) -> ColumnElement[bool]:
    """Return the condition that a row held at the end of that day; now when there is no day."""
    if as_of is None:
        return valid_to.is_(None)
    moment = end_of(as_of)
    return and_(valid_from < moment, or_(valid_to.is_(None), valid_to >= moment))
