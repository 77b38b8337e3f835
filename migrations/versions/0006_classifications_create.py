"""Keep every outcome under the AI Act that an entry had, and what was decided about keeping a registration out of sight.

An outcome is never changed, and goes only with a draft that was never
published. Safe while the previous release runs: it adds two tables that it does
not know, and a column that has a default.
"""

import sqlalchemy as sa
from alembic import op

revision = "0006_classifications_create"
down_revision = "0005_public_registrations_index"

TABLE = "classifications"
NEVER_PUBLISHED = "(SELECT publication_state FROM entries WHERE id = OLD.entry_id) = 'unpublished'"


def upgrade() -> None:
    """Add the tables, the column, and the triggers of this database."""
    op.create_table(
        TABLE,
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("entry_id", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("public_id", sa.String(length=32), nullable=False),
        sa.Column("occasion", sa.String(length=40), nullable=False),
        sa.Column("version", sa.Integer(), nullable=True),
        sa.Column("facts", sa.JSON(), nullable=False),
        sa.Column("unsure", sa.JSON(), nullable=False),
        sa.Column("outcome", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["entry_id"], ["entries.id"], name="fk_classifications_entry_id_entries"),
        sa.PrimaryKeyConstraint("id", name="pk_classifications"),
    )
    op.create_index("ix_classifications_entry_id", TABLE, ["entry_id"])
    op.create_table(
        "restrictions",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("entry_id", sa.Integer(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("asked_by", sa.String(length=32), nullable=False),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("decided_by", sa.String(length=32), nullable=True),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("public_sequence", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["entry_id"], ["entries.id"], name="fk_restrictions_entry_id_entries"),
        sa.PrimaryKeyConstraint("id", name="pk_restrictions"),
    )
    op.create_index("ix_restrictions_entry_id", "restrictions", ["entry_id"])
    op.add_column("entries", sa.Column("restriction", sa.String(length=40), nullable=False, server_default="default"))
    if op.get_bind().dialect.name == "sqlite":
        _protect_sqlite()
    else:
        _protect_postgresql()


def _protect_sqlite() -> None:
    for verb, when in (("UPDATE", ""), ("DELETE", f"WHEN NOT {NEVER_PUBLISHED}")):
        op.execute(
            f"CREATE TRIGGER {TABLE}_no_{verb.lower()} BEFORE {verb} ON {TABLE} FOR EACH ROW {when} "
            f"BEGIN SELECT RAISE(ABORT, '{TABLE} are immutable'); END"
        )


def _protect_postgresql() -> None:
    op.execute(
        "CREATE FUNCTION refuse_unless_never_published() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
        f"IF NOT {NEVER_PUBLISHED} THEN "
        "RAISE EXCEPTION '% are immutable', TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation'; END IF; "
        "RETURN OLD; END $$"
    )
    for verb, level, function in (
        ("UPDATE", "ROW", "refuse_change"),
        ("DELETE", "ROW", "refuse_unless_never_published"),
        ("TRUNCATE", "STATEMENT", "refuse_change"),
    ):
        op.execute(f"CREATE TRIGGER {TABLE}_no_{verb.lower()} BEFORE {verb} ON {TABLE} FOR EACH {level} EXECUTE FUNCTION {function}()")
