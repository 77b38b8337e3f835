"""Who may see a field at most; the ceiling that no setting can lift."""

from enum import StrEnum


class Visibility(StrEnum):
    """A visibility ceiling, from everyone to the own body's staff."""

    PUBLIC = "public"
    REGULATOR = "regulator"
    ORGANISATION = "organisation"
