"""Who is asking: the session cookie of people in the back office. The API never looks at it."""

from datetime import timedelta
from hmac import compare_digest

from flask import Response, g, request

from register.domain.permissions import NOBODY, Actor
from register.errors import NotLoggedIn
from register.models import LoginSession
from register.services import people, sessions
from register.web.context import now, reading, transaction, wiring

#: So long may a page with a form stay open, whatever happens to the login in the meantime.
EARLIER_LOGINS = timedelta(days=7)


def cookie_name(base: str) -> str:
    """Return the name of a cookie: `__Host-` over TLS, else with the port, because ports share cookies."""
    settings = wiring().settings
    return f"__Host-{base}" if settings.is_https else f"{base}-{settings.port}"


def set_cookie(response: Response, base: str, value: str, *, seconds: int | None = None) -> None:
    """Set a cookie that scripts cannot read and that goes to this site only."""
    response.set_cookie(
        cookie_name(base), value, max_age=seconds, path="/", secure=wiring().settings.is_https, httponly=True, samesite="Lax"
    )


def limits() -> sessions.Limits:
    """Return how long logins last here."""
    settings = wiring().settings
    return sessions.Limits(timedelta(minutes=settings.session_idle_minutes), timedelta(hours=settings.session_hours))


def current_login() -> LoginSession | None:
    """Return the session of whoever is asking, or None; noting at most once a minute that it is in use."""
    if "login" not in g:
        key = request.cookies.get(cookie_name("session"), "")
        g.login = sessions.find(reading(), key, now=now(), limits=limits()) if key else None
        if g.login is not None and sessions.is_due_to_be_seen(g.login, now()):
            with transaction() as session:
                sessions.see(session, g.login.id, now=now())
    login: LoginSession | None = g.login
    return login


def required_login() -> LoginSession:
    """Return the session of whoever is asking. Raises `NotLoggedIn`."""
    login = current_login()
    if login is None:
        raise NotLoggedIn
    return login


def current_actor() -> Actor:
    """Return whoever is asking as an actor; nobody when not logged in."""
    login = current_login()
    return NOBODY if login is None else people.actor_of(login.person)


def csrf_token() -> str:
    """Return the anti-forgery token of this login, for forms; "" when nobody is logged in."""
    login = current_login()
    return login.csrf_token if login is not None else ""


def is_own_form(login: LoginSession, token: str) -> bool:
    """Say whether a form came from a page that we gave to this person.

    The token of this login is meant. That of an earlier one of the same
    person, not long ago, will do as well: whoever was logged out while typing
    must not lose the text.
    """
    typed = token.encode()
    if compare_digest(typed, login.csrf_token.encode()):
        return True
    earlier = sessions.earlier_tokens(reading(), login, since=now() - EARLIER_LOGINS)
    return any([compare_digest(typed, known.encode()) for known in earlier])  # noqa: C419  # all are compared, so that the time tells nothing
