"""How often one caller may ask: per address, and per machine where a token is needed.

With counts in memory each worker counts for itself, so each gets its part of
the limit; with Redis they count together. Static files and health checks are
free: a page is one question, and whoever watches over us should not be told
that we are busy.
"""

import time

from flask import Flask, current_app, g, request
from flask_limiter import ApplicationLimit, Limiter, RequestLimit

from register.errors import NotLoggedIn, Unavailable
from register.settings import Settings
from register.web.machines import bearer

FREE = frozenset({"static", "api-health.health"})
#: What strangers send to people: a question, a request for mail.
ASKING = frozenset({"public_site.ask", "public_site.subscribe"})
LOGIN = frozenset({"web.login", "web.callback"})


def install(app: Flask, settings: Settings) -> None:
    """Limit all doors of the app."""
    is_shared = not settings.rate_limit_store.startswith("memory:")
    workers = 1 if is_shared else settings.workers
    public, login = per_worker(settings.rate_limit_public, workers), per_worker(settings.rate_limit_login, workers)
    asking = per_worker(settings.rate_limit_asking, workers)
    Limiter(
        key_func=caller,
        app=app,
        application_limits=[
            ApplicationLimit(public, key_function=caller, scope="public", exempt_when=_is_free),
            ApplicationLimit(asking, key_function=caller, scope="asking", exempt_when=_is_not_asking),
            ApplicationLimit(login, key_function=caller, scope="login", exempt_when=_is_no_login),
        ],
        storage_uri=settings.rate_limit_store,
        in_memory_fallback_enabled=is_shared,
        on_breach=_note_when,
        request_identifier=lambda: request.endpoint or "nowhere",  # looking for what is not there counts too
    )


def per_worker(limit: str, workers: int) -> str:
    """Return the part of a limit that one of so many workers gets; at least one request."""
    amount, _, period = limit.partition("/")
    return f"{max(1, int(amount) // workers)}/{period}"


def retry_after() -> int | None:
    """Return in how many seconds this caller may ask again, or None when there is no reason to wait."""
    seconds: int | None = g.get("retry_after")
    return seconds


def caller() -> str:
    """Name who is asking: a machine by its token where one is needed, else an address. A wrong token is nobody's."""
    view = current_app.view_functions.get(request.endpoint or "")
    if getattr(view, "needs", None) is not None:
        try:
            machine = bearer()
        except (NotLoggedIn, Unavailable):
            pass
        else:
            return f"machine {machine.issuer} {machine.client_id}"
    return f"address {request.remote_addr}"


def _note_when(limit: RequestLimit) -> None:
    g.retry_after = max(1, limit.reset_at - int(time.time()))


def _is_free() -> bool:
    return request.endpoint in FREE or request.endpoint in LOGIN


def _is_no_login() -> bool:
    return request.endpoint not in LOGIN


def _is_not_asking() -> bool:
    return request.endpoint not in ASKING or request.method != "POST"
