"""What the register asks of the outside world, one small Protocol per service.

The adapters fulfil these; tests may use fakes that do. Nothing here knows a
framework or a database.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Protocol

from register.domain.search.fields import SearchField
from register.domain.search.lookups import Lookup


class Clock(Protocol):
    """Tells the time."""

    def now(self) -> datetime:
        """Return the moment, in UTC, with its time zone."""
        ...


@dataclass(frozen=True, slots=True)
class LoginStart:
    """A login that was begun: where to send the browser, and what to remember until it comes back."""

    url: str
    state: str
    nonce: str
    code_verifier: str


@dataclass(frozen=True, slots=True)
class Identity:
    """Who logged in, as the identity provider says; a person is known by (issuer, subject), never by e-mail."""

    issuer: str
    subject: str
    name: str
    email: str
    #: The provider's own session id (`sid`), needed for back-channel logout; "" when it sends none.
    provider_session: str
    #: Needed to log out at the provider (RP-initiated logout).
    id_token: str


@dataclass(frozen=True, slots=True)
class LoggedOut:
    """Which sessions a back-channel logout token ends: those of a subject, or of one provider session."""

    issuer: str
    subject: str
    provider_session: str


class IdentityProvider(Protocol):
    """Logs people in by OpenID Connect (code flow, PKCE S256, private_key_jwt)."""

    def begin(self, *, redirect_uri: str) -> LoginStart:
        """Prepare a login. Raises `Unavailable` when the provider does not answer."""
        ...

    def finish(self, *, callback_url: str, redirect_uri: str, started: LoginStart) -> Identity:
        """Exchange the code of the full callback address. Raises `LoginFailed` for whatever is wrong."""
        ...

    def logout_url(self, *, id_token: str, return_to: str) -> str | None:
        """Return where to send the browser to log out at the provider too, or None when it offers no such page."""
        ...

    def public_keys(self) -> dict[str, Any]:
        """Return the JSON Web Key Set by which the provider knows the register."""
        ...

    def read_logout_token(self, token: str) -> LoggedOut:
        """Check a back-channel logout token. Raises `LoginFailed`."""
        ...


@dataclass(frozen=True, slots=True)
class MachineIdentity:
    """Which client a bearer token was given to. What the client may do is the register's own business."""

    issuer: str
    client_id: str


class TokenReader(Protocol):
    """Checks bearer tokens of machines (JWT profile for access tokens, RFC 9068)."""

    def read(self, token: str) -> MachineIdentity:
        """Return whom the token names. Raises `NotLoggedIn` for whatever is wrong with it."""
        ...


@dataclass(frozen=True, slots=True)
class SearchText:
    """What the index keeps of one row of the public read model: its texts by part and by language, "" where nobody knows which."""

    row_id: int
    texts: Mapping[SearchField, Mapping[str, str]]


class SearchIndex(Protocol):
    """Finds rows of the public read model by their words: one index of what holds now, one of all that ever held.

    The `session` is the caller's, so that the index changes in the same
    transaction as the rows. The index says where words are and nothing more:
    what is best is decided in one place for all databases (`register.queries.hits`).
    """

    def put(self, session: Any, text: SearchText) -> None:
        """Keep a row in both indexes."""
        ...

    def retire(self, session: Any, row_ids: Sequence[int]) -> None:
        """Take rows from the index of what holds now."""
        ...

    def remove(self, session: Any, row_ids: Sequence[int]) -> None:
        """Take rows from both indexes."""
        ...

    def find(self, session: Any, lookup: Lookup, field: SearchField | None, *, is_current: bool, after: int = 0) -> Sequence[int]:
        """Return the ids, above `after`, of the rows that hold what is looked up, in one part of their text or (None) in any."""
        ...

    def known_words(self, session: Any) -> Mapping[str, int]:
        """Return every word of what holds now, with in how many rows it is; stems are not words."""
        ...

    def kept(self, *, is_current: bool) -> Any:
        """Return the statement that selects the row ids of an index, to prove that it misses none."""
        ...

    @property
    def memory(self) -> dict[str, Any]:
        """Return where queries keep what they read of this index between requests (`register.queries.memory`)."""
        ...


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter in plain text. `headers` are lines for the mail program beside the usual ones."""

    subject: str
    body: str
    language: str
    headers: Mapping[str, str] = field(default_factory=dict)


class Mailer(Protocol):
    """Sends letters; nothing that needs mail is offered where it is not available."""

    @property
    def is_available(self) -> bool:
        """Say whether this register can send mail at all."""
        ...

    def send(self, recipient: str, letter: Letter) -> None:
        """Send a letter. Raises `Unavailable`; with `is_final` when trying again is of no use."""
        ...


class PdfPrinter(Protocol):
    """Makes a tagged PDF of a page of HTML."""

    def print(self, html: str) -> bytes:
        """Return the PDF. Raises `Unavailable` with a remedy when the printer cannot work here."""
        ...


class FileStore(Protocol):
    """Keeps bytes under a key; what is kept may be thrown away and made again."""

    def read(self, key: str) -> bytes | None:
        """Return what is kept under the key, or None."""
        ...

    def write(self, key: str, content: bytes) -> None:
        """Keep the content, replacing what was there, in one step."""
        ...
