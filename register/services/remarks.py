"""Remarks of colleagues on the fields of a draft."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from register.domain.permissions import Actor, Permission, require
from register.domain.standard import BY_KEY
from register.domain.standard.pointers import parts
from register.domain.standard.problems import problem
from register.errors import Invalid, NotFound
from register.models import Remark
from register.queries import entries as asked
from register.services import audit, cleaning

LONGEST = 2000


def add(session: Session, number: str, pointer: str, text: str, *, actor: Actor, now: datetime) -> Remark:
    """Put a remark at a field of the present draft; `pointer` "" is the whole. Raises `Invalid` for an unknown field or no text."""
    entry = asked.by_number(session, number, actor)
    require(Permission.ENTRY_REMARK, actor, entry.organisation_id, reading=Permission.ENTRY_READ)
    if pointer and (not pointer.startswith("/") or parts(pointer)[0] not in BY_KEY or len(pointer) > 200):
        raise Invalid([problem("/pointer", "unknown-pointer", name=pointer[:100])])
    text = cleaning.plain(text, "/text", limit=LONGEST, is_required=True)
    remark = Remark(entry_id=entry.id, round=entry.round, pointer=pointer, text=text, public_id=actor.subject, at=now)
    session.add(remark)
    session.flush()
    audit.record(session, "remark.added", "entry", number, actor=actor, now=now, on_behalf_of=entry.organisation.number)
    return remark


def settle(session: Session, number: str, remark_id: int, *, actor: Actor, now: datetime) -> Remark:
    """Mark a remark as dealt with. Raises `NotFound` when this entry has no such remark."""
    entry = asked.by_number(session, number, actor)
    require(Permission.ENTRY_REMARK, actor, entry.organisation_id, reading=Permission.ENTRY_READ)
    remark = session.scalars(select(Remark).where(Remark.id == remark_id, Remark.entry_id == entry.id)).first()
    if remark is None:
        raise NotFound
    if remark.settled_at is None:
        remark.settled_at, remark.settled_by = now, actor.subject
        session.flush()
        audit.record(session, "remark.settled", "entry", number, actor=actor, now=now, on_behalf_of=entry.organisation.number)
    return remark
