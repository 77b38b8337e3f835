"""Full-text search on SQLite, with FTS5. Every word must be there, or begin a word that is."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Integer, Select, Subquery, bindparam, column, func, literal_column, select, table, text
from sqlalchemy.orm import Session

from register.adapters.search_words import words
from register.ports import SearchText

_BOTH = ("search_current", "search_history")
#: A hit in the title weighs most, then the summary, then the rest.
_WEIGHTS = "10.0, 4.0, 1.0"


class SqliteSearch:
    """The index as two FTS5 tables beside the rows."""

    def put(self, session: Session, found: SearchText) -> None:
        """Keep a row in both indexes."""
        values = {"row_id": found.row_id, "title": found.title, "summary": found.summary, "body": found.body}
        for name in _BOTH:
            session.execute(text(f"INSERT INTO {name} (rowid, title, summary, body) VALUES (:row_id, :title, :summary, :body)"), values)  # noqa: S608  # a constant

    def retire(self, session: Session, row_ids: Sequence[int]) -> None:
        """Take rows from the index of what holds now."""
        _delete(session, "search_current", row_ids)

    def remove(self, session: Session, row_ids: Sequence[int]) -> None:
        """Take rows from both indexes."""
        for name in _BOTH:
            _delete(session, name, row_ids)

    def matches(self, query: str, *, is_current: bool) -> Subquery | None:
        """Return a subquery with `row_id` and `score`, or None when the query holds no word."""
        asked = words(query)
        if not asked:
            return None
        name = "search_current" if is_current else "search_history"
        index: Any = table(name, column("rowid", Integer))
        score = -func.bm25(literal_column(name), literal_column(_WEIGHTS))
        wanted = " ".join(f'"{word}"*' for word in asked)
        return select(index.c.rowid.label("row_id"), score.label("score")).where(literal_column(name).op("MATCH")(wanted)).subquery("hits")

    def kept(self, *, is_current: bool) -> Select[tuple[int]]:
        """Return the statement that selects the row ids of an index."""
        return select(table("search_current" if is_current else "search_history", column("rowid", Integer)).c.rowid)


def _delete(session: Session, name: str, row_ids: Sequence[int]) -> None:
    if row_ids:
        statement = text(f"DELETE FROM {name} WHERE rowid IN :row_ids").bindparams(bindparam("row_ids", expanding=True))  # noqa: S608  # a constant
        session.execute(statement, {"row_ids": list(row_ids)})
