"""Begin the audit chain and the publication sequence: one row each.

Safe while the previous release runs: there is none.
"""

from alembic import op

revision = "0004_heads_insert"
down_revision = "0003_search_create"


def upgrade() -> None:
    """Insert the two rows that are only ever updated."""
    op.execute(f"INSERT INTO audit_head (id, sequence, hash) VALUES (1, 0, '{'0' * 64}')")  # noqa: S608  # a constant
    op.execute("INSERT INTO public_state (id, sequence, at) VALUES (1, 0, CURRENT_TIMESTAMP)")
