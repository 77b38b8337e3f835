"""Reading what waits for somebody: drafts to finish, entries to review, registrations to look at again, and who did what."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Row, and_, func, select
from sqlalchemy.orm import Session, joinedload, selectinload

from register.domain.lifecycle import DraftState
from register.domain.permissions import SYSTEM, Role
from register.domain.public_records import RecordState
from register.models import Client, Contribution, Entry, EntryStep, Membership, Person, Product, ProductVersion, PublicRegistration, Remark

_R = PublicRegistration.__table__.c


@dataclass(frozen=True, slots=True)
class Outdated:
    """An entry that uses an older version of a product than the newest."""

    entry: Entry
    product: Product
    used: int
    newest: int


def drafts_of(session: Session, organisation_id: int, public_id: str) -> Sequence[Entry]:
    """Return the drafts of a body in which somebody writes, newest first."""
    statement = (
        select(Entry)
        .join(Contribution, and_(Contribution.entry_id == Entry.id, Contribution.round == Entry.round))
        .where(Entry.organisation_id == organisation_id, Entry.draft_state == DraftState.DRAFTING, Contribution.public_id == public_id)
        .order_by(Entry.updated_at.desc(), Entry.id.desc())
    )
    return session.scalars(statement).all()


def in_review(session: Session, organisation_id: int) -> Sequence[Entry]:
    """Return the entries of a body that wait for a reviewer, the longest waiting first."""
    statement = (
        select(Entry)
        .where(Entry.organisation_id == organisation_id, Entry.draft_state == DraftState.IN_REVIEW)
        .options(selectinload(Entry.versions))
        .order_by(Entry.submitted_at, Entry.id)
    )
    return session.scalars(statement).all()


def writers(session: Session, entries: Iterable[Entry]) -> dict[int, set[str]]:
    """Return who wrote in the present draft of each entry (public ids), by the entry's id."""
    found: dict[int, set[str]] = {entry.id: set() for entry in entries}
    statement = (
        select(Contribution.entry_id, Contribution.public_id)
        .join(Entry, and_(Entry.id == Contribution.entry_id, Entry.round == Contribution.round))
        .where(Contribution.entry_id.in_(found))
    )
    for entry_id, public_id in session.execute(statement):
        found[entry_id].add(public_id)
    return found


def last_steps(session: Session, entries: Iterable[Entry]) -> dict[int, EntryStep]:
    """Return the newest step of the present round of each entry that took one, by the entry's id."""
    ids = [entry.id for entry in entries]
    newest = (
        select(func.max(EntryStep.id))
        .join(Entry, and_(Entry.id == EntryStep.entry_id, Entry.round == EntryStep.round))
        .where(EntryStep.entry_id.in_(ids))
        .group_by(EntryStep.entry_id)
    )
    return {step.entry_id: step for step in session.scalars(select(EntryStep).where(EntryStep.id.in_(newest)))}


def open_remarks(session: Session, entries: Iterable[Entry]) -> dict[int, int]:
    """Count the unsettled remarks on the present draft of each entry, by the entry's id."""
    statement = (
        select(Remark.entry_id, func.count())
        .join(Entry, and_(Entry.id == Remark.entry_id, Entry.round == Remark.round))
        .where(Remark.entry_id.in_([entry.id for entry in entries]), Remark.settled_at.is_(None))
        .group_by(Remark.entry_id)
    )
    return {row[0]: row[1] for row in session.execute(statement)}


def due(session: Session, organisation_number: str, before: date, *, limit: int = 50) -> Sequence[Row[str, str, str]]:
    """Return the public registrations of a body that must be looked at again before a day: number, title and when, soonest first."""
    statement = (
        select(_R.number, _R.title, _R.review_due)
        .where(
            _R.organisation_number == organisation_number,
            _R.valid_to.is_(None),
            _R.state == RecordState.PUBLISHED,
            _R.review_due != "",
            _R.review_due <= before.isoformat(),
        )
        .order_by(_R.review_due, _R.number)
        .limit(limit)
    )
    return session.execute(statement).all()


def outdated(session: Session, organisation_id: int, *, product: Product | None = None) -> list[Outdated]:
    """Return the entries of a body that use an older version of a product than the newest; of one product when asked so."""
    newest = (
        select(ProductVersion.product_id, func.max(ProductVersion.number).label("number")).group_by(ProductVersion.product_id).subquery()
    )
    used = Entry.document["product"]["version"].as_integer()
    statement = (
        select(Entry, Product, used, newest.c.number)
        .join(Product, Product.id == Entry.product_id)
        .join(newest, newest.c.product_id == Product.id)
        .where(Entry.organisation_id == organisation_id, used < newest.c.number)
        .order_by(Entry.title, Entry.id)
    )
    if product is not None:
        statement = statement.where(Product.id == product.id)
    return [Outdated(*row) for row in session.execute(statement)]


def colleagues(session: Session, organisation_id: int, roles: Iterable[Role]) -> Sequence[Person]:
    """Return the people of a body who hold one of these roles, by name."""
    statement = (
        select(Person)
        .where(Person.memberships.any(and_(Membership.organisation_id == organisation_id, Membership.role.in_(list(roles)))))
        .order_by(Person.name)
    )
    return session.scalars(statement).all()


def names_of(session: Session, public_ids: Iterable[str]) -> dict[str, str]:
    """Return the names of people and machines by public id, for colleagues only. The erased, and the register itself, have none."""
    ids = set(public_ids) - {SYSTEM.subject}
    people = session.execute(select(Person.public_id, Person.name).where(Person.public_id.in_(ids)))
    clients = session.execute(select(Client.public_id, Client.name).where(Client.public_id.in_(ids)))
    return {public_id: name for public_id, name in (*people, *clients) if name}


def begun_lately(session: Session, organisation_id: int, public_id: str, title: str, since: datetime) -> Sequence[Entry]:
    """Return the never submitted entries with this title that somebody began since a moment: pressing a button twice makes one."""
    statement = (
        select(Entry)
        .where(
            Entry.organisation_id == organisation_id,
            Entry.updated_by == public_id,
            Entry.title == title,
            Entry.created_at >= since,
            Entry.draft_state == DraftState.DRAFTING,
        )
        .options(joinedload(Entry.organisation))
        .order_by(Entry.id)
    )
    return session.scalars(statement).all()
