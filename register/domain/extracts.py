"""What a regulator takes out: which selection, as of which day, and how much fits on paper."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

#: So many registrations fit in one PDF.
MOST_ON_PAPER = 50
#: The form of the file; another form gets another number.
EXTRACT_VERSION = "1"


@dataclass(frozen=True, slots=True)
class ExtractSelection:
    """Which registrations; nothing chosen is all within the remit. None for `as_of` is now."""

    organisations: tuple[str, ...] = ()
    points: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    as_of: date | None = None

    def holds(self, organisation: str, document: Mapping[str, Any]) -> bool:
        """Say whether a published document is in the selection."""
        facts = (document.get("ai_act") or {}).get("facts") or {}
        wanted = (
            (self.organisations, (organisation,)),
            (self.points, facts.get("annexIiiPoints") or ()),
            (self.themes, document.get("themes") or ()),
            (self.categories, ((document.get("classification") or {}).get("riskCategory"),)),
            (self.statuses, (document.get("status"),)),
        )
        return all(not chosen or not set(chosen).isdisjoint(there) for chosen, there in wanted)

    def told(self) -> dict[str, Any]:
        """Return the selection as a file and the audit trail keep it: words of vocabularies, numbers and a day, nothing typed."""
        return {
            "organisations": list(self.organisations),
            "annexIiiPoints": list(self.points),
            "themes": list(self.themes),
            "riskCategories": list(self.categories),
            "statuses": list(self.statuses),
            "asOf": self.as_of.isoformat() if self.as_of else None,
        }


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
