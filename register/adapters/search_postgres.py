"""Full-text search on PostgreSQL, with `tsvector`. Every word must be there, or begin a word that is."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Integer, Select, Subquery, bindparam, column, func, select, table, text
from sqlalchemy.dialects.postgresql import TSVECTOR
from sqlalchemy.orm import Session

from register.adapters.search_words import folded, words
from register.ports import SearchText

_BOTH = ("search_current", "search_history")
#: A tsvector holds at most 1 MB; what comes after this adds nothing that a person would search for.
_LONGEST = 200_000
_WORDS = (
    "setweight(to_tsvector('simple', :title), 'A') || setweight(to_tsvector('simple', :summary), 'B') "
    "|| setweight(to_tsvector('simple', :body), 'D')"
)


class PostgresSearch:
    """The index as two tables with a weighted `tsvector` a row."""

    def put(self, session: Session, found: SearchText) -> None:
        """Keep a row in both indexes."""
        values = {
            "row_id": found.row_id,
            "title": folded(found.title),
            "summary": folded(found.summary),
            "body": folded(found.body)[:_LONGEST],
        }
        for name in _BOTH:
            session.execute(text(f"INSERT INTO {name} (rowid, words) VALUES (:row_id, {_WORDS})"), values)  # noqa: S608  # a constant

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
        index: Any = table(name, column("rowid", Integer), column("words", TSVECTOR))
        wanted = func.to_tsquery("simple", " & ".join(f"{word}:*" for word in asked))
        score = func.ts_rank_cd(index.c.words, wanted)
        return select(index.c.rowid.label("row_id"), score.label("score")).where(index.c.words.op("@@")(wanted)).subquery("hits")

    def kept(self, *, is_current: bool) -> Select[tuple[int]]:
        """Return the statement that selects the row ids of an index."""
        return select(table("search_current" if is_current else "search_history", column("rowid", Integer)).c.rowid)


def _delete(session: Session, name: str, row_ids: Sequence[int]) -> None:
    if row_ids:
        statement = text(f"DELETE FROM {name} WHERE rowid IN :row_ids").bindparams(bindparam("row_ids", expanding=True))  # noqa: S608  # a constant
        session.execute(statement, {"row_ids": list(row_ids)})
