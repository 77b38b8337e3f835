"""What is made in a database once, and put back into an empty one for each test that asks for it again: quicker than making it."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import datetime
from typing import Any, TypeVar

from sqlalchemy import Engine, TableClause, delete, select, text
from sqlalchemy.orm import Session

from register.db import Base, Database
from register.models import Organisation
from register.wiring import Wiring
from tests.factories.world import NOON, FixedClock

Made = TypeVar("Made")
#: A whole SQLite database, or the rows of each table of PostgreSQL as COPY writes them.
Kept = sqlite3.Connection | dict[str, bytes]

#: All tables on PostgreSQL: those of the search index are described by no model.
TABLES = (*Base.metadata.tables, "search_current", "search_history")

#: By its maker and its server: the database as it was then, what the maker returned, and the moment when it was done.
_KEPT: dict[tuple[Any, str], tuple[Kept, Any, datetime]] = {}


def once(make: Callable[[Session, Wiring, FixedClock], Made], wiring: Wiring, clock: FixedClock) -> Made:
    """Make something, or put back what the same maker made before in this process, and set the clock to when that was done.

    Only what was made at noon in an empty database is put back, into another such one.
    """
    database = wiring.database
    key = (make, "" if database.is_sqlite else str(database.url))  # rows may come back only where their ids were given out
    is_fresh = clock.now() == NOON and _is_empty(database)
    if is_fresh and key in _KEPT:
        kept, made, clock.moment = _KEPT[key]
        _put_back(kept, database)
        return made  # type: ignore[no-any-return]  # by this maker
    with database.transaction() as session:
        made = make(session, wiring, clock)
    if is_fresh:
        _KEPT[key] = (_kept(database), made, clock.now())
    return made


def _is_empty(database: Database) -> bool:
    with database.reading() as session:
        return session.scalar(select(Organisation.id).limit(1)) is None


def _kept(database: Database) -> Kept:
    if database.is_sqlite:
        kept = sqlite3.connect(":memory:", check_same_thread=False)
        with closing(sqlite3.connect(str(database.url.database))) as file:
            file.backup(kept)
        return kept
    return {name: _copied(database.write_engine, name) for name in TABLES}


def _copied(engine: Engine, name: str) -> bytes:
    with engine.connect() as connection, connection.connection.cursor().copy(f"COPY {name} TO STDOUT (FORMAT binary)") as rows:
        return b"".join(rows)


def _put_back(kept: Kept, database: Database) -> None:
    if isinstance(kept, sqlite3.Connection):
        with closing(sqlite3.connect(str(database.url.database))) as file:
            kept.backup(file)
        return
    with database.write_engine.begin() as connection:
        connection.execute(text("SET LOCAL session_replication_role = replica"))  # past triggers and references
        for name, rows in kept.items():
            connection.execute(delete(TableClause(name)))  # the rows that a migration puts there
            with connection.connection.cursor().copy(f"COPY {name} FROM STDIN (FORMAT binary)") as table:
                table.write(rows)
