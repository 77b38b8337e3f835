"""Reading redactions that were asked for and wait for a second person."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from register.domain.permissions import Actor, Permission
from register.errors import NotFound
from register.models import Entry, Organisation, Redaction, RedactionRequest, Version


@dataclass(frozen=True, slots=True)
class Asked:
    """A redaction that was asked for, and what it is about."""

    request: RedactionRequest
    version: Version
    entry: Entry
    organisation: Organisation


def waiting(session: Session, actor: Actor) -> Sequence[Asked]:
    """Return the redactions that wait for a second person, where the actor may decide on them, the oldest first."""
    statement = (
        select(RedactionRequest, Version, Entry, Organisation)
        .join(Version, Version.id == RedactionRequest.version_id)
        .join(Entry, Entry.id == Version.entry_id)
        .join(Organisation, Organisation.id == Entry.organisation_id)
        .where(RedactionRequest.decided_at.is_(None))
        .order_by(RedactionRequest.id)
    )
    where = actor.organisations(Permission.ENTRY_REDACT)
    if where is not None:
        statement = statement.where(Entry.organisation_id.in_(where))
    return [Asked(*row) for row in session.execute(statement)]


def version_to_redact(session: Session, number: str, version: int, actor: Actor) -> Version:
    """Return a version whose content is still there, to whoever may redact it. Raises `NotFound`."""
    statement = select(Version).join(Entry).where(Entry.number == number, Version.number == version)
    found = session.scalars(statement.where(~Version.id.in_(select(Redaction.version_id)))).first()
    if found is None or not actor.may(Permission.ENTRY_REDACT, found.entry.organisation_id):
        raise NotFound
    return found
