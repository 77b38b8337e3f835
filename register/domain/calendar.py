"""Days of the register: what "today" and "at the end of that day" mean. The register keeps Dutch time."""

from calendar import monthrange
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

ZONE = ZoneInfo("Europe/Amsterdam")


def day_of(moment: datetime) -> date:
    """Return the Dutch calendar day of a moment."""
    return moment.astimezone(ZONE).date()


def end_of(day: date) -> datetime:
    """Return the moment, in UTC, at which a Dutch day is over."""
    return datetime.combine(day + timedelta(days=1), time(), ZONE).astimezone(UTC)


def months(first: str, last: str) -> Iterator[str]:
    """Name every month from the first to the last, both included, as `yyyy-mm`."""
    year, month = (int(part) for part in first.split("-"))
    while (name := f"{year:04}-{month:02}") <= last:
        yield name
        year, month = (year, month + 1) if month < 12 else (year + 1, 1)


def last_day_of(month: str) -> date:
    """Return the last day of a month, written as `yyyy-mm`."""
    year, number = (int(part) for part in month.split("-"))
    return date(year, number, monthrange(year, number)[1])
