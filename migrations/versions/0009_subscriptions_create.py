"""Keep who hears by mail of changes in a selection.

Safe while the previous release runs: it only adds a table that it does not know.
"""

import sqlalchemy as sa
from alembic import op

revision = "0009_subscriptions_create"
down_revision = "0008_questions_create"


def upgrade() -> None:
    """Add the table."""
    op.create_table(
        "subscriptions",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(length=32), nullable=False),
        sa.Column("email", sa.String(length=254), nullable=False),
        sa.Column("language", sa.String(length=2), nullable=False),
        sa.Column("frequency", sa.String(length=40), nullable=False),
        sa.Column("selection", sa.String(length=2000), nullable=False),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("confirmed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("told_until", sa.DateTime(timezone=True), nullable=False),
        sa.Column("next_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_subscriptions"),
        sa.UniqueConstraint("key", name="uq_subscriptions_key"),
    )
    op.create_index("ix_subscriptions_next_at", "subscriptions", ["next_at"])
