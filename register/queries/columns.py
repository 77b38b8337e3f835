"""The narrow columns of the read model, kept in memory: of each word of each filter, which rows have it.

Lists and counts are then unions and intersections of sets of row ids, which
take microseconds where the database took a pass over the table for each. Rows
never change but for the moment until which they held, so that a publication
adds its rows to what is there; only after a redaction, a removal or a rebuild
everything is read again.

What is kept hangs on the state of the public register that the reader's own
snapshot has, so that an answer never mixes two states.
"""

from array import array
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from threading import RLock
from typing import Any, TypeVar

from pyroaring import BitMap
from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from register.domain.calendar import day_of
from register.domain.facets import FACETS, band, stored
from register.domain.public_records import PublicChangeKind, RecordState
from register.domain.search.words import words
from register.models import PublicChange, PublicFacet, PublicRegistration, PublicState
from register.ports import SearchIndex
from register.queries.held import holds
from register.queries.known_words import KnownWords
from register.queries.memory import Memory

_R = PublicRegistration.__table__.c
_F = PublicFacet.__table__.c
_S = PublicState.__table__.c

#: How many bytes are kept beside the columns: of answers, which go with their state, and of looked up words.
_MOST_BYTES = 24_000_000
#: States that are kept: the newest, and the one before it for whoever began to read earlier.
_MOST_STATES = 2
_UNKEPT = (PublicChangeKind.REDACTED, PublicChangeKind.REMOVED)
#: After more changes than this all rows that hold are read again.
_MANY = 500

Word = TypeVar("Word", bound=Hashable)
Value = TypeVar("Value")
#: Facet → word → the rows that have it.
Facets = defaultdict[str, defaultdict[Any, BitMap]]


@dataclass(frozen=True, slots=True)
class Key:
    """A state of the read model."""

    generation: int
    sequence: int
    at: datetime


@dataclass(slots=True)
class Columns:
    """The columns of one state. Sets of ids are never changed once they are here, only replaced."""

    key: Key
    facets: Facets
    #: Rows that can be in a list: published, with their content.
    listed: BitMap
    shown: BitMap
    last_id: int
    known: KnownWords | None = None
    answers: Memory = field(default_factory=lambda: Memory(_MOST_BYTES))
    #: Shared by the states that follow on one another: the rows with a word, and the row up to which they were looked up.
    lookups: Memory = field(default_factory=lambda: Memory(_MOST_BYTES))

    def keep(self, name: Hashable, make: Callable[[], Value]) -> Value:
        """Return what was worked out before under this name, or work it out."""
        kept: Value | None = self.answers.get(name)
        if kept is not None:
            return kept
        made = make()
        self.answers.put(name, made)
        return made

    def looked_up(self, name: Hashable, find: Callable[[int], Iterable[int]]) -> BitMap:
        """Return the rows of a lookup. `find` reads them after a row; what an earlier state looked up is only added to.

        Rows that do not hold in this state may be among them.
        """
        until, rows = self.lookups.get(name) or (0, BitMap())
        if until < self.last_id:
            rows = rows | BitMap(find(until))
            self.lookups.put(name, (self.last_id, rows))
        return rows

    def rows(self, facet: str, *words: Any) -> BitMap:
        """Return the rows that have one of these words."""
        there: Mapping[Any, BitMap] = self.facets.get(facet, {})
        return BitMap.union(*[there[word] for word in words if word in there]) if any(word in there for word in words) else BitMap()


_LOCK = RLock()
_READING_WORDS = RLock()


def columns(session: Session, index: SearchIndex) -> Columns:
    """Return the columns of the state that this session sees."""
    key = Key(*session.execute(select(_S.generation, _S.sequence, _S.at)).one())
    with _LOCK:
        states: list[Columns] = index.memory.setdefault("states", [])
        for each in states:
            if each.key == key:
                return each
        newest = states[-1] if states else None
        found = _extended(session, newest, key) if newest is not None and _may_extend(session, newest.key, key) else _read(session, key)
        if newest is None or found.key.sequence >= newest.key.sequence or found.key.generation != newest.key.generation:
            states.append(found)
            del states[:-_MOST_STATES]
        return found


def known_words(session: Session, index: SearchIndex, there: Columns) -> KnownWords:
    """Return the words of all that holds now."""
    with _READING_WORDS:  # of a million registrations it takes a minute: whoever comes meanwhile waits for the same
        if there.known is None:
            there.known = KnownWords(index.known_words(session))
        return there.known


def shown_on(session: Session, there: Columns, day: date | None) -> BitMap:
    """Return the rows that could be listed at the end of a day; now when there is no day."""
    if day is None:
        return there.shown
    return there.keep(("shown", day), lambda: BitMap(session.scalars(select(_R.id).where(holds(day)))) & there.listed)


def _may_extend(session: Session, old: Key, new: Key) -> bool:
    if old.generation != new.generation or old.sequence >= new.sequence:
        return False
    unkept = select(PublicChange.sequence).where(PublicChange.sequence > old.sequence, PublicChange.kind.in_(_UNKEPT)).limit(1)
    return session.scalar(unkept) is None


def _read(session: Session, key: Key) -> Columns:
    facets: Facets = defaultdict(lambda: defaultdict(BitMap))
    listed, last_id = _add(session, facets, 0)
    return Columns(key, facets, listed, _held_now(session) & listed, last_id)


def _extended(session: Session, old: Columns, key: Key) -> Columns:
    facets: Facets = defaultdict(lambda: defaultdict(BitMap))
    added, last_id = _add(session, facets, old.last_id)
    for facet, by_word in old.facets.items():
        new = facets[facet]
        for word, rows in by_word.items():
            new[word] = rows | new[word] if word in new else rows
    listed = old.listed | added
    known = None if old.known is None else old.known.with_more(_words_after(session, old.last_id))
    return Columns(key, facets, listed, _still_shown(session, old, added), last_id, known, lookups=old.lookups)


def _still_shown(session: Session, old: Columns, added: BitMap) -> BitMap:
    """Return what is shown after some changes: what was, and what was added, less what ended since."""
    changed = list(session.scalars(select(PublicChange.number).where(PublicChange.sequence > old.key.sequence).limit(_MANY + 1)))
    if len(changed) > _MANY:
        return _held_now(session) & (old.listed | added)
    ended = select(_R.id).where(_R.number.in_(set(changed)), _R.valid_to.is_not(None))
    return (old.shown | added) - BitMap(session.scalars(ended))


def _held_now(session: Session) -> BitMap:
    return BitMap(session.scalars(select(_R.id).where(_R.valid_to.is_(None))))


def _words_after(session: Session, last_id: int) -> Iterator[list[str]]:
    rows: Select[Any] = select(_R.title, _R.search_text).where(_R.id > last_id, _R.valid_to.is_(None))
    for title, text in session.execute(rows):
        yield words(f"{title} {text}")


def _add(session: Session, facets: Facets, after: int) -> tuple[BitMap, int]:
    """Add the rows after an id to the facets; return those that can be listed, and the last id of all."""
    gathered: defaultdict[str, defaultdict[Any, array[int]]] = defaultdict(lambda: defaultdict(lambda: array("I")))
    listed, last_id = array("I"), after
    statement: Select[Any] = (
        select(
            _R.id, _R.state == RecordState.PUBLISHED, _R.document.is_not(None), _R.is_mirrored, _R.is_example, _R.review_due,
            _R.completeness, _R.first_published_at, _R.organisation_number, _R.product_number, _R.kind, _R.status, _R.decision_role,
        )
        .where(_R.id > after)
        .order_by(_R.id)
    )  # fmt: skip
    for row in session.execute(statement):
        row_id, is_published, has_content, mirrored, example, due, completeness, first, body, product, kind, status, role = row
        last_id = row_id
        if not (is_published and has_content):
            continue
        listed.append(row_id)
        values = (
            ("mirrored", mirrored), ("example", example), ("due", due), ("completeness", band(completeness)),
            ("year", f"{day_of(first):%Y}"),
            ("month", f"{day_of(first):%Y-%m}"),
            ("organisation", body), ("product", product), ("kind", kind), ("status", status), ("decisionRole", role),
        )  # fmt: skip
        for facet, word in values:
            if word is not None and word != "":
                gathered[facet][word].append(row_id)
    names = {stored(name): name for name in FACETS}
    for row_id, facet, word in session.execute(
        select(_F.registration_id, _F.facet, _F.word).where(_F.registration_id > after).order_by(_F.registration_id)
    ):
        gathered[names.get(facet, facet)][word].append(row_id)
    for facet, by_word in gathered.items():
        for word, ids in by_word.items():
            facets[facet][word] = BitMap(ids)
    return BitMap(listed), last_id
