"""What the doors are handed: the settings, the database and the adapters, wired once per process."""

from dataclasses import dataclass
from datetime import UTC, datetime

from register.db import Database
from register.ports import Clock, FileStore, IdentityProvider, PdfPrinter, SearchIndex, TokenReader
from register.settings import Settings


class SystemClock:
    """The time of this machine."""

    def now(self) -> datetime:
        """Return the moment, in UTC."""
        return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class Wiring:
    """Everything that a door may use of the outside world."""

    settings: Settings
    database: Database
    search: SearchIndex
    identity_provider: IdentityProvider
    tokens: TokenReader
    pdf: PdfPrinter
    files: FileStore
    clock: Clock
    #: Signs cookies and anti-forgery tokens.
    secret: bytes
