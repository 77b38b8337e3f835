"""Runs migrations on the connection that `register.upgrade` hands over; there is no alembic.ini."""

from alembic import context

import register.models  # noqa: F401  # makes every table known
from register.db import Base

#: Tables that Alembic does not compare: the search indexes and what FTS5 keeps beside them.
SEARCH = "search_"


def is_compared(_object: object, name: str | None, kind: str, _reflected: bool, _compared_to: object) -> bool:  # noqa: FBT001  # Alembic's form
    """Leave the search tables out of `alembic check`: each database has its own."""
    return not (kind == "table" and (name or "").startswith(SEARCH))


context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Base.metadata,
    include_object=is_compared,
    compare_type=True,
    render_as_batch=False,
)
with context.begin_transaction():
    context.run_migrations()
