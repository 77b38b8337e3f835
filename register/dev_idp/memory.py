"""What the provider remembers while it runs: codes, sessions, access tokens, and proofs that were used.

Everything has a moment at which it is forgotten, and all of it goes when the
provider stops.
"""

import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Generic, TypeVar

T = TypeVar("T")

CODE_LIFE = 60
ACCESS_TOKEN_LIFE = 600
SESSION_LIFE = 8 * 3600


class Expiring(Generic[T]):
    """Things by name, each for a number of seconds."""

    def __init__(self, now: Callable[[], int]) -> None:
        self._now = now
        self._lock = threading.Lock()
        self._kept: dict[str, tuple[T, int]] = {}

    def put(self, name: str, thing: T, *, seconds: int) -> bool:
        """Keep a thing, unless one of that name is there already; say which."""
        with self._lock:
            now = self._now()
            self._kept = {key: row for key, row in self._kept.items() if row[1] > now}
            if name in self._kept:
                return False
            self._kept[name] = (thing, now + seconds)
            return True

    def get(self, name: str) -> T | None:
        """Return a thing that is still kept."""
        with self._lock:
            thing, until = self._kept.get(name, (None, 0))
            return thing if until > self._now() else None

    def take(self, name: str) -> T | None:
        """Return a thing that is still kept, and forget it: nobody gets it twice."""
        with self._lock:
            thing, until = self._kept.pop(name, (None, 0))
            return thing if until > self._now() else None


@dataclass(frozen=True, slots=True)
class Session:
    """Somebody who is logged in here, and the clients that were told so."""

    id: str
    subject: str
    since: int
    clients: set[str] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class Code:
    """What a code stands for; it is good for this client, address and challenge only."""

    client_id: str
    redirect_uri: str
    nonce: str
    challenge: str
    scope: frozenset[str]
    session: Session


@dataclass(frozen=True, slots=True)
class Access:
    """What an access token gives access to: what is known of one person."""

    subject: str
    scope: frozenset[str]


class Memory:
    """All of it."""

    def __init__(self, now: Callable[[], int]) -> None:
        self.codes: Expiring[Code] = Expiring(now)
        #: Which access token a code gave, so that a second use of the code ends the first (RFC 6749, section 4.1.2).
        self.redeemed: Expiring[str] = Expiring(now)
        self.access: Expiring[Access] = Expiring(now)
        self.sessions: Expiring[Session] = Expiring(now)
        self.proofs: Expiring[None] = Expiring(now)
