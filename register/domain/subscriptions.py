"""Following a selection of the register by mail: how often, and when the next letter is due."""

from datetime import UTC, datetime, time, timedelta
from enum import StrEnum

from register.domain.calendar import ZONE, day_of

#: When letters go, in the Netherlands: before people begin to work.
HOUR = time(7)
MONDAY = 0


class Frequency(StrEnum):
    """How often somebody wants to hear."""

    DAILY = "daily"
    WEEKLY = "weekly"


class Happened(StrEnum):
    """What a letter tells of a registration."""

    NEW = "new"
    CHANGED = "changed"
    WITHDRAWN = "withdrawn"
    #: It changed, and is not in the selection any more.
    LEFT = "left"


def next_after(moment: datetime, frequency: Frequency) -> datetime:
    """Return when the next letter is due: at seven on the next day, or on the next Monday."""
    day = day_of(moment)
    if moment.astimezone(ZONE).time() >= HOUR:
        day += timedelta(days=1)
    if frequency is Frequency.WEEKLY:
        day += timedelta(days=(MONDAY - day.weekday()) % 7)
    return datetime.combine(day, HOUR, ZONE).astimezone(UTC)
