"""Reading entries: one that the actor may read, and the lists of somebody's work."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import orjson
from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session, joinedload

from register.domain.lifecycle import DraftState
from register.domain.permissions import Actor, Permission
from register.domain.standard.problems import problem
from register.errors import NotFound, Problem
from register.models import Contribution, Entry, EntryStep, Person, Remark, Restriction, Version, VersionContent


def by_number(session: Session, number: str, actor: Actor) -> Entry:
    """Return an entry. Raises `NotFound` when there is none, or the actor may not read it."""
    entry = session.scalars(select(Entry).where(Entry.number == number).options(joinedload(Entry.organisation))).first()
    if entry is None or not actor.may(Permission.ENTRY_READ, entry.organisation_id):
        raise NotFound
    return entry


@dataclass(frozen=True, slots=True)
class Selection:
    """Which entries to list; None is all."""

    organisation_id: int | None = None
    draft_state: DraftState | None = None
    words: str = ""


def readable(actor: Actor, selection: Selection) -> Select[Entry]:
    """Return the statement for the entries that the actor may read, newest work first."""
    statement = select(Entry).options(joinedload(Entry.organisation)).order_by(Entry.updated_at.desc(), Entry.id.desc())
    organisations = actor.organisations(Permission.ENTRY_READ)
    if organisations is not None:
        statement = statement.where(Entry.organisation_id.in_(organisations))
    if selection.organisation_id is not None:
        statement = statement.where(Entry.organisation_id == selection.organisation_id)
    if selection.draft_state is not None:
        statement = statement.where(Entry.draft_state == selection.draft_state)
    if selection.words:
        pattern = selection.words.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
        statement = statement.where(func.lower(Entry.title).like(f"%{pattern.lower()}%", escape="\\"))
    return statement


def listed(session: Session, actor: Actor, selection: Selection, *, offset: int = 0, limit: int = 50) -> Sequence[Entry]:
    """Return a page of the entries that the actor may read."""
    return session.scalars(readable(actor, selection).offset(offset).limit(limit)).all()


def counted(session: Session, actor: Actor, selection: Selection) -> int:
    """Count the entries that the actor may read."""
    return session.scalars(select(func.count()).select_from(readable(actor, selection).order_by(None).subquery())).one()


def steps(session: Session, entry: Entry) -> Sequence[EntryStep]:
    """Return what happened to an entry, oldest first."""
    return session.scalars(select(EntryStep).where(EntryStep.entry_id == entry.id).order_by(EntryStep.id)).all()


def versions(session: Session, entry: Entry) -> Sequence[Version]:
    """Return the versions of an entry, newest first."""
    return session.scalars(select(Version).where(Version.entry_id == entry.id).order_by(Version.number.desc())).all()


def remarks(session: Session, entry: Entry, *, round_: int | None = None) -> Sequence[Remark]:
    """Return the remarks on the present draft (or another round), oldest first."""
    asked = entry.round if round_ is None else round_
    return session.scalars(select(Remark).where(Remark.entry_id == entry.id, Remark.round == asked).order_by(Remark.id)).all()


def has_contributed(session: Session, entry: Entry, public_id: str) -> bool:
    """Say whether somebody wrote in the present draft, so that they may not publish it."""
    statement = select(Contribution.id).where(
        Contribution.entry_id == entry.id, Contribution.round == entry.round, Contribution.public_id == public_id
    )
    return session.scalars(statement).first() is not None


def names_of(session: Session, public_ids: Sequence[str]) -> dict[str, str]:
    """Return the names of people by their public id, for colleagues only; the erased have none."""
    people = session.execute(select(Person.public_id, Person.name).where(Person.public_id.in_(set(public_ids))))
    return {public_id: name for public_id, name in people if name}


def unknown_successor(session: Session, document: Mapping[str, Any], actor: Actor, own_number: str) -> list[Problem]:
    """Return the problem of a successor that the actor cannot read, whether or not it exists, or that is the entry itself."""
    number = document.get("successor")
    if number is None:
        return []
    found = session.scalars(select(Entry).where(Entry.number == number)).first()
    is_known = found is not None and number != own_number and (_is_public(found) or actor.may(Permission.ENTRY_READ, found.organisation_id))
    return [] if is_known else [problem("/successor", "unknown-reference", kind_nl="registratie", kind_en="registration")]


def _is_public(entry: Entry) -> bool:
    return bool(entry.versions) and not entry.is_restricted


def published_document(session: Session, entry: Entry) -> dict[str, Any] | None:
    """Return the full document of the newest version; None when there is none, or it was redacted."""
    statement = (
        select(VersionContent.full_document)
        .join(Version, Version.id == VersionContent.version_id)
        .where(Version.entry_id == entry.id)
        .order_by(Version.number.desc())
        .limit(1)
    )
    content = session.scalars(statement).first()
    return orjson.loads(content) if content is not None else None


def was_public(session: Session, entry: Entry) -> bool:
    """Say whether the public saw a version of it, and it was not taken off the public side since."""
    shown = select(func.max(Version.public_sequence)).where(Version.entry_id == entry.id)
    taken = select(func.max(Restriction.public_sequence)).where(Restriction.entry_id == entry.id)
    return (session.scalar(shown) or 0) > (session.scalar(taken) or 0)
