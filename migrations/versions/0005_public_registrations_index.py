"""Index what is counted on the public pages, so that counting reads no documents.

Safe while the previous release runs: it only adds indexes, which that release
keeps up to date like any other.
"""

import sqlalchemy as sa
from alembic import op

revision = "0005_public_registrations_index"
down_revision = "0004_heads_insert"

NAME = "ix_public_registrations_counted"
COLUMNS = ["state", "organisation_number", "kind", "status", "decision_role", "is_mirrored", "is_example", "review_due"]
IS_SHOWN = sa.text("valid_to IS NULL AND document IS NOT NULL")


def upgrade() -> None:
    """Add the indexes."""
    op.create_index("ix_public_registrations_example", "public_registrations", ["is_example", "valid_to"])
    op.create_index(NAME, "public_registrations", COLUMNS, sqlite_where=IS_SHOWN, postgresql_where=IS_SHOWN)
