"""Reading a selection of full records for a regulator, as they were published on a day: within the remit and nothing else.

What the public can find is found as the public finds it, from the read model
and without a document. What it cannot find, which is out of sight, withdrawn
or redacted, is little, and looked at document by document.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

import orjson
from pyroaring import BitMap
from sqlalchemy import Row, Select, func, select
from sqlalchemy.orm import Session, aliased

from register.canonical import sha256
from register.domain.calendar import end_of
from register.domain.extracts import Extracted, Listed
from register.domain.facets import FACETS
from register.domain.permissions import Actor, Permission, require
from register.domain.public_records import RecordState
from register.domain.remits import competences
from register.domain.versions import visible
from register.models import Entry, Organisation, PublicRegistration, Redaction, Version, VersionContent, Withdrawal
from register.ports import SearchIndex
from register.queries import extracted_facts, registrations
from register.queries.bodies import bodies
from register.queries.columns import columns
from register.queries.extracted_facts import Facts
from register.queries.full_records import ALLOWED, Remits, is_covered, remits
from register.queries.held import holds
from register.queries.orders import Sort, order
from register.queries.selections import Selection, matching

_R = PublicRegistration.__table__.c
#: So many documents are in memory at once.
_BATCH = 100
#: What is chosen in words of somebody's own, and not from a vocabulary.
_TYPED = ("q", *(name for name, facet in FACETS.items() if facet.vocabulary is None))


@dataclass(frozen=True, slots=True)
class ExtractSelection:
    """What a regulator chooses: what anyone can ask of the public search, and points of Annex III of which one must be named."""

    public: Selection
    points: tuple[str, ...] = ()

    def told(self) -> dict[str, Any]:
        """Return the selection as the file keeps it, by the keys of the search page."""
        flags = {"mirrored": self.public.mirrored, "example": self.public.example, "overdue": self.public.overdue_on is not None or None}
        chosen: dict[str, Any] = {
            "q": self.public.words,
            **{name: list(words) for name, words in self.public.facets.items()},
            "point": list(self.points),
            **{name: flag for name, flag in flags.items() if flag is not None},
        }
        as_of = self.public.as_of.isoformat() if self.public.as_of else None
        return {name: value for name, value in chosen.items() if value not in ("", [])} | {"asOf": as_of}

    def noted(self) -> dict[str, Any]:
        """Return the selection as the audit trail keeps it, for good: of what was typed, which may be a name, the SHA-256."""
        return {name: _sealed(value) if name in _TYPED else value for name, value in self.told().items()}


@dataclass(frozen=True, slots=True)
class Found:
    """What a selection comes to within a remit: rows of the public register, and by number what the public does not find."""

    selection: ExtractSelection
    remits: Remits
    rows: BitMap
    unlisted: Sequence[Listed]

    @property
    def total(self) -> int:
        """Return how many there are."""
        return len(self.rows) + len(self.unlisted)


def found(session: Session, index: SearchIndex, actor: Actor, selection: ExtractSelection) -> Found:
    """Return what a regulator may take.

    A version whose content was redacted is in it only where nothing but the
    body was chosen: what it was about is not known any more. Raises
    `NotAllowed` unless the actor is a regulator.
    """
    require(Permission.FULL_RECORD_READ, actor, None)
    own = remits(session, actor)
    chosen = replace(selection, public=replace(selection.public, within=competences(own)))
    there = columns(session, index)
    rows = matching(session, index, there, chosen.public)
    if selection.points and rows:
        numbers = _numbers(session, Found(chosen, own, rows, ()))
        named = {record.number for record in _records(session, own, chosen, list(numbers)) if _names_a_point(record, selection.points)}
        rows = BitMap(row_id for number, row_id in numbers.items() if number in named)
    types = bodies(session, there, chosen.public.as_of).types
    return Found(chosen, own, rows, list(_unlisted(session, own, chosen, types)))


def listed(session: Session, index: SearchIndex, there: Found, *, offset: int, limit: int) -> list[Listed]:
    """Return a page of what the public can find too, by name."""
    as_of = there.selection.public.as_of
    ids = order(session, columns(session, index), Sort.NAME, as_of).page(there.rows, offset=offset, limit=limit)
    rows = registrations.by_ids(session, ids)
    return [Listed(row.number, row.version, row.valid_from, row.card.get("name") or {}) for row in rows]


def extracted(session: Session, there: Found) -> Iterator[Extracted]:
    """Yield the full records, by register number and a few at a time."""
    numbers = sorted([*_numbers(session, there), *(each.number for each in there.unlisted)])
    yield from _records(session, there.remits, there.selection, numbers)


def bodies_of(session: Session, actor: Actor) -> list[tuple[str, dict[str, Any]]]:
    """Return the bodies within the remit, by name: number and names."""
    require(Permission.FULL_RECORD_READ, actor, None)
    numbers = _bodies(remits(session, actor))
    statement = select(Organisation.number, Organisation.names).where(Organisation.number.in_(numbers)).order_by(Organisation.folded_name)
    return [(number, names) for number, names in session.execute(statement)]


def _sealed(typed: str | list[str]) -> str | list[str]:
    return sha256(typed.encode()) if isinstance(typed, str) else [sha256(each.encode()) for each in typed]


def _bodies(own: Remits) -> set[str]:
    return {number for remit in own for number in remit.get("organisations", ())}


def _names_a_point(record: Extracted, points: Sequence[str]) -> bool:
    return not set(points).isdisjoint(extracted_facts.points(record.document or {}))


def _numbers(session: Session, there: Found) -> dict[str, int]:
    """Return the numbers of the rows, each with its row."""
    held = select(_R.number, _R.id).where(_R.organisation_number.in_(_bodies(there.remits)), holds(there.selection.public.as_of))
    return {number: row_id for number, row_id in session.execute(held) if row_id in there.rows}


def _records(session: Session, own: Remits, selection: ExtractSelection, numbers: Sequence[str]) -> Iterator[Extracted]:
    moment = _moment(selection)
    for start in range(0, len(numbers), _BATCH):
        some = _whole(moment).where(Entry.number.in_(numbers[start : start + _BATCH])).order_by(Entry.number)
        for row in session.execute(some):
            document = None if row.full_document is None else orjson.loads(row.full_document)
            if is_covered(own, row.Version.organisation_number, document, is_hidden=_is_hidden(row)):
                yield _extracted(row, document)


def _unlisted(session: Session, own: Remits, selection: ExtractSelection, types: Mapping[str, str]) -> Iterator[Listed]:
    """Yield what was published in these bodies, is in no public list of the day, and is in the selection; by number."""
    wanted = selection.public.facets.get("organisation", ())
    numbers = _bodies(own) & set(wanted) if wanted else _bodies(own)
    public = select(_R.id).where(
        _R.number == Entry.number, holds(selection.public.as_of), _R.state == RecordState.PUBLISHED, _R.document.is_not(None)
    )
    statement = _whole(_moment(selection)).where(Version.organisation_number.in_(numbers), ~public.exists()).order_by(Entry.number)
    for row in session.execute(statement.execution_options(yield_per=_BATCH)):
        document = None if row.full_document is None else orjson.loads(row.full_document)
        if not is_covered(own, row.Version.organisation_number, document, is_hidden=_is_hidden(row)):
            continue
        facts = Facts(row.Entry, row.Version, row.first_at, document, types.get(row.Version.organisation_number, ""))
        if extracted_facts.holds(selection.public, selection.points, facts):
            record = _extracted(row, document)
            yield Listed(
                record.number,
                record.version,
                record.valid_from,
                (document or {}).get("name") or {},
                is_restricted=record.is_restricted,
                withdrawn_at=record.withdrawn_at,
                redacted_at=record.redacted_at,
            )


def _whole(moment: datetime | None) -> Select[Any]:
    """Return the statement for the newest version of each entry by a moment, with what happened to it."""
    newest = select(func.max(Version.id)).group_by(Version.entry_id)
    withdrawn = select(Withdrawal.entry_id, func.max(Withdrawal.at).label("at")).group_by(Withdrawal.entry_id)
    if moment is not None:
        newest, withdrawn = newest.where(Version.valid_from < moment), withdrawn.where(Withdrawal.at < moment)
    gone, earlier = withdrawn.subquery(), aliased(Version)
    first = select(func.min(earlier.valid_from)).where(earlier.entry_id == Version.entry_id).scalar_subquery()
    return (
        select(
            Version,
            Entry,
            VersionContent.full_document,
            gone.c.at.label("withdrawn_at"),
            Redaction.at.label("redacted_at"),
            first.label("first_at"),
        )
        .join(Entry, Entry.id == Version.entry_id)
        .outerjoin(VersionContent, VersionContent.version_id == Version.id)
        .outerjoin(gone, gone.c.entry_id == Version.entry_id)
        .outerjoin(Redaction, Redaction.version_id == Version.id)
        .where(Version.id.in_(newest))
    )


def _moment(selection: ExtractSelection) -> datetime | None:
    return end_of(selection.public.as_of) if selection.public.as_of else None


def _is_hidden(row: Row[Any]) -> bool:
    return bool(row.Entry.is_restricted or row.Version.is_restricted)


def _extracted(row: Row[Any], document: dict[str, Any] | None) -> Extracted:
    version, entry = row.Version, row.Entry
    return Extracted(
        number=entry.number,
        version=version.number,
        valid_from=version.valid_from,
        organisation_number=version.organisation_number,
        public_sha256=version.public_sha256,
        document=None if document is None else visible(document, ALLOWED),
        withdrawn_at=row.withdrawn_at if row.withdrawn_at is not None and row.withdrawn_at > version.valid_from else None,
        redacted_at=row.redacted_at,
        is_restricted=_is_hidden(row),
        is_four_eyes=version.is_four_eyes,
        is_example=entry.is_example,
    )
