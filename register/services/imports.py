"""Imports: reading a file of another register in batches, noting what is wrong, and what came of it.

A row that is wrong is reported with its number, place and reason; the others
go in. A file that is wrong as a whole is refused before a row of it is used.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import BinaryIO

from sqlalchemy import select
from sqlalchemy.orm import Session

from register.domain.organisations import folded_name
from register.domain.permissions import Actor, Permission, require
from register.domain.standard.problems import problem
from register.errors import Invalid, Problem
from register.exchange import nl_register_list
from register.models import Entry, Organisation
from register.services import audit, entries, mirrors
from register.services.entries import Checked
from register.services.mirrors import Act, Decision, Mirrored, Plan, Reason

#: Rows in one transaction: it holds the lock of publication, so it has to be short.
BATCH = 100
#: Problems and the like that are kept to be shown; more are only counted.
MOST_SHOWN = 1000


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with one row: its number in the list, from 1, and the problem at the source's own names."""

    row: int
    source_id: str
    problem: Problem


class Reading:
    """One reading of a file, from beginning to end; it remembers what it met on the way.

    Raises `Invalid` when the file as a whole is not of this format.
    """

    def __init__(self, file: BinaryIO, *, now: datetime) -> None:
        self.header = nl_register_list.header(file)
        self.faults: list[Fault] = []
        self.faulty_rows = 0
        self.unknown_keys: set[str] = set()
        #: The numbers of the source that the file holds, with the row in which each stands.
        self.seen: dict[str, int] = {}
        #: Whether a row did not even show its number, so that nobody can say which are missing.
        self.has_nameless = False
        self._file = file
        self._now = now

    @property
    def is_short(self) -> bool:
        """Say whether the file announces more rows, or fewer, than it holds."""
        return self.header.announced not in (None, self.header.rows)

    def batches(self) -> Iterator[list[Mirrored]]:
        """Yield the good rows, cleaned and checked, so many at a time."""
        batch: list[Mirrored] = []
        for number, row in enumerate(nl_register_list.rows(self._file), 1):
            try:
                batch.append(self._prepared(number, row))
            except Invalid as refusal:
                self._note(number, row, refusal.problems)
            if len(batch) == BATCH:
                yield batch
                batch = []
        if batch:
            yield batch

    def _prepared(self, number: int, row: object) -> Mirrored:
        if isinstance(row, dict) and len(self.unknown_keys) < MOST_SHOWN:
            self.unknown_keys.update(str(key)[:100] for key in row.keys() - set(nl_register_list.KEYS))
        source_id = nl_register_list.source_id(row)
        if source_id in self.seen:
            raise Invalid([problem("/id", "repeated")])
        if source_id:
            self.seen[source_id] = number
        listed = nl_register_list.to_document(row, self.header)
        checked = entries.prepared(listed.document, now=self._now)
        return Mirrored(number, listed.source_id, listed.organisation, checked.document, listed.provenance)

    def _note(self, number: int, row: object, problems: list[Problem]) -> None:
        source_id = nl_register_list.source_id(row)
        self.faulty_rows += 1
        self.has_nameless = self.has_nameless or not source_id
        room = max(0, MOST_SHOWN - len(self.faults))
        self.faults += [Fault(number, source_id, found) for found in problems[:room]]


@dataclass(slots=True)
class Report:
    """What an import did, or would do."""

    created: int = 0
    changed: int = 0
    unchanged: int = 0
    withdrawn: int = 0
    new_bodies: set[str] = field(default_factory=set)
    #: Rows that were left alone, with the reason.
    left: list[Decision] = field(default_factory=list)

    @property
    def changes(self) -> int:
        """Return how many registrations came, changed or went."""
        return self.created + self.changed + self.withdrawn

    def add(self, plan: Plan) -> None:
        """Count what was planned for, or done with, a batch."""
        acts = [decision.act for decision in plan.decisions]
        self.created += acts.count(Act.CREATE)
        self.changed += acts.count(Act.CHANGE)
        self.unchanged += acts.count(Act.NOTHING)
        self.new_bodies.update(plan.new_bodies)
        self.left += [decision for decision in plan.decisions if decision.act is Act.LEAVE]


def note(session: Session, report: Report, reading: Reading, *, actor: Actor, now: datetime) -> None:
    """Add the import as a whole to the audit trail, with its counts; one that changed nothing leaves no trace."""
    require(Permission.MIRROR_IMPORT, actor, None)
    if report.changes:
        audit.record(
            session,
            "import.done",
            "import",
            actor=actor,
            now=now,
            format=nl_register_list.FORMAT,
            created=report.created,
            changed=report.changed,
            withdrawn=report.withdrawn,
            refused=reading.faulty_rows,
        )


def plan_drafts(session: Session, body: Organisation, batch: list[Mirrored]) -> Plan:
    """Decide which rows of its own a body can take over as drafts. Writes nothing.

    A row of another body, or of one that the body has already, is left alone.
    """
    known = session.scalars(select(Entry).where(Entry.organisation_id == body.id, mirrors.is_from(batch))).all()
    return Plan([_draft_decision(mirrored, body, known) for mirrored in batch], {})


def create_drafts(session: Session, body: Organisation, batch: list[Mirrored], *, actor: Actor, now: datetime) -> Plan:
    """Begin a draft for each row that the body does not have yet; the body writes on and publishes it as any other."""
    require(Permission.ENTRY_IMPORT, actor, body.id, reading=Permission.ENTRY_READ)
    done = []
    for decision in plan_drafts(session, body, batch).decisions:
        if decision.act is Act.CREATE:
            mirrored = decision.mirrored
            checked = Checked({**mirrored.document, "source_id": mirrored.source_id})
            entry = entries.take_over(session, body, checked, mirrored.provenance, actor=actor, now=now)
            done.append(replace(decision, entry=entry))
        else:
            done.append(decision)
    return Plan(done, {})


def _draft_decision(mirrored: Mirrored, body: Organisation, known: Sequence[Entry]) -> Decision:
    for entry in known:
        if entry.source_id == mirrored.source_id or mirrors.came_from(entry, mirrored):
            return Decision(mirrored, Act.LEAVE, entry, Reason.OWN)
    if folded_name(mirrored.organisation) != body.folded_name:
        return Decision(mirrored, Act.LEAVE, None, Reason.OTHER_BODY)
    return Decision(mirrored, Act.CREATE)
