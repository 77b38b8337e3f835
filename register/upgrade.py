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


def is_current(database: Database) -> bool:
    """Say whether the database has the schema that this release expects."""
    head = ScriptDirectory(str(MIGRATIONS)).get_current_head()
    with database.read_engine.connect() as connection:
        return MigrationContext.configure(connection).get_current_revision() == head


def configuration(connection: Connection) -> Config:
    """Return Alembic's configuration for this connection."""
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    config.attributes["connection"] = connection
    return config
