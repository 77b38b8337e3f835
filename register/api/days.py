"""The day of which the register is asked for."""

from datetime import date
from typing import Any

from register.api.parsing import InvalidRequest
from register.domain.calendar import day_of
from register.web.context import now
from schemas.rules import request_problem


def checked(query: dict[str, Any]) -> date | None:
    """Return the day in a query, None for now. Raises `InvalidRequest` for a day that is still to come."""
    day: date | None = query["as_of"]
    today = day_of(now())
    if day is not None and day > today:
        raise InvalidRequest([request_problem("/asOf", "day-to-come", today=today.isoformat())])
    return day
