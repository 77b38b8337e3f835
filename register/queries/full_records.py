"""Reading full records: what was published, with what only regulators may see; what stays out of sight to those who are competent.

Drafts and remarks never.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import orjson
from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from register.domain.lifecycle import PublicationState
from register.domain.permissions import Actor, Permission, Role, require
from register.domain.remits import covers
from register.domain.standard.visibility import Visibility
from register.domain.versions import visible
from register.errors import NotFound
from register.models import Entry, Membership, Person, Version, VersionContent
from register.queries.entries import published_document

#: What somebody is competent for, as it was given.
Remits = Sequence[dict[str, Any]]

#: What a regulator may see of a document.
ALLOWED = (Visibility.PUBLIC, Visibility.REGULATOR)


@dataclass(frozen=True, slots=True)
class FullRecord:
    """One published version in full, with the hash that is kept of it. `document` is None when the content was redacted."""

    entry: Entry
    version: Version
    document: dict[str, Any] | None


def remits(session: Session, actor: Actor) -> Remits:
    """Return what this regulator is competent for."""
    statement = select(Membership.remit).join(Person).where(Person.public_id == actor.subject, Membership.role == Role.REGULATOR)
    return session.scalars(statement).all()


def full_record(session: Session, number: str, actor: Actor, version: int | None = None) -> FullRecord:
    """Return the newest published version, or another one, with its fields for regulators.

    Raises `NotAllowed` unless the actor is a regulator, `NotFound` for what is
    not published or outside the remit; what stays out of sight is in it only
    where the remit names one of its points of Annex III.
    """
    require(Permission.FULL_RECORD_READ, actor, None)
    statement = select(Version, Entry).join(Entry, Entry.id == Version.entry_id).where(Entry.number == number)
    if version is not None:
        statement = statement.where(Version.number == version)
    row = session.execute(statement.order_by(Version.number.desc())).first()
    if row is None:
        raise NotFound
    found, entry = row
    content = session.get(VersionContent, found.id)
    document = orjson.loads(content.full_document) if content is not None else None
    if not is_covered(remits(session, actor), found.organisation_number, document, is_hidden=entry.is_restricted or found.is_restricted):
        raise NotFound
    return FullRecord(entry, found, visible(document, ALLOWED) if document is not None else None)


def out_of_sight(session: Session, actor: Actor) -> list[Entry]:
    """Return what is published out of sight within the remit, newest first. Raises `NotAllowed` unless the actor is a regulator."""
    require(Permission.FULL_RECORD_READ, actor, None)
    statement = (
        select(Entry)
        .where(Entry.is_restricted, Entry.publication_state == PublicationState.PUBLISHED)
        .options(joinedload(Entry.organisation))
        .order_by(Entry.updated_at.desc(), Entry.id.desc())
    )
    own = remits(session, actor)
    return [
        entry
        for entry in session.scalars(statement)
        if is_covered(own, entry.organisation.number, published_document(session, entry), is_hidden=True)
    ]


def is_covered(own: Remits, organisation: str, document: dict[str, Any] | None, *, is_hidden: bool) -> bool:
    """Say whether a published document is within the remits of a regulator."""
    told = document or {}
    points = ((told.get("ai_act") or {}).get("facts") or {}).get("annexIiiPoints") or ()
    return any(covers(remit, organisation, told.get("themes", ()), out_of_sight=points if is_hidden else None) for remit in own)
