"""Every step of the database's tables, on both databases: nothing is lost on the way, and what protects stays.

A row in each table, made up from the columns that it has, stands for whatever
an operator may have in it.
"""

from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from alembic import command
from alembic.script import ScriptDirectory
from sqlalchemy import Column, Connection, MetaData, inspect, text
from sqlalchemy.exc import IntegrityError

from register.canonical import canonical
from register.db import Database
from register.upgrade import MIGRATIONS, configuration
from tests.conftest import POSTGRES, fresh_database

STEPS = [script.revision for script in reversed([*ScriptDirectory(str(MIGRATIONS)).walk_revisions()])]

#: Neither changed nor removed, ever.
FROZEN = (
    "versions", "organisation_versions", "product_versions", "withdrawals", "redactions", "audit_events", "numbers", "classifications",
)  # fmt: skip
#: Changed all the time, never removed.
KEPT = ("audit_head", "public_state")
CONTENT = "version_contents"
SEARCH = "search_"
#: Stands for every key, so that rows refer to one another.
KEY = 1_000_001


@contextmanager
def without_tables(folder: Path) -> Iterator[Database]:
    """Give a database of its own in which nothing was made yet."""
    with fresh_database("template1", folder) if POSTGRES else nullcontext(f"sqlite:///{folder / 'empty.sqlite3'}") as url:
        database = Database(url)
        yield database
        database.close()


@pytest.fixture
def database(template_database: str, tmp_path: Path) -> Iterator[Database]:
    """Return a database without any table."""
    with without_tables(tmp_path) as database:
        yield database


@pytest.fixture(scope="module")
def filled(template_database: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    """Return a database with all tables and a row in each; what is refused leaves it as it is."""
    with without_tables(tmp_path_factory.mktemp("filled")) as database:
        with database.write_engine.begin() as connection:
            command.upgrade(configuration(connection), "head")
            fill(connection)
        yield database


def fill(connection: Connection, *, but: str = "") -> None:
    """Put a row in each table that has none of ours yet."""
    metadata = MetaData()
    metadata.reflect(connection, only=lambda name, _: not name.startswith(SEARCH) and name not in ("alembic_version", but))
    for table in metadata.sorted_tables:
        key = next(iter(table.primary_key))
        if connection.execute(table.select().where(key == value_for(key))).first() is None:
            connection.execute(table.insert().values({column.name: value_for(column) for column in table.columns}))


def value_for(column: Column[Any]) -> Any:
    """Make up a value that the column takes; keys are all the same, so that they fit."""
    kind = column.type.python_type
    if kind is int:
        return KEY
    if kind is str:
        return str(KEY)[: getattr(column.type, "length", None)]
    made: dict[type, Any] = {bool: False, datetime: datetime(2026, 11, 20, 11, tzinfo=UTC), bytes: b"x", object: {}}
    return made[kind]


def counts(connection: Connection) -> dict[str, int]:
    names = [name for name in inspect(connection).get_table_names() if not name.startswith(SEARCH) and name != "alembic_version"]
    return {name: connection.execute(text(f"SELECT count(*) FROM {name}")).scalar_one() for name in names}  # noqa: S608  # our own tables


def triggers(connection: Connection) -> set[tuple[str, str]]:
    """Return the triggers as they are written, with the tables on which they are."""
    if connection.dialect.name == "sqlite":
        found = connection.execute(text("SELECT tbl_name, sql FROM sqlite_master WHERE type = 'trigger'"))
    else:
        found = connection.execute(
            text("SELECT tgrelid::regclass::text, pg_get_triggerdef(oid) FROM pg_trigger WHERE NOT tgisinternal AND tgenabled = 'O'")
        )
    return {(table, written) for table, written in found}


def refused(database: Database, statement: str) -> str:
    """Return what the database says against a statement that it must refuse."""
    with pytest.raises(IntegrityError) as refusal, database.write_engine.begin() as connection:
        connection.execute(text(statement))
    return str(refusal.value.orig)


class TestSteps:
    def test_lose_no_row_and_no_trigger_on_the_way(self, database: Database) -> None:
        before_triggers: set[tuple[str, str]] = set()
        before: dict[str, int] = {}
        for step in STEPS:
            with database.write_engine.begin() as connection:
                command.upgrade(configuration(connection), step)
                after, after_triggers = counts(connection), triggers(connection)
                assert {name: count for name, count in before.items() if after.get(name, 0) < count} == {}, step
                assert before_triggers - after_triggers == set(), step
                fill(connection)
                before, before_triggers = counts(connection), after_triggers
        assert min(before.values()) >= 1

    def test_come_to_the_tables_that_the_program_expects(self, filled: Database) -> None:
        with filled.write_engine.begin() as connection:
            command.check(configuration(connection))

    def test_can_be_asked_for_again(self, filled: Database) -> None:
        with filled.write_engine.begin() as connection:
            before = counts(connection)
            command.upgrade(configuration(connection), "head")

            assert counts(connection) == before


class TestAnswersLanguage:
    def test_is_said_in_what_the_public_reads_as_a_rebuild_would(self, database: Database) -> None:
        told = {
            "number": "123456789",
            "text": "Wie leest “mijn” melding?\n",
            "answer": "Een medewerker – altijd.",
            "answeredOn": "2026-11-20",
        }
        with database.write_engine.begin() as connection:
            command.upgrade(configuration(connection), "0009_subscriptions_create")
            fill(connection)
            connection.execute(text("UPDATE public_questions SET is_answered = true, document = :told"), {"told": canonical(told)})
            command.upgrade(configuration(connection), "head")

            kept = connection.execute(text("SELECT document FROM public_questions")).scalar_one()
            language = connection.execute(text("SELECT answer_language FROM questions")).scalar_one()

        assert bytes(kept) == canonical(told | {"answerLanguage": "nl"})
        assert language == "nl"


class TestProtection:
    @pytest.mark.parametrize("table", [*FROZEN, CONTENT])
    def test_refuses_every_change(self, filled: Database, table: str) -> None:
        with filled.read_engine.connect() as connection:
            column = inspect(connection).get_columns(table)[0]["name"]

        assert f"{table} are immutable" in refused(filled, f"UPDATE {table} SET {column} = {column}")  # noqa: S608  # our own tables

    @pytest.mark.parametrize("table", [*FROZEN, *KEPT])
    def test_refuses_every_removal(self, filled: Database, table: str) -> None:
        assert f"{table} are immutable" in refused(filled, f"DELETE FROM {table}")  # noqa: S608  # our own tables

    @pytest.mark.parametrize("table", [*FROZEN, *KEPT])
    def test_refuses_the_ways_round_a_removal(self, filled: Database, table: str) -> None:
        assert "are immutable" in refused(filled, way_round(filled, table))

    def test_lets_the_heads_move(self, filled: Database) -> None:
        with filled.write_engine.begin() as connection:
            for table in KEPT:
                assert connection.execute(text(f"UPDATE {table} SET sequence = sequence + 1")).rowcount == 2  # noqa: S608  # our own tables


class TestContent:
    def test_goes_after_a_redaction_and_never_before(self, database: Database) -> None:
        with database.write_engine.begin() as connection:
            command.upgrade(configuration(connection), "head")
            fill(connection, but="redactions")

        assert "are immutable" in refused(database, f"DELETE FROM {CONTENT}")  # noqa: S608  # our own table
        assert "are immutable" in refused(database, way_round(database, CONTENT))
        with database.write_engine.begin() as connection:
            fill(connection)
            assert connection.execute(text(f"DELETE FROM {CONTENT}")).rowcount == 1  # noqa: S608  # our own table


def way_round(database: Database, table: str) -> str:
    """Return how one might get rid of rows without deleting any."""
    return f"INSERT OR REPLACE INTO {table} SELECT * FROM {table}" if database.is_sqlite else f"TRUNCATE {table} CASCADE"  # noqa: S608  # our own tables
