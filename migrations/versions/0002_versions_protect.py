"""Forbid, in the database itself, to change or delete what was published, decided or audited.

The content of a version may be deleted only when a row in `redactions` names
the version. SQLite needs `recursive_triggers` on every connection, or INSERT OR
REPLACE would get round the triggers; PostgreSQL needs one against TRUNCATE too.

Safe while the previous release runs: it only adds triggers on tables that the
code never changes.
"""

from alembic import op

revision = "0002_versions_protect"
down_revision = "0001_tables_create"

#: Neither UPDATE nor DELETE.
FROZEN = ("versions", "organisation_versions", "product_versions", "withdrawals", "redactions", "audit_events", "numbers")
#: No UPDATE; DELETE after a redaction only.
CONTENT = "version_contents"
#: UPDATE is its work; it may not go.
KEPT = ("audit_head", "public_state")


def upgrade() -> None:
    """Add the triggers of this database."""
    if op.get_bind().dialect.name == "sqlite":
        _protect_sqlite()
    else:
        _protect_postgresql()


def _protect_sqlite() -> None:
    for table in FROZEN:
        for verb in ("UPDATE", "DELETE"):
            _sqlite_trigger(table, verb)
    _sqlite_trigger(CONTENT, "UPDATE")
    _sqlite_trigger(CONTENT, "DELETE", "WHEN NOT EXISTS (SELECT 1 FROM redactions WHERE version_id = OLD.version_id)")
    for table in KEPT:
        _sqlite_trigger(table, "DELETE")


def _sqlite_trigger(table: str, verb: str, when: str = "") -> None:
    op.execute(
        f"CREATE TRIGGER {table}_no_{verb.lower()} BEFORE {verb} ON {table} FOR EACH ROW {when} "
        f"BEGIN SELECT RAISE(ABORT, '{table} are immutable'); END"
    )


def _protect_postgresql() -> None:
    op.execute(
        "CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
        "RAISE EXCEPTION '% are immutable', TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation'; END $$"
    )
    op.execute(
        "CREATE FUNCTION refuse_unless_redacted() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
        "IF NOT EXISTS (SELECT 1 FROM redactions WHERE version_id = OLD.version_id) THEN "
        "RAISE EXCEPTION '% are immutable', TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation'; END IF; "
        "RETURN OLD; END $$"
    )
    for table in FROZEN:
        _postgresql_trigger(table, "UPDATE OR DELETE", "ROW", "refuse_change")
    _postgresql_trigger(CONTENT, "UPDATE", "ROW", "refuse_change")
    _postgresql_trigger(CONTENT, "DELETE", "ROW", "refuse_unless_redacted")
    for table in KEPT:
        _postgresql_trigger(table, "DELETE", "ROW", "refuse_change")
    for table in (*FROZEN, CONTENT, *KEPT):
        _postgresql_trigger(table, "TRUNCATE", "STATEMENT", "refuse_change")


def _postgresql_trigger(table: str, verb: str, level: str, function: str) -> None:
    name = f"{table}_no_{verb.lower().replace(' ', '_')}"
    op.execute(f"CREATE TRIGGER {name} BEFORE {verb} ON {table} FOR EACH {level} EXECUTE FUNCTION {function}()")
