"""Writing the audit trail: each act becomes one event, chained to the one before it by its hash.

An event says who did what to which thing, never with what words: it holds no
names, addresses or texts.
"""

from datetime import UTC, datetime
from typing import Any, cast

from sqlalchemy import Table, update
from sqlalchemy.orm import Session

from register.canonical import fingerprint
from register.domain.permissions import Actor
from register.models import AuditEvent, AuditHead
from register.queries.audit_events import event_hash

#: Where the door leaves the id of the request, so that an event can be found back in the log.
REQUEST_ID = "request_id"

#: The table and not the class: each act moves the head, and no session needs to hold it.
_HEAD = cast(Table, AuditHead.__table__)


def record(  # noqa: PLR0913  # an event has that many parts
    session: Session,
    action: str,
    kind: str,
    number: str = "",
    *,
    actor: Actor,
    now: datetime,
    before: Any = None,
    after: Any = None,
    on_behalf_of: str = "",
    **details: Any,
) -> AuditEvent:
    """Add an event to the chain. `before` and `after` are kept as hashes of their canonical JSON only.

    Call this last in a service: it locks the head of the chain until the
    transaction ends.
    """
    session.flush()
    head = session.execute(update(_HEAD).values(sequence=_HEAD.c.sequence + 1).returning(_HEAD.c.sequence, _HEAD.c.hash)).one()
    event = AuditEvent(
        sequence=head.sequence,
        at=now.astimezone(UTC),
        actor=actor.subject,
        on_behalf_of=on_behalf_of,
        action=action,
        object_kind=kind,
        object_number=number,
        before_sha256=fingerprint(before),
        after_sha256=fingerprint(after),
        request_id=str(session.info.get(REQUEST_ID, "")),
        details=details,
        previous_hash=head.hash,
    )
    event.hash = event_hash(event)
    session.add(event)
    session.flush()
    session.execute(update(_HEAD).values(hash=event.hash))
    return event
