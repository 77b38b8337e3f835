"""Refusals in the audit trail: somebody known was stopped. Strangers are in the log only.

The transaction of the request was taken back, so a refusal is written in its
own. It says which permission was missing at which sort of address, not what
was sent.
"""

import logging

from flask import g, request
from sqlalchemy.exc import DBAPIError

from register.domain.permissions import Actor
from register.errors import NotAllowed
from register.services import audit
from register.services.people import actor_of
from register.web.context import now, request_id, transaction

log = logging.getLogger(__name__)


def note(refusal: NotAllowed) -> None:
    """Write a refusal down: in the audit trail when we know who it was, else in the log."""
    actor = _somebody()
    route = str(request.url_rule or "")
    missing = str(refusal.details.get("permission", ""))
    reason = str(refusal.details.get("reason", ""))
    if actor is None:
        log.info("refused a stranger %s %s: %s %s (%s)", request.method, route, missing, reason, request_id())
        return
    number = str((request.view_args or {}).get("number", ""))
    try:
        with transaction() as session:
            audit.record(
                session,
                "access.refused",
                "route",
                number,
                actor=actor,
                now=now(),
                method=request.method,
                route=route,
                permission=missing,
                reason=reason,
            )
    except DBAPIError:
        log.exception("a refusal could not be written down (%s)", request_id())


def _somebody() -> Actor | None:
    """Return who was stopped: the machine that called, or the person who is logged in."""
    if "calling_actor" in g:
        machine: Actor = g.calling_actor
        return machine
    login = g.get("login")
    return None if login is None else actor_of(login.person)
