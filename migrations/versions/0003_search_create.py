"""Make the two search indexes, of what holds now and of what ever held.

SQLite gets FTS5 tables, PostgreSQL tables with a `tsvector`. Both go by the
row ids of `public_registrations`, and both can be made anew at any time.

Safe while the previous release runs: it only adds tables.
"""

from alembic import op

revision = "0003_search_create"
down_revision = "0002_versions_protect"

TABLES = ("search_current", "search_history")


def upgrade() -> None:
    """Add the indexes of this database."""
    if op.get_bind().dialect.name == "sqlite":
        for table in TABLES:
            op.execute(
                f"CREATE VIRTUAL TABLE {table} USING fts5(title, summary, body, "
                "tokenize = \"unicode61 remove_diacritics 2\", prefix = '2 3 4')"
            )
        return
    for table in TABLES:
        op.execute(f"CREATE TABLE {table} (rowid INTEGER NOT NULL PRIMARY KEY, words tsvector NOT NULL)")
        op.execute(f"CREATE INDEX ix_{table}_words ON {table} USING gin (words)")
