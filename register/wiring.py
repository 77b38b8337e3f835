"""What the doors are handed: the settings, the database and the adapters, wired once per process."""

from dataclasses import dataclass
from datetime import UTC, datetime

from register.db import Database
from register.ports import Clock, FileStore, IdentityProvider, Mailer, PdfPrinter, SearchIndex, TokenReader
from register.rendering.mail_links import MailLinks
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
    mailer: Mailer
    clock: Clock
    #: Signs cookies, anti-forgery tokens, and the links in letters.
    secret: bytes

    @property
    def mail_links(self) -> MailLinks:
        """Return what makes the links in letters, and reads them back."""
        return MailLinks(self.settings.base_url, self.secret)
