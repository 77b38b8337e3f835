"""`register backup` and `restore`: a copy is whole or not there, and what comes back does not pass for something newer."""

import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner
from sqlalchemy import select

from register.cli import group
from register.db import Database
from register.models import AuditEvent, Organisation, PublicState
from register.services.restoring import LEAP
from register.wiring import Wiring
from tests.cli.conftest import Command
from tests.dev_idp.running import spare_port
from tests.factories import organisation


@pytest.fixture
def wiring(wiring: Wiring) -> Wiring:
    """Return a register on a port of its own, so that nothing else seems to be it."""
    return replace(wiring, settings=replace(wiring.settings, port=spare_port()))


def add(database: Database, name: str) -> None:
    with database.transaction() as session:
        organisation(session, name)


def names(database: Database) -> list[str]:
    with database.reading() as session:
        return [body.names["nl"] for body in session.scalars(select(Organisation).order_by(Organisation.id))]


class TestOnSqlite:
    @pytest.fixture
    def wiring(self, wiring: Wiring, tmp_path: Path) -> Wiring:
        """Return a register on SQLite whichever database the other tests run on."""
        database = Database(f"sqlite:///{tmp_path / 'own.sqlite3'}")
        CliRunner().invoke(group, ["init"], obj=replace(wiring, database=database))
        return replace(wiring, database=database)

    @pytest.fixture
    def own(self, wiring: Wiring) -> Database:
        add(wiring.database, "Voor de kopie")
        return wiring.database

    def test_copies_while_somebody_writes(self, register: Command, own: Database, tmp_path: Path) -> None:
        with own.transaction() as session:
            organisation(session, "Nog niet vastgelegd")
            result = register("backup", str(tmp_path / "copy.sqlite3"))

        assert result.exit_code == 0, result.output
        assert "Its audit trail holds: 1 events, head " in result.stdout
        assert names(Database(f"sqlite:///{tmp_path / 'copy.sqlite3'}")) == ["Voor de kopie"]
        assert (tmp_path / "copy.sqlite3").stat().st_mode & 0o077 == 0, "others can read the copy"

    def test_names_the_copy_by_its_moment_in_a_folder(self, register: Command, own: Database, tmp_path: Path) -> None:
        (tmp_path / "copies").mkdir()

        register("backup", str(tmp_path / "copies"))

        assert [path.name for path in (tmp_path / "copies").iterdir()] == ["register-20261120-110000.sqlite3"]

    def test_never_replaces_a_file(self, register: Command, own: Database, tmp_path: Path) -> None:
        (tmp_path / "copy.sqlite3").write_text("something else")

        result = register("backup", str(tmp_path / "copy.sqlite3"))

        assert result.exit_code == 1
        assert "never replaces a file" in result.stderr
        assert (tmp_path / "copy.sqlite3").read_text() == "something else"

    def test_puts_back_what_was_and_keeps_what_is(self, register: Command, own: Database, tmp_path: Path) -> None:
        copy = tmp_path / "copy.sqlite3"
        register("backup", str(copy))
        add(own, "Na de kopie")

        result = register("restore", "--yes", str(copy))

        assert result.exit_code == 0, result.output
        assert names(own) == ["Voor de kopie"]
        assert names(Database(f"sqlite:///{tmp_path / 'own.sqlite3.before-20261120-110000'}")) == ["Voor de kopie", "Na de kopie"]
        assert register("verify").exit_code == 0

    def test_goes_on_far_beyond_the_sequences_that_were_given_out(self, register: Command, own: Database, tmp_path: Path) -> None:
        copy = tmp_path / "copy.sqlite3"
        register("backup", str(copy))

        register("restore", "--yes", str(copy))

        with own.reading() as session:
            assert session.scalars(select(PublicState.sequence)).one() == 1 + LEAP
            newest = session.scalars(select(AuditEvent).order_by(AuditEvent.sequence.desc())).first()
        assert newest is not None
        assert newest.action == "register.restored"

    def test_asks_before_it_replaces(self, register: Command, own: Database, tmp_path: Path) -> None:
        copy = tmp_path / "copy.sqlite3"
        register("backup", str(copy))
        add(own, "Na de kopie")

        result = register("restore", str(copy), answer="n\n")

        assert result.exit_code == 1
        assert names(own) == ["Voor de kopie", "Na de kopie"]

    @pytest.mark.parametrize("content", [b"", b"not a database" * 100])
    def test_refuses_what_is_not_a_copy(self, register: Command, own: Database, tmp_path: Path, content: bytes) -> None:
        (tmp_path / "copy.sqlite3").write_bytes(content)

        result = register("restore", "--yes", str(tmp_path / "copy.sqlite3"))

        assert result.exit_code == 1
        assert "is not a copy of a register" in result.stderr
        assert names(own) == ["Voor de kopie"]

    def test_refuses_a_damaged_copy(self, register: Command, own: Database, tmp_path: Path) -> None:
        copy = tmp_path / "copy.sqlite3"
        register("backup", str(copy))
        with copy.open("r+b") as file:
            file.seek(4096 * 3)
            file.write(b"\xff" * 4096)

        result = register("restore", "--yes", str(copy))

        assert result.exit_code == 1
        assert names(own) == ["Voor de kopie"]

    def test_refuses_a_copy_of_a_newer_release(self, register: Command, own: Database, tmp_path: Path) -> None:
        copy = tmp_path / "copy.sqlite3"
        register("backup", str(copy))
        with sqlite3.connect(copy) as connection:
            connection.execute("UPDATE alembic_version SET version_num = '9999_later'")
        connection.close()

        result = register("restore", "--yes", str(copy))

        assert result.exit_code == 1
        assert "newer release (9999_later)" in result.stderr

    def test_puts_back_what_was_when_what_is_cannot_be_read_any_more(self, register: Command, own: Database, tmp_path: Path) -> None:
        register("backup", str(tmp_path / "copy.sqlite3"))
        own.close()
        (tmp_path / "own.sqlite3").write_bytes(b"broken beyond repair")

        result = register("restore", "--yes", str(tmp_path / "copy.sqlite3"))

        assert result.exit_code == 0, result.output
        assert names(own) == ["Voor de kopie"]
        assert (tmp_path / "own.sqlite3.before-20261120-110000").read_bytes() == b"broken beyond repair"


class TestOnPostgresql:
    @pytest.fixture
    def elsewhere(self, wiring: Wiring) -> Wiring:
        """Return a register on a PostgreSQL that is never asked anything."""
        return replace(wiring, database=Database("postgresql+psycopg://register:verysecret@db.example/register"))

    def test_names_the_command_for_a_copy_without_the_password(self, elsewhere: Wiring) -> None:
        result = CliRunner().invoke(group, ["backup", "copy.dump"], obj=elsewhere)

        assert result.exit_code == 1
        assert "pg_dump --format=custom --file=copy.dump postgresql://register@db.example/register" in result.stderr
        assert "verysecret" not in result.output

    def test_names_the_commands_to_put_one_back(self, elsewhere: Wiring, tmp_path: Path) -> None:
        copy = tmp_path / "copy.dump"
        copy.touch()

        result = CliRunner().invoke(group, ["restore", str(copy)], obj=elsewhere)

        assert result.exit_code == 1
        assert (
            f"pg_restore --clean --if-exists --single-transaction --dbname=postgresql://register@db.example/register {copy}"
            in result.stderr
        )
        assert "register restore --done" in result.stderr

    def test_notes_that_a_dump_was_put_back_where_there_are_dumps(self, register: Command, database: Database) -> None:
        result = register("restore", "--done")

        with database.reading() as session:
            sequence = session.scalars(select(PublicState.sequence)).one()
        assert (result.exit_code, sequence) == ((2, 0) if database.is_sqlite else (0, LEAP))
