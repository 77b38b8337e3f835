"""How often one caller may ask: per address, and per machine where a token is needed.

With counts in memory each worker counts for itself, so each gets its part of
the limit; with Redis they count together. Static files and health checks are
free: a page is one question, and whoever watches over us should not be told
that we are busy. The limit on forms that send mail counts those that were
taken in only: a mistake in one costs nothing.
"""

import logging
import time
from collections.abc import Callable
from dataclasses import dataclass
from ipaddress import IPv6Address, ip_address, ip_network
from math import ceil

from flask import Flask, current_app, g, request
from limits import RateLimitItem, parse
from limits.errors import StorageError
from limits.storage import MemoryStorage, storage_from_string
from limits.strategies import FixedWindowRateLimiter
from werkzeug.exceptions import TooManyRequests

from register.errors import NotLoggedIn, Unavailable
from register.settings import Settings
from register.web.machines import bearer

FREE = frozenset({"static", "api-health.health"})
LOGIN = frozenset({"web.login", "web.callback"})
#: One line at home, or one server, has so many bits of an IPv6 address in common; what follows it chooses at will.
IPV6_PREFIX = 64
EXTENSION = "rate_limits"
#: So many seconds nobody waits again for a Redis that did not answer.
PAUSE = 10

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Limit:
    """So often may one caller do something. `alone` is what one worker allows while it counts by itself."""

    scope: str
    together: RateLimitItem
    alone: RateLimitItem


class Counter:
    """Counts in memory, or in Redis; while Redis does not answer in memory after all, so that a limit never closes the register."""

    def __init__(self, store: str) -> None:
        self._memory = FixedWindowRateLimiter(MemoryStorage())
        self._shared = None if store.startswith("memory:") else FixedWindowRateLimiter(storage_from_string(store, wrap_exceptions=True))
        self._again_at = 0.0

    def wait(self, limit: Limit, who: str) -> int:
        """Count one request; return in how many seconds the caller may ask again, and 0 when it may now."""
        if self._shared is not None and time.monotonic() >= self._again_at:
            try:
                return _wait(self._shared, limit.together, limit.scope, who)
            except StorageError:
                self._again_at = time.monotonic() + PAUSE
                log.warning("the store of the rate limits does not answer; each worker counts for itself")
        return _wait(self._memory, limit.alone, limit.scope, who)


def _wait(counts: FixedWindowRateLimiter, item: RateLimitItem, *who: str) -> int:
    if counts.hit(item, *who):
        return 0
    return max(1, ceil(counts.get_window_stats(item, *who).reset_time - time.time()))


def install(app: Flask, settings: Settings) -> None:
    """Limit all doors of the app. Looking for what is not there counts too."""
    limits: tuple[tuple[Limit, Callable[[], bool]], ...] = (
        (_limit("public", settings.rate_limit_public, settings), _is_counted),
        (_limit("login", settings.rate_limit_login, settings), _is_login),
    )
    counter = Counter(settings.rate_limit_store)
    app.extensions[EXTENSION] = counter, _limit("asking", settings.rate_limit_asking, settings)

    @app.before_request
    def count() -> None:
        for limit, is_for in limits:
            if is_for() and (seconds := counter.wait(limit, caller())):
                g.retry_after = seconds
                raise TooManyRequests


def take_in() -> int:
    """Count a form without mistakes that sends mail; return in how many seconds this caller may send it, and 0 when it is taken in now."""
    counter, limit = current_app.extensions[EXTENSION]
    seconds: int = counter.wait(limit, caller())
    return seconds


def per_worker(limit: str, workers: int) -> str:
    """Return the part of a limit that one of so many workers gets; at least one request."""
    amount, _, period = limit.partition("/")
    return f"{max(1, int(amount) // workers)}/{period}"


def retry_after() -> int | None:
    """Return in how many seconds this caller may ask again, or None when there is no reason to wait."""
    seconds: int | None = g.get("retry_after")
    return seconds


def caller() -> str:
    """Name who is asking: a machine by its token where one is needed, else an address or its network. A wrong token is nobody's."""
    view = current_app.view_functions.get(request.endpoint or "")
    if getattr(view, "needs", None) is not None:
        try:
            machine = bearer()
        except (NotLoggedIn, Unavailable):
            pass
        else:
            return f"machine {machine.issuer} {machine.client_id}"
    return f"address {network_of(request.remote_addr or '')}"


def network_of(address: str) -> str:
    """Return what stands for one caller: an IPv4 address, or the network of one line in IPv6. What is no address stands for itself."""
    try:
        found = ip_address(address)
    except ValueError:
        return address
    if not isinstance(found, IPv6Address):
        return str(found)
    return str(found.ipv4_mapped or ip_network((int(found), IPV6_PREFIX), strict=False))


def _limit(scope: str, limit: str, settings: Settings) -> Limit:
    return Limit(scope, together=parse(limit), alone=parse(per_worker(limit, settings.workers)))


def _is_counted() -> bool:
    return request.endpoint not in FREE and request.endpoint not in LOGIN


def _is_login() -> bool:
    return request.endpoint in LOGIN
