"""Mirrored entries: registrations taken over from another register and kept equal to it.

An entry mirrors its source until the body itself saves a draft of it or
withdraws it, or two people redact it. From then on it is left alone, and the
import says so. `plan` only reads and decides; `carry_out` decides again, under
lock, and does it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import ColumnElement, func, or_, select
from sqlalchemy.orm import Session, joinedload

from register.domain.lifecycle import DraftState, PublicationState
from register.domain.organisations import folded_name
from register.domain.permissions import SYSTEM, Actor, Permission, require
from register.models import Entry, Organisation, Redaction, Version, Withdrawal
from register.ports import SearchIndex
from register.services import numbers, organisations, public_records, publication
from register.services.organisations import Details
from register.services.public_records import own_text

#: What differs each time that a source is read, or with the release, and is no change of the registration.
_NOT_COMPARED = {"standard", "retrieved_at"}

GONE = {
    "nl": "Deze registratie staat niet meer in het register waaruit wij haar overnamen.",
    "en": "This registration is no longer in the register from which we took it over.",
}


@dataclass(frozen=True, slots=True)
class Mirrored:
    """A row of a source, cleaned and checked: made before a transaction is opened."""

    row: int
    source_id: str
    organisation: str
    document: dict[str, Any]
    provenance: dict[str, Any]


class Act(StrEnum):
    """What an import does with a row."""

    CREATE = "create"
    CHANGE = "change"
    NOTHING = "nothing"
    LEAVE = "leave"


class Reason(StrEnum):
    """Why an import leaves an entry alone."""

    OWN = "own"
    WITHDRAWN = "withdrawn"
    REDACTED = "redacted"
    #: A body imports its own rows only.
    OTHER_BODY = "other_body"


@dataclass(frozen=True, slots=True)
class Decision:
    """What happens with one row, to which entry; `reason` when it is left alone."""

    mirrored: Mirrored
    act: Act
    entry: Entry | None = None
    reason: Reason | None = None


@dataclass(frozen=True, slots=True)
class Plan:
    """What an import does with a batch of rows, and the bodies that it adds for them: folded name → name."""

    decisions: list[Decision]
    new_bodies: dict[str, str]

    @property
    def has_work(self) -> bool:
        """Say whether anything would change."""
        return any(decision.act in (Act.CREATE, Act.CHANGE) for decision in self.decisions)


def is_from(batch: Sequence[Mirrored]) -> ColumnElement[bool]:
    """Return the condition that an entry may have come from one of these rows.

    Where it came from stays with an entry; its `source_id` is the body's own
    to change once the body has taken it over.
    """
    ids = [mirrored.source_id for mirrored in batch]
    return or_(Entry.source_id.in_(ids), Entry.provenance["source_id"].as_string().in_(ids))


def came_from(entry: Entry, mirrored: Mirrored) -> bool:
    """Say whether an entry was made from this row, or an earlier state of it."""
    return all(entry.provenance.get(key) == mirrored.provenance[key] for key in ("source", "source_id"))


def plan(session: Session, batch: Sequence[Mirrored]) -> Plan:
    """Decide what to do with each row. Writes nothing."""
    entries = _entries(session, batch)
    untouchable = _withdrawn_by_people(session, entries) | _redacted(session, entries)
    decisions = [_decision(mirrored, _match(mirrored, entries), untouchable) for mirrored in batch]
    wanted = [decision.mirrored.organisation for decision in decisions if decision.act in (Act.CREATE, Act.CHANGE)]
    names = {folded_name(name): name for name in wanted}
    known = set(session.scalars(select(Organisation.folded_name).where(Organisation.folded_name.in_(names))))
    return Plan(decisions, {folded: name for folded, name in names.items() if folded not in known})


def carry_out(session: Session, batch: Sequence[Mirrored], *, search: SearchIndex, actor: Actor, now: datetime) -> Plan:
    """Create and change the entries of a batch, public at once; return what was done."""
    require(Permission.MIRROR_IMPORT, actor, None)
    _hold(session, batch)
    decided = plan(session, batch)
    for name in decided.new_bodies.values():
        organisations.create(session, Details(names={"nl": name}), actor=SYSTEM, now=now)
    bodies = _bodies(session, decided)
    for decision in decided.decisions:
        if decision.act is Act.CREATE:
            entry = _created(session, now)
        elif decision.act is Act.CHANGE and decision.entry is not None:
            entry = decision.entry
        else:
            continue
        _put(entry, decision.mirrored, bodies[folded_name(decision.mirrored.organisation)], now)
        session.add(entry)
        publication.mirror(session, entry, search=search, actor=actor, now=now)
    return decided


@dataclass(frozen=True, slots=True)
class Missing:
    """A mirrored entry that its source does not hold any more."""

    number: str
    source_id: str
    title: str


def missing(session: Session, source: str, seen: Mapping[str, int]) -> list[Missing]:
    """Return the entries that still mirror this source and were not seen in it, in bounded memory but for what is missing."""
    statement = (
        select(Entry.number, Entry.title, Entry.provenance)
        .where(Entry.is_mirrored, Entry.publication_state == PublicationState.PUBLISHED, Entry.updated_by == SYSTEM.subject)
        .order_by(Entry.id)
        .execution_options(yield_per=500)
    )
    return [
        Missing(number, provenance["source_id"], title)
        for number, title, provenance in session.execute(statement)
        if provenance.get("source") == source and provenance["source_id"] not in seen
    ]


def withdraw(session: Session, gone: Sequence[Missing], *, search: SearchIndex, actor: Actor, now: datetime) -> int:
    """Withdraw entries that their source does not hold any more; return how many."""
    require(Permission.MIRROR_IMPORT, actor, None)
    public_records.hold(session)
    statement = select(Entry).where(Entry.number.in_([each.number for each in gone]), Entry.updated_by == SYSTEM.subject).order_by(Entry.id)
    entries = session.scalars(statement.with_for_update()).all()
    for entry in entries:
        publication.withdraw(session, entry.number, GONE, search=search, revision=entry.revision, actor=SYSTEM, now=now)
    return len(entries)


def _entries(session: Session, batch: Sequence[Mirrored]) -> Sequence[Entry]:
    """Return the entries that may be those of a batch."""
    return session.scalars(select(Entry).where(is_from(batch)).options(joinedload(Entry.organisation, innerjoin=True))).all()


def _hold(session: Session, batch: Sequence[Mirrored]) -> None:
    """Lock what the batch may change: the publication sequence first, then the entries, as every other writer does.

    In another order two of them could wait for one another for ever.
    """
    public_records.hold(session)
    session.execute(select(Entry.id).where(is_from(batch)).order_by(Entry.id).with_for_update())


def _match(mirrored: Mirrored, entries: Sequence[Entry]) -> Entry | None:
    """Return the entry that the same body has under this number; else the one that came from this row."""
    body = folded_name(mirrored.organisation)
    theirs = (entry for entry in entries if entry.source_id == mirrored.source_id and entry.organisation.folded_name == body)
    ours = (entry for entry in entries if came_from(entry, mirrored))
    return next(theirs, None) or next(ours, None)


def _decision(mirrored: Mirrored, entry: Entry | None, untouchable: Mapping[int, Reason]) -> Decision:
    if entry is None:
        return Decision(mirrored, Act.CREATE)
    if entry.updated_by != SYSTEM.subject or not came_from(entry, mirrored):
        return Decision(mirrored, Act.LEAVE, entry, Reason.OWN)
    if entry.id in untouchable:
        return Decision(mirrored, Act.LEAVE, entry, untouchable[entry.id])
    return Decision(mirrored, Act.NOTHING if _is_same(entry, mirrored) else Act.CHANGE, entry)


def _is_same(entry: Entry, mirrored: Mirrored) -> bool:
    return (
        entry.publication_state is PublicationState.PUBLISHED
        and entry.organisation.folded_name == folded_name(mirrored.organisation)
        and _compared(entry.document) == _compared(mirrored.document)
        and _compared(entry.provenance) == _compared(mirrored.provenance)
    )


def _compared(record: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in record.items() if key not in _NOT_COMPARED}


def _withdrawn_by_people(session: Session, entries: Sequence[Entry]) -> dict[int, Reason]:
    """Return the entries that somebody withdrew, so that no import makes them public again."""
    withdrawn = [entry.id for entry in entries if entry.publication_state is PublicationState.WITHDRAWN]
    newest = select(func.max(Withdrawal.id)).where(Withdrawal.entry_id.in_(withdrawn)).group_by(Withdrawal.entry_id)
    by_people = select(Withdrawal.entry_id).where(Withdrawal.id.in_(newest), Withdrawal.public_id != SYSTEM.subject)
    return dict.fromkeys(session.scalars(by_people) if withdrawn else (), Reason.WITHDRAWN)


def _redacted(session: Session, entries: Sequence[Entry]) -> dict[int, Reason]:
    """Return the entries of which two people removed a text, so that no import puts it back."""
    statement = select(Version.entry_id).join(Redaction, Redaction.version_id == Version.id)
    return dict.fromkeys(session.scalars(statement.where(Version.entry_id.in_([entry.id for entry in entries]))), Reason.REDACTED)


def _bodies(session: Session, decided: Plan) -> dict[str, Organisation]:
    names = {folded_name(decision.mirrored.organisation) for decision in decided.decisions}
    return {body.folded_name: body for body in session.scalars(select(Organisation).where(Organisation.folded_name.in_(names)))}


def _created(session: Session, now: datetime) -> Entry:
    return Entry(
        number=numbers.give(session),
        draft_state=DraftState.NONE,
        publication_state=PublicationState.UNPUBLISHED,
        is_mirrored=True,
        created_at=now,
    )


def _put(entry: Entry, mirrored: Mirrored, body: Organisation, now: datetime) -> None:
    entry.organisation = body
    entry.document = mirrored.document
    entry.provenance = mirrored.provenance
    entry.source_id = mirrored.source_id
    entry.title = own_text(mirrored.document, "name")
    entry.is_example = body.is_example
    entry.updated_at = now
    entry.updated_by = SYSTEM.subject
