"""Full-text search on PostgreSQL, with `tsvector`: each word as it is, and once more behind the part of the text that it is in."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import Integer, Select, bindparam, column, select, table, text
from sqlalchemy.orm import Session

from register.domain.search.fields import SearchField
from register.domain.search.lookups import AllOf, AnyOf, Lookup, Phrase, Token
from register.ports import SearchText
from register.queries.index_text import index_text
from register.queries.stems import MARK

_BOTH = ("search_current", "search_history")
#: PostgreSQL keeps no place beyond this; a word there is found, but not as part of a phrase.
_LAST_PLACE = 16_383
#: It takes no word that is longer, and no more than a megabyte a row: what comes after so many signs would help nobody to find it.
_LONGEST = 500
_MOST_SIGNS = 250_000
#: Between parts, so that a phrase is never found across two.
_GAP = 2


class PostgresSearch:
    """The index as two tables with a `tsvector` a row."""

    def __init__(self) -> None:
        self.memory: dict[str, Any] = {}

    def put(self, session: Session, found: SearchText) -> None:
        """Keep a row in both indexes."""
        values = {"row_id": found.row_id, "words": _vector(found.texts)}
        for name in _BOTH:
            session.execute(text(f"INSERT INTO {name} (rowid, words) VALUES (:row_id, CAST(:words AS tsvector))"), values)  # noqa: S608  # a constant

    def retire(self, session: Session, row_ids: Sequence[int]) -> None:
        """Take rows from the index of what holds now."""
        _delete(session, "search_current", row_ids)

    def remove(self, session: Session, row_ids: Sequence[int]) -> None:
        """Take rows from both indexes."""
        for name in _BOTH:
            _delete(session, name, row_ids)

    def find(self, session: Session, lookup: Lookup, field: SearchField | None, *, is_current: bool, after: int = 0) -> Sequence[int]:
        """Return the ids, above `after`, of the rows that hold what is looked up."""
        name = "search_current" if is_current else "search_history"
        statement = text(f"SELECT rowid FROM {name} WHERE words @@ CAST(:wanted AS tsquery) AND rowid > :after")  # noqa: S608  # a constant
        return list(session.scalars(statement, {"wanted": _query(lookup, "" if field is None else _in(field)), "after": after}))

    def known_words(self, session: Session) -> Mapping[str, int]:
        """Return every word of what holds now."""
        found = session.execute(text("SELECT word, ndoc FROM ts_stat('SELECT words FROM search_current') WHERE strpos(word, ':') = 0"))
        return {word: rows for word, rows in found if not word.startswith(MARK)}

    def kept(self, *, is_current: bool) -> Select[tuple[int]]:
        """Return the statement that selects the row ids of an index."""
        return select(table("search_current" if is_current else "search_history", column("rowid", Integer)).c.rowid)


def _vector(texts: Mapping[SearchField, Mapping[str, str]]) -> str:
    """Write the words of a row, with their places, as PostgreSQL reads a `tsvector`."""
    places: defaultdict[str, list[int]] = defaultdict(list)
    signs = 0
    for word, place in _placed(texts):
        if word not in places:
            signs += len(word)
        if signs > _MOST_SIGNS:
            break
        if place <= _LAST_PLACE or word not in places:
            places[word].append(min(place, _LAST_PLACE))
    return " ".join(f"'{word}':{','.join(map(str, dict.fromkeys(found)))}" for word, found in places.items())


def _placed(texts: Mapping[SearchField, Mapping[str, str]]) -> Iterator[tuple[str, int]]:
    place = 0
    for field in SearchField:
        for word in index_text(texts.get(field, {})):
            place += 1
            if len(word) <= _LONGEST:
                yield word, place
                yield _in(field) + word, place
        place += _GAP


def _query(lookup: Lookup, field: str) -> str:
    """Write a lookup in the language of `tsquery`. Words are letters and digits, so that none can be read as anything else."""
    match lookup:
        case Token(word, is_prefix):
            return _quoted(field, word) + (":*" if is_prefix else "")
        case Phrase(words):
            return f"({' <-> '.join(_quoted(field, word) for word in words)})"
        case AllOf(parts):
            return f"({' & '.join(_query(part, field) for part in parts)})"
        case AnyOf(parts):
            return f"({' | '.join(_query(part, field) for part in parts)})"


def _in(field: SearchField) -> str:
    """Return what stands before a word of a part. It begins with no letter, so that no beginning of a word means a part."""
    return f":{field}:"


def _quoted(field: str, word: str) -> str:
    return f"'{field}{word}'"


def _delete(session: Session, name: str, row_ids: Sequence[int]) -> None:
    if row_ids:
        statement = text(f"DELETE FROM {name} WHERE rowid IN :row_ids").bindparams(bindparam("row_ids", expanding=True))  # noqa: S608  # a constant
        session.execute(statement, {"row_ids": list(row_ids)})
