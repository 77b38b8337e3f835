"""Days of the register: what "today" and "at the end of that day" mean. The register keeps Dutch time."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

ZONE = ZoneInfo("Europe/Amsterdam")


def day_of(moment: datetime) -> date:
    """Return the Dutch calendar day of a moment."""
    return moment.astimezone(ZONE).date()


def end_of(day: date) -> datetime:
    """Return the moment, in UTC, at which a Dutch day is over."""
    return datetime.combine(day + timedelta(days=1), time(), ZONE).astimezone(UTC)
