"""What has to happen after a database was put back from a backup."""

from datetime import datetime

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from register.domain.permissions import Actor, Permission, require
from register.models import PublicState
from register.services import audit, public_records

#: More changes than anyone publishes between two backups.
LEAP = 100_000


def note(session: Session, *, actor: Actor, now: datetime) -> int:
    """Leap ahead with the publication sequence, and put the restoration in the audit trail; return the new sequence.

    What was published after the backup is gone, but its sequence numbers are
    known outside: in caches, and with whoever follows the change feed. Given
    out a second time they would stand for other texts.
    """
    require(Permission.ORGANISATION_ADMINISTER, actor, None)
    public_records.hold(session)
    session.execute(update(PublicState).values(sequence=PublicState.sequence + LEAP, at=now))
    sequence = session.scalars(select(PublicState.sequence)).one()
    audit.record(session, "register.restored", "register", actor=actor, now=now, sequence=sequence)
    return sequence
