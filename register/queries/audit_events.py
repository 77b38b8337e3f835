"""Reading the audit trail, and proving that nothing in it was changed or left out."""

from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from register.canonical import fingerprint
from register.models import AuditEvent, AuditHead

FIRST_HASH = "0" * 64
_BATCH = 1000


@dataclass(frozen=True, slots=True)
class Verdict:
    """The outcome of a verification: how many events hold, where it ends, and what is wrong ("" when nothing is)."""

    events: int
    head: str
    fault: str = ""


def listed(session: Session, number: str = "", *, before: int | None = None, limit: int = 100) -> Sequence[AuditEvent]:
    """Return events, newest first: of one thing when its number is given, and only those before a sequence when asked so."""
    statement = select(AuditEvent).order_by(AuditEvent.sequence.desc()).limit(limit)
    if number:
        statement = statement.where(AuditEvent.object_number == number)
    if before is not None:
        statement = statement.where(AuditEvent.sequence < before)
    return session.scalars(statement).all()


def extract_taken(session: Session, proof: str) -> datetime | None:
    """Return when the extract with this SHA-256 was taken, or None when the trail knows of none."""
    events = session.scalars(select(AuditEvent).where(AuditEvent.action == "extract.taken").order_by(AuditEvent.sequence))
    return next((event.at for event in events if event.details.get("sha256") == proof), None)


def event_hash(event: AuditEvent) -> str:
    """Return the hash that chains an event: over all that it says and the hash before it."""
    return fingerprint(
        {
            "sequence": event.sequence,
            "at": event.at.isoformat(timespec="microseconds"),
            "actor": event.actor,
            "on_behalf_of": event.on_behalf_of,
            "action": event.action,
            "object_kind": event.object_kind,
            "object_number": event.object_number,
            "before_sha256": event.before_sha256,
            "after_sha256": event.after_sha256,
            "request_id": event.request_id,
            "details": event.details,
            "previous_hash": event.previous_hash,
        }
    )


def verify(session: Session, expected_head: str = "") -> Verdict:
    """Walk the whole chain, in bounded memory.

    `expected_head` is a head that was noted down earlier: it must be in the
    chain still, so that a chain made anew does not pass for the old one.
    """
    previous, sequence, was_seen = FIRST_HASH, 0, not expected_head
    statement = select(AuditEvent).order_by(AuditEvent.sequence).execution_options(yield_per=_BATCH)
    with closing(session.scalars(statement)) as events:
        for event in events:
            sequence += 1
            if event.sequence != sequence:
                return Verdict(sequence - 1, previous, f"event {sequence} is missing")
            if event.previous_hash != previous or event.hash != event_hash(event):
                return Verdict(sequence - 1, previous, f"event {sequence} was changed")
            previous = event.hash
            was_seen = was_seen or previous == expected_head
    head = session.execute(select(AuditHead.sequence, AuditHead.hash)).one()
    if head.sequence != sequence or (sequence and head.hash != previous):
        return Verdict(sequence, previous, "events are missing at the end")
    if not was_seen:
        return Verdict(sequence, previous, "the expected head is not in the chain")
    return Verdict(sequence, previous)
