"""Keeping registrations out of sight, and the two ways round it.

What the law lets a body keep out of sight is not published, unless the body
chooses so. What was public never vanishes by itself: one person asks, with a
reason, and another decides; then all its versions leave the public side.
"""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from register.domain.ai_act.documents import facts_of
from register.domain.ai_act.restriction import RestrictionChoice, is_out_of_sight
from register.domain.lifecycle import PublicationState
from register.domain.permissions import Actor, Permission, require
from register.errors import Conflict, NotAllowed, NotFound, WrongState
from register.models import Entry, Restriction
from register.ports import SearchIndex
from register.queries import entries as asked
from register.services import audit, cleaning, public_records


def choose(session: Session, number: str, choice: RestrictionChoice, *, actor: Actor, now: datetime) -> Entry:
    """Choose whether the next version is published although the law lets it be kept out of sight; it changes nothing before."""
    entry = _permitted(session, number, actor)
    if entry.restriction is not choice:
        entry.restriction = choice
        entry.updated_at = now
        session.flush()
        audit.record(
            session, "restriction.chosen", "entry", number, actor=actor, now=now, on_behalf_of=entry.organisation.number, choice=choice
        )
    return entry


def ask(session: Session, number: str, reason: str, *, actor: Actor, now: datetime) -> Restriction:
    """Ask that a public registration leaves the public side.

    Raises `NotFound`, `NotAllowed`, `WrongState` unless it is public and its
    published facts say that the law lets it be kept out of sight, `Conflict`
    when it was asked already, `Invalid` without a reason.
    """
    entry = _permitted(session, number, actor)
    reason = cleaning.plain(reason, "/reason", limit=2000, is_required=True)
    if not may_leave(session, entry):
        raise WrongState("the facts that are published do not let it leave the public side", state=entry.publication_state)
    if waiting(session, entry) is not None:
        raise Conflict("this was asked for already")
    request = Restriction(entry_id=entry.id, reason=reason, asked_by=actor.subject, asked_at=now)
    session.add(request)
    session.flush()
    audit.record(session, "restriction.asked", "entry", number, actor=actor, now=now, on_behalf_of=entry.organisation.number)
    return request


def confirm(session: Session, number: str, *, search: SearchIndex, actor: Actor, now: datetime) -> Restriction:
    """Take a registration off the public side, as somebody else asked: its page, its history, as-of, feed and search.

    Raises `NotFound` when nobody asked, `NotAllowed` with `reason="four-eyes"` to whoever did.
    """
    entry = _permitted(session, number, actor)
    request = waiting(session, entry)
    if request is None:
        raise NotFound
    if request.asked_by == actor.subject:
        raise NotAllowed("whoever asked may not decide", permission=Permission.ENTRY_WITHDRAW, reason="four-eyes")
    sequence = public_records.next_sequence(session, now)
    request.decided_by, request.decided_at, request.public_sequence = actor.subject, now, sequence
    entry.is_restricted, entry.restriction, entry.updated_at = True, RestrictionChoice.DEFAULT, now
    session.flush()
    public_records.remove(session, search, number, sequence=sequence, at=now)
    audit.record(session, "restriction.done", "entry", number, actor=actor, now=now, on_behalf_of=entry.organisation.number)
    return request


def waiting(session: Session, entry: Entry) -> Restriction | None:
    """Return what was asked and waits for a second person."""
    return session.scalars(select(Restriction).where(Restriction.entry_id == entry.id, Restriction.decided_at.is_(None))).first()


def may_leave(session: Session, entry: Entry) -> bool:
    """Say whether it is public while its published facts let it be kept out of sight."""
    if entry.is_restricted or entry.publication_state is not PublicationState.PUBLISHED:
        return False
    document = asked.published_document(session, entry)
    return document is not None and "ai_act" in document and is_out_of_sight(facts_of(document)) is True


def _permitted(session: Session, number: str, actor: Actor) -> Entry:
    entry = asked.by_number(session, number, actor)
    require(Permission.ENTRY_WITHDRAW, actor, entry.organisation_id, reading=Permission.ENTRY_READ)
    return entry
