"""The audit trail: whatever is changed or left out is found."""

import pytest
from sqlalchemy import text
from sqlalchemy.orm import Session

from register.db import Database
from register.domain.permissions import SYSTEM, Role
from register.queries import audit_events
from register.services import audit
from tests.factories import NOON, actor, draft, organisation

TAMPERINGS = {
    "changed": "UPDATE audit_events SET action = 'something.else' WHERE sequence = 2",
    "missing": "DELETE FROM audit_events WHERE sequence = 2",
    "end": "DELETE FROM audit_events WHERE sequence = 4",
}


def unprotected(session: Session) -> None:
    """Do what an attacker with the database in hand would do first."""
    if session.get_bind().dialect.name == "sqlite":
        for verb in ("update", "delete"):
            session.execute(text(f"DROP TRIGGER audit_events_no_{verb}"))
    else:
        session.execute(text("ALTER TABLE audit_events DISABLE TRIGGER ALL"))


class TestChain:
    def test_holds_over_all_that_happened(self, session: Session) -> None:
        body = organisation(session)
        draft(session, body)

        verdict = audit_events.verify(session)

        assert (verdict.events, verdict.fault) == (2, "")
        assert audit_events.verify(session, expected_head=verdict.head).fault == ""
        assert audit_events.verify(session, expected_head="0" * 64).fault == "the expected head is not in the chain"

    @pytest.mark.parametrize("tampering", TAMPERINGS)
    def test_breaks_when_an_event_is_tampered_with(self, session: Session, tampering: str) -> None:
        for number in range(4):
            audit.record(session, "test.act", "test", str(number), actor=SYSTEM, now=NOON)
        unprotected(session)

        session.execute(text(TAMPERINGS[tampering]))
        session.expire_all()

        assert tampering in audit_events.verify(session).fault

    def test_names_nobody_and_quotes_nothing(self, session: Session) -> None:
        body = organisation(session, "Gemeente Geheim")
        draft(session, body, by=actor(Role.EDITOR, body), name={"nl": "Vertrouwelijk"}, contact="jan@body.example")

        kept = str(session.execute(text("SELECT * FROM audit_events")).all())

        assert not any(word in kept for word in ("Geheim", "Vertrouwelijk", "jan@"))

    def test_begins_empty_and_whole(self, database: Database) -> None:
        with database.reading() as session:
            assert audit_events.verify(session) == audit_events.Verdict(0, "0" * 64)
