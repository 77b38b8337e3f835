"""Brings a database to the newest schema. Only the parent process does this, before workers start."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection

from register.db import Database

MIGRATIONS = Path(__file__).parent.parent / "migrations"


def upgrade(database: Database) -> None:
    """Run all migrations that this database has not seen."""
    with database.write_engine.begin() as connection:
        command.upgrade(configuration(connection), "head")


def revision(database: Database) -> str | None:
    """Name the newest migration that this database has seen, or None when it has seen none."""
    # On SQLite the write engine would wait for other writers; on PostgreSQL the read engine may be a replica that lags behind.
    engine = database.read_engine if database.is_sqlite else database.write_engine
    with engine.connect() as connection:
        return MigrationContext.configure(connection).get_current_revision()


def is_current(database: Database) -> bool:
    """Say whether the database has the schema that this release expects."""
    return revision(database) == ScriptDirectory(str(MIGRATIONS)).get_current_head()


def knows(name: str) -> bool:
    """Say whether this release has a migration of this name; a newer release has more."""
    return name in {script.revision for script in ScriptDirectory(str(MIGRATIONS)).walk_revisions()}


def configuration(connection: Connection) -> Config:
    """Return Alembic's configuration for this connection."""
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    config.attributes["connection"] = connection
    return config
