"""Days and months that move along with today, so that the demonstration never grows old.

In the data, `@day+90` is the day ninety days from now, `@month-5` the month
five months ago.
"""

import re
from datetime import date, timedelta
from typing import Any

_MARK = re.compile(r"@(day|month)([+-]\d+)")


def dated(value: Any, today: date) -> Any:
    """Return the value with every mark in it replaced by a day or a month."""
    if isinstance(value, str):
        found = _MARK.fullmatch(value)
        return value if found is None else _written(found[1], int(found[2]), today)
    if isinstance(value, dict):
        return {key: dated(part, today) for key, part in value.items()}
    if isinstance(value, list):
        return [dated(part, today) for part in value]
    return value


def _written(unit: str, number: int, today: date) -> str:
    if unit == "day":
        return (today + timedelta(days=number)).isoformat()
    year, month = divmod(today.year * 12 + today.month - 1 + number, 12)
    return f"{year:04}-{month + 1:02}"
