"""The database: one base for all tables, two engines, and how a transaction is opened.

Reads and writes have an engine each. On SQLite the write engine takes the lock
at once and waits for it (`BEGIN IMMEDIATE`), so that several processes never
see "database is locked"; the read engine cannot write at all. On PostgreSQL
the read engine may be a replica.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import Any, ClassVar

import orjson
from sqlalchemy import DateTime, Dialect, Engine, Enum, MetaData, create_engine, event, func, select
from sqlalchemy.engine import URL, Connection, make_url
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import DeclarativeBase, Session
from sqlalchemy.orm.exc import StaleDataError
from sqlalchemy.types import JSON, TypeDecorator

from register.errors import Conflict, Stale

#: How long a writer waits for another one on SQLite.
BUSY_TIMEOUT_MS = 30_000

NAMING = {
    "ix": "ix_%(column_0_N_label)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}


class Moment(TypeDecorator[datetime]):
    """A moment in UTC. Refuses one without a time zone; SQLite gets its zone back on reading."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Store UTC only."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a moment needs a time zone")
        return value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Return UTC."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class Base(DeclarativeBase):
    """The base of all tables."""

    metadata = MetaData(naming_convention=NAMING)
    type_annotation_map: ClassVar[dict[Any, Any]] = {
        datetime: Moment,
        dict[str, Any]: JSON,
        list[str]: JSON,
        StrEnum: Enum(StrEnum, native_enum=False, create_constraint=False, values_callable=list, length=40),
    }


class Database:
    """The engines of one deployment, and the two ways to use them: `reading` and `transaction`."""

    def __init__(self, url: str, replica_url: str = "") -> None:
        self.url = make_url(url)
        self.is_sqlite = self.url.get_backend_name() == "sqlite"
        if self.is_sqlite and self.url.database:
            Path(self.url.database).parent.mkdir(parents=True, exist_ok=True)
        self.write_engine = _engine(self.url)
        self.read_engine = _engine(make_url(replica_url) if replica_url else self.url)
        if self.is_sqlite:
            event.listen(self.write_engine, "connect", _open_for_writing)
            event.listen(self.read_engine, "connect", _open_for_reading)
            event.listen(self.write_engine, "begin", _begin_immediate)
            event.listen(self.read_engine, "begin", _begin)
            self._glances = self.read_engine
        else:
            event.listen(self.read_engine, "begin", _begin_snapshot)
            self._glances = _glancing(self.read_engine.url)

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """Open a session on one snapshot that cannot write."""
        with Session(self.read_engine, expire_on_commit=False) as session:
            yield session

    def glance(self, sql: str) -> Any:
        """Return the first value that a constant statement reads, by itself: a fifth of what a session costs.

        It is of no snapshot: what is read after it may be newer.
        """
        for is_last in (False, True):
            connection = self._glances.raw_connection()
            try:
                cursor = connection.cursor()
                cursor.execute(sql)
                row = cursor.fetchone()
                cursor.close()
            except self._glances.dialect.loaded_dbapi.Error as error:
                if is_last or not self._glances.dialect.is_disconnect(error, connection.dbapi_connection, None):
                    raise
                connection.invalidate()  # the server went away since; another connection may do
            else:
                return None if row is None else row[0]
            finally:
                connection.close()
        return None

    @contextmanager
    def transaction(self) -> Iterator[Session]:
        """Open a session that commits at the end, or takes everything back when anything is raised.

        Raises `Stale` or `Conflict` when another transaction was first with
        the same row or the same unique value.
        """
        with Session(self.write_engine, expire_on_commit=False) as session:
            try:
                yield session
                session.commit()
            except StaleDataError as race:
                session.rollback()
                raise Stale("somebody saved at the same moment") from race
            except IntegrityError as error:
                session.rollback()
                if _is_taken(error):
                    raise Conflict("somebody added the same at the same moment") from error
                raise
            except BaseException:
                session.rollback()
                raise

    def close(self) -> None:
        """Close all connections."""
        self.write_engine.dispose()
        self.read_engine.dispose()
        self._glances.dispose()


def take_turns(session: Session, about: str) -> None:
    """Let other transactions about the same wait until this one ends. On SQLite they do already: there one writes at a time."""
    if session.connection().dialect.name == "postgresql":
        session.execute(select(func.pg_advisory_xact_lock(func.hashtextextended(about, 0))))


def _is_taken(error: IntegrityError) -> bool:
    """Say whether it was a unique constraint, of PostgreSQL or SQLite, that was broken."""
    name = getattr(error.orig, "sqlite_errorname", "")
    return getattr(error.orig, "sqlstate", "") == "23505" or name in {"SQLITE_CONSTRAINT_UNIQUE", "SQLITE_CONSTRAINT_PRIMARYKEY"}


def _engine(url: URL) -> Engine:
    return create_engine(
        url,
        json_serializer=lambda value: orjson.dumps(value).decode(),
        json_deserializer=orjson.loads,
        pool_pre_ping=url.get_backend_name() != "sqlite",
        hide_parameters=True,
    )


def _glancing(url: URL) -> Engine:
    """Return an engine for single statements: no transaction around them, and no question beforehand whether the server is still there."""
    return create_engine(url, isolation_level="AUTOCOMMIT", pool_reset_on_return=None, hide_parameters=True)


def _open_for_writing(connection: sqlite3.Connection, _record: object) -> None:
    _pragmas(
        connection, "foreign_keys=ON", "recursive_triggers=ON", f"busy_timeout={BUSY_TIMEOUT_MS}", "journal_mode=WAL", "synchronous=FULL"
    )


def _open_for_reading(connection: sqlite3.Connection, _record: object) -> None:
    _pragmas(connection, f"busy_timeout={BUSY_TIMEOUT_MS}", "query_only=ON", "mmap_size=268435456", "cache_size=-4000")


def _pragmas(connection: sqlite3.Connection, *pragmas: str) -> None:
    """Set the connection up; the driver may not begin transactions by itself, because we say how."""
    connection.isolation_level = None
    for pragma in pragmas:
        connection.execute(f"PRAGMA {pragma}")


def _begin_immediate(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE")


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN")


def _begin_snapshot(connection: Connection) -> None:
    connection.exec_driver_sql("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
