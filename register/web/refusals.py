"""Refusals in the audit trail: who was not allowed what, in a transaction of its own, because that of the request was taken back.

Only whoever may know of a thing is refused it (403); for everybody else it is
not there (404), and that leaves no trace but in the log.
"""

from register.domain.permissions import Actor
from register.errors import NotAllowed
from register.services import audit
from register.web.context import now, transaction


def note(error: NotAllowed, number: str, *, actor: Actor) -> None:
    """Write down a refusal; `number` is that of the thing, "" when it has none."""
    details = {name: str(error.details.get(name, "")) for name in ("permission", "reason")}
    with transaction() as session:
        audit.record(session, "refused", "page", number, actor=actor, now=now(), **details)
