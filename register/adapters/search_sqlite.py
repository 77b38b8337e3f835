"""Full-text search on SQLite, with FTS5: a column for each part of the text."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Integer, Select, bindparam, column, select, table, text
from sqlalchemy.orm import Session

from register.domain.search.fields import SearchField
from register.domain.search.lookups import AllOf, AnyOf, Lookup, Phrase, Token
from register.ports import SearchText
from register.queries.index_text import index_text
from register.queries.stems import MARK

_BOTH = ("search_current", "search_history")
_COLUMNS = ", ".join(SearchField)
_VALUES = ", ".join(f":{field}" for field in SearchField)


class SqliteSearch:
    """The index as two FTS5 tables beside the rows."""

    def __init__(self) -> None:
        self.memory: dict[str, Any] = {}

    def put(self, session: Session, found: SearchText) -> None:
        """Keep a row in both indexes."""
        values = {"row_id": found.row_id} | {field: " ".join(index_text(found.texts.get(field, {}))) for field in SearchField}
        for name in _BOTH:
            session.execute(text(f"INSERT INTO {name} (rowid, {_COLUMNS}) VALUES (:row_id, {_VALUES})"), values)  # noqa: S608  # constants

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
        wanted = _match(lookup) if field is None else f"{{{field}}} : ({_match(lookup)})"
        found = session.connection().exec_driver_sql(f"SELECT rowid FROM {name} WHERE {name} MATCH ? AND rowid > ?", (wanted, after))  # noqa: S608  # constants
        return [row[0] for row in found]

    def known_words(self, session: Session) -> Mapping[str, int]:
        """Return every word of what holds now."""
        found = session.connection().exec_driver_sql("SELECT term, doc FROM search_words")
        return {word: rows for word, rows in found if not word.startswith(MARK)}

    def kept(self, *, is_current: bool) -> Select[tuple[int]]:
        """Return the statement that selects the row ids of an index."""
        return select(table("search_current" if is_current else "search_history", column("rowid", Integer)).c.rowid)


def _match(lookup: Lookup) -> str:
    """Write a lookup in the language of FTS5. Words are letters and digits, so that none can be read as anything else."""
    match lookup:
        case Token(word, is_prefix):
            return f'"{word}"*' if is_prefix else f'"{word}"'
        case Phrase(words):
            return f'"{" ".join(words)}"'
        case AllOf(parts):
            return f"({' AND '.join(map(_match, parts))})"
        case AnyOf(parts):
            return f"({' OR '.join(map(_match, parts))})"


def _delete(session: Session, name: str, row_ids: Sequence[int]) -> None:
    if row_ids:
        statement = text(f"DELETE FROM {name} WHERE rowid IN :row_ids").bindparams(bindparam("row_ids", expanding=True))  # noqa: S608  # a constant
        session.execute(statement, {"row_ids": list(row_ids)})
