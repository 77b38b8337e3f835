"""Who is logged in at the provider itself, and the protection of its own forms.

The cookie holds only names; what they stand for is in `Memory`.
"""

import secrets

from flask import request, session

from register.dev_idp import issue
from register.dev_idp.authorization_requests import NotOurs
from register.dev_idp.memory import SESSION_LIFE, Session
from register.dev_idp.provider import provider

ID = "session"
CSRF = "csrf"


def current() -> Session | None:
    """Return the session of this browser."""
    return provider().memory.sessions.get(session.get(ID, ""))


def begin(subject: str) -> Session:
    """Log somebody in, in the place of whoever was."""
    end(session.get(ID, ""))
    session.clear()
    begun = Session(id=secrets.token_urlsafe(16), subject=subject, since=provider().now())
    provider().memory.sessions.put(begun.id, begun, seconds=SESSION_LIFE)
    session[ID] = begun.id
    return begun


def end(name: str) -> None:
    """End a session, and tell each client that took part in it."""
    ended = provider().memory.sessions.take(name)
    if ended is None:
        return
    for client_id in sorted(ended.clients):
        receiver = provider().clients[client_id].logout_receiver
        if receiver:
            provider().deliver(receiver, issue.logout_token(provider(), client_id, ended))


def csrf() -> str:
    """Return the token that the forms of this browser must carry."""
    token: str = session.setdefault(CSRF, secrets.token_urlsafe(16))
    return token


def check_csrf() -> None:
    """Refuse a form that did not come from a page of ours. Raises `NotOurs`."""
    if not secrets.compare_digest(request.form.get(CSRF, "").encode(), session.get(CSRF, "").encode()) or CSRF not in session:
        raise NotOurs(CSRF)
