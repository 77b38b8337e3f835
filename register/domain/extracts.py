"""What a regulator takes out: what is said of each registration, and how much fits on paper."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

#: So many registrations fit in one PDF.
MOST_ON_PAPER = 50
#: The form of the file; another form gets another number.
EXTRACT_VERSION = "2"


@dataclass(frozen=True, slots=True)
class Listed:
    """One version as it held on the day, without what it says. `withdrawn_at` is there when it was withdrawn by then."""

    number: str
    version: int
    valid_from: datetime
    name: dict[str, str]
    is_restricted: bool = False
    withdrawn_at: datetime | None = None
    redacted_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Extracted:
    """One version as it held on the day. `document` is None when its content was redacted; `withdrawn_at` when it was withdrawn by then."""

    number: str
    version: int
    valid_from: datetime
    organisation_number: str
    public_sha256: str
    document: dict[str, Any] | None
    withdrawn_at: datetime | None
    redacted_at: datetime | None
    is_restricted: bool
    is_four_eyes: bool
    is_example: bool
