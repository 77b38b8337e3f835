"""Reading full records: what was published, with what only regulators may see. Drafts, remarks and restricted registrations never."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import orjson
from sqlalchemy import select
from sqlalchemy.orm import Session

from register.domain.permissions import Actor, Permission, Role, require
from register.domain.remits import covers
from register.domain.standard.visibility import Visibility
from register.domain.versions import visible
from register.errors import NotFound
from register.models import Entry, Membership, Person, Version, VersionContent

_ALLOWED = (Visibility.PUBLIC, Visibility.REGULATOR)


@dataclass(frozen=True, slots=True)
class FullRecord:
    """One published version in full, with the hash that is kept of it. `document` is None when the content was redacted."""

    entry: Entry
    version: Version
    document: dict[str, Any] | None


def remits(session: Session, actor: Actor) -> Sequence[dict[str, Any]]:
    """Return what this regulator is competent for."""
    statement = select(Membership.remit).join(Person).where(Person.public_id == actor.subject, Membership.role == Role.REGULATOR)
    return session.scalars(statement).all()


def full_record(session: Session, number: str, actor: Actor, version: int | None = None) -> FullRecord:
    """Return the newest published version, or another one, with its fields for regulators.

    Raises `NotAllowed` unless the actor is a regulator, `NotFound` for what is
    not published, is restricted, or is outside the remit.
    """
    require(Permission.FULL_RECORD_READ, actor, None)
    statement = (
        select(Version, Entry).join(Entry, Entry.id == Version.entry_id).where(Entry.number == number, Version.is_restricted.is_(False))
    )
    if version is not None:
        statement = statement.where(Version.number == version)
    row = session.execute(statement.order_by(Version.number.desc())).first()
    if row is None or row.Entry.is_restricted:
        raise NotFound
    found, entry = row
    content = session.get(VersionContent, found.id)
    document = orjson.loads(content.full_document) if content is not None else None
    themes = (document or {}).get("themes", ())
    if not any(covers(remit, found.organisation_number, themes) for remit in remits(session, actor)):
        raise NotFound
    return FullRecord(entry, found, visible(document, _ALLOWED) if document is not None else None)
