"""Keep in which language a body answered. All that was answered before is Dutch.

Safe while the previous release runs: what that answers is Dutch too. Made public by it, an answer says no language until the
read model is made anew (`register rebuild-public`).
"""

import json

import sqlalchemy as sa
from alembic import op

revision = "0010_answers_language"
down_revision = "0009_subscriptions_create"

QUESTIONS = sa.table(
    "public_questions", sa.column("id", sa.Integer), sa.column("is_answered", sa.Boolean), sa.column("document", sa.LargeBinary)
)


def upgrade() -> None:
    """Add the column, and say it in what the public reads."""
    op.add_column("questions", sa.Column("answer_language", sa.String(length=2), nullable=False, server_default="nl"))
    connection = op.get_bind()
    answered = connection.execute(sa.select(QUESTIONS.c.id, QUESTIONS.c.document).where(QUESTIONS.c.is_answered)).all()
    for row_id, document in answered:
        told = json.loads(document) | {"answerLanguage": "nl"}
        said = json.dumps(told, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()
        connection.execute(sa.update(QUESTIONS).where(QUESTIONS.c.id == row_id).values(document=said))
