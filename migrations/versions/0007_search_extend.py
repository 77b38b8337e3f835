"""Keep the words of each part of a registration apart in the search indexes, and count how often the read model was made anew.

The indexes are left empty and are filled by `register init` (which the start
of the program does too): that is work of the program, not of the schema. Until
then searches find nothing. Not safe while the previous release runs, which can
neither search nor publish on these tables: stop it first (docs/operations.md).
"""

import sqlalchemy as sa
from alembic import op

revision = "0007_search_extend"
down_revision = "0006_classifications_create"

TABLES = ("search_current", "search_history")


def upgrade() -> None:
    """Make the indexes anew, and add what tells whether they were filled."""
    op.add_column("public_state", sa.Column("generation", sa.Integer(), nullable=False, server_default="0"))
    op.add_column("public_state", sa.Column("search_version", sa.String(20), nullable=False, server_default=""))
    for table in TABLES:
        op.execute(f"DROP TABLE {table}")
    if op.get_bind().dialect.name == "sqlite":
        for table in TABLES:
            op.execute(
                f"CREATE VIRTUAL TABLE {table} USING fts5(name, tags, product, summary, purpose, rest, "
                "tokenize = \"unicode61 remove_diacritics 0\", prefix = '3 4')"
            )
        op.execute("CREATE VIRTUAL TABLE search_words USING fts5vocab(search_current, row)")
        return
    for table in TABLES:
        op.execute(f"CREATE TABLE {table} (rowid INTEGER NOT NULL PRIMARY KEY, words tsvector NOT NULL)")
        op.execute(f"CREATE INDEX ix_{table}_words ON {table} USING gin (words)")
