"""Redaction: the lawful removal of a version's content, asked by one person and decided by another.

The version itself, its hash and its dates stay; the page says "lawfully
redacted on …". The content goes from the version, from the read model and from
the baseline that the body works on.
"""

from datetime import datetime

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from register.domain.permissions import Actor, Permission, require
from register.domain.redactions import RedactionGround
from register.errors import Conflict, NotAllowed, NotFound
from register.models import Entry, Redaction, RedactionRequest, Version, VersionContent
from register.ports import SearchIndex
from register.services import audit, cleaning, public_records


def ask(
    session: Session, number: str, version_number: int, ground: RedactionGround, reason: str, *, actor: Actor, now: datetime
) -> RedactionRequest:
    """Ask for a redaction. Raises `NotFound`, `NotAllowed`, `Conflict` when it was asked or done already, `Invalid` without a reason."""
    version = _version(session, number, version_number, actor)
    reason = cleaning.plain(reason, "/reason", limit=2000, is_required=True)
    is_open = select(RedactionRequest.id).where(RedactionRequest.version_id == version.id, RedactionRequest.decided_at.is_(None))
    is_done = select(Redaction.id).where(Redaction.version_id == version.id)
    if session.scalars(is_open).first() is not None or session.scalars(is_done).first() is not None:
        raise Conflict("this redaction was asked for already")
    request = RedactionRequest(version_id=version.id, ground=ground, reason=reason, asked_by=actor.subject, asked_at=now)
    session.add(request)
    session.flush()
    audit.record(session, "redaction.asked", "entry", number, actor=actor, now=now, version=version_number, ground=ground)
    return request


def confirm(session: Session, number: str, version_number: int, *, search: SearchIndex, actor: Actor, now: datetime) -> Redaction:
    """Carry out a redaction that somebody else asked for.

    Raises `NotFound` when none was asked for, `NotAllowed` with
    `reason="four-eyes"` to whoever asked.
    """
    version = _version(session, number, version_number, actor)
    request = session.scalars(
        select(RedactionRequest).where(RedactionRequest.version_id == version.id, RedactionRequest.decided_at.is_(None))
    ).first()
    if request is None:
        raise NotFound
    if request.asked_by == actor.subject:
        raise NotAllowed("whoever asked may not decide", permission=Permission.ENTRY_REDACT, reason="four-eyes")
    sequence = None if version.public_sequence is None else public_records.next_sequence(session, now)
    redaction = Redaction(
        version_id=version.id,
        ground=request.ground,
        reason=request.reason,
        asked_by=request.asked_by,
        decided_by=actor.subject,
        at=now,
        public_sequence=sequence,
    )
    request.decided_at = now
    session.add(redaction)
    session.flush()
    session.execute(delete(VersionContent).where(VersionContent.version_id == version.id))
    _forget_baseline(session, version, now)
    if sequence is not None:
        public_records.hide_content(session, search, number, version_number, request.ground, sequence=sequence, at=now)
    audit.record(session, "redaction.done", "entry", number, actor=actor, now=now, version=version_number, ground=request.ground)
    return redaction


def _version(session: Session, number: str, version_number: int, actor: Actor) -> Version:
    """Return the version to whoever may redact it; `NotFound` to those who may not even know of it."""
    version = session.scalars(select(Version).join(Entry).where(Entry.number == number, Version.number == version_number)).first()
    if version is None:
        raise NotFound
    require(Permission.ENTRY_REDACT, actor, version.entry.organisation_id, reading=Permission.ENTRY_READ)
    return version


def _forget_baseline(session: Session, version: Version, now: datetime) -> None:
    """Remove the copy of the newest version's text that reviews compare with."""
    newest = session.scalars(select(func.max(Version.number)).where(Version.entry_id == version.entry_id)).one()
    if newest == version.number:
        version.entry.published_document = {}
        version.entry.updated_at = now
        session.flush()
