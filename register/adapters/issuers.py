"""What an issuer of tokens publishes about itself, kept for a while: its endpoints and its keys.

Who the issuer is comes from the settings. The fetched document only says
where things are, and is refused when it speaks for another issuer.
"""

import logging
import threading
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Generic, TypeVar
from urllib.parse import urlsplit

from joserfc.errors import JoseError
from joserfc.jwk import Key, KeySet, import_key
from requests.adapters import BaseAdapter

from register.adapters import provider_http
from register.errors import Unavailable
from register.ports import Clock
from register.settings import LOOPBACK

DISCOVERY = "/.well-known/openid-configuration"

FRESH = timedelta(hours=1)
#: While the issuer does not answer, what it said before holds this long: a short outage must not stop machines.
STALE = timedelta(hours=24)
#: Anyone can send a token with an invented key name, so that does not make us fetch more often than this.
PAUSE = timedelta(seconds=60)
#: The same while nothing is known yet: short, for people who wait at the login.
FIRST_PAUSE = timedelta(seconds=5)

log = logging.getLogger(__name__)
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Endpoints:
    """Where the issuer answers; "" for what it does not offer."""

    jwks: str
    authorization: str
    token: str
    userinfo: str
    end_session: str
    #: Whether each answer to a login names its issuer (RFC 9207).
    names_itself: bool


class Issuer:
    """One issuer whose tokens the register accepts."""

    def __init__(self, name: str, *, clock: Clock, transport: BaseAdapter | None = None) -> None:
        self.name = name
        self._transport = transport
        self._endpoints = _Kept(self._fetch_endpoints, clock)
        self._keys = _Kept(self._fetch_keys, clock)

    def endpoints(self) -> Endpoints:
        """Return where the issuer answers. Raises `Unavailable`."""
        return self._endpoints.current()

    def keys(self, name: str | None) -> KeySet:
        """Return the issuer's public keys, fetched again if the one of this name is not among them. Raises `Unavailable`."""
        known = self._keys.current()
        if name is None or any(key.kid == name for key in known):
            return known
        return self._keys.renewed()

    def _fetch_endpoints(self) -> Endpoints:
        document = provider_http.fetched(self.name + DISCOVERY, transport=self._transport)
        if document.get("issuer") != self.name:
            raise Unavailable(f"the discovery document of {self.name} is of another issuer")
        return Endpoints(
            jwks=self._address(document, "jwks_uri"),
            authorization=self._address(document, "authorization_endpoint"),
            token=self._address(document, "token_endpoint"),
            userinfo=self._address(document, "userinfo_endpoint"),
            end_session=self._address(document, "end_session_endpoint"),
            names_itself=document.get("authorization_response_iss_parameter_supported") is True,
        )

    def _address(self, document: dict[str, Any], key: str) -> str:
        address = document.get(key, "")
        if not isinstance(address, str):
            raise Unavailable(f"the discovery document of {self.name} has no address at {key}")
        if address and not self._is_safe(address):
            raise Unavailable(f"the discovery document of {self.name} has an unsafe address at {key}")
        return address

    def _is_safe(self, address: str) -> bool:
        """Say whether the address is https, or on this machine like the issuer itself."""
        parts = urlsplit(address)
        if parts.scheme == "https":
            return bool(parts.hostname)
        return parts.scheme == "http" and parts.hostname in LOOPBACK and urlsplit(self.name).hostname in LOOPBACK

    def _fetch_keys(self) -> KeySet:
        address = self.endpoints().jwks
        if not address:
            raise Unavailable(f"the discovery document of {self.name} names no keys")
        document = provider_http.fetched(address, transport=self._transport)
        rows = document.get("keys")
        if not isinstance(rows, list):
            raise Unavailable(f"{address} holds no key set")
        keys = [key for row in rows if isinstance(row, dict) for key in _readable(row)]
        if not keys:
            raise Unavailable(f"{address} holds no key that can be used")
        return KeySet(keys)


def _readable(row: dict[str, Any]) -> list[Key]:
    """Return the key of this row, or nothing: one key that we cannot read must not cost the others.

    A shared secret has no place in a public key set: with it anyone could sign.
    """
    if row.get("kty") not in {"RSA", "EC"} or row.get("use", "sig") != "sig":
        return []
    try:
        return [import_key(row)]
    except (JoseError, ValueError, KeyError) as problem:
        log.warning("identity provider: a key of its set cannot be read: %s", type(problem).__name__)
        return []


class _Kept(Generic[T]):
    """Something fetched, used again for an hour, and for a day while its source does not answer."""

    def __init__(self, fetch: Callable[[], T], clock: Clock) -> None:
        self._fetch = fetch
        self._clock = clock
        self._lock = threading.Lock()
        self._value: T | None = None
        self._fetched = self._tried = datetime.min.replace(tzinfo=clock.now().tzinfo)

    def current(self) -> T:
        """Return what is known, fetched again when it is no longer fresh. Raises `Unavailable`."""
        with self._lock:
            if self._clock.now() - self._fetched > FRESH:
                self._fetch_again()
            return self._known()

    def renewed(self) -> T:
        """Return what the source says now, unless it was asked a moment ago. Raises `Unavailable`."""
        with self._lock:
            self._fetch_again()
            return self._known()

    def _fetch_again(self) -> None:
        now = self._clock.now()
        if now - self._tried < (FIRST_PAUSE if self._value is None else PAUSE):
            return
        self._tried = now
        try:
            self._value = self._fetch()
        except Unavailable as problem:
            log.warning("identity provider: %s", problem)
        else:
            self._fetched = now

    def _known(self) -> T:
        if self._value is None or self._clock.now() - self._fetched > STALE:
            raise Unavailable("the identity provider does not answer as it should", retry_after=int(PAUSE.total_seconds()))
        return self._value
