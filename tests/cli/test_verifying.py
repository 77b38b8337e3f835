"""`register verify`, `verify-audit` and `rebuild-public`: they say what differs, and mend what can be made anew."""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from sqlalchemy import text, update

from register.db import Database
from register.domain.permissions import SYSTEM
from register.models import AuditEvent, PublicRegistration
from register.ports import SearchIndex
from register.rendering import extracts
from register.rendering.extracts import Head
from register.services import audit
from tests.cli.conftest import Command
from tests.conftest import fresh_database
from tests.factories import NOON, organisation, published


@pytest.fixture
def database_url(template_database: str, tmp_path: Path) -> Iterator[str]:
    """Return a database of the test's own, because the tests here take away what protects it."""
    with fresh_database(template_database, tmp_path) as url:
        yield url


@pytest.fixture
def number(database: Database, search: SearchIndex) -> str:
    """Publish something, and return its number."""
    with database.transaction() as session:
        body = organisation(session)
        published(session, body, search)
        return published(session, body, search).entry.number


class TestVerify:
    def test_says_that_everything_agrees(self, register: Command, number: str) -> None:
        result = register("verify")

        assert result.exit_code == 0
        assert result.stdout.count("agrees ") == 6
        assert result.stdout.endswith("Everything agrees.\n")

    def test_agrees_with_an_empty_register(self, register: Command) -> None:
        assert register("verify").exit_code == 0

    def test_states_what_differs_and_a_rebuild_mends_it(self, register: Command, database: Database, number: str) -> None:
        with database.transaction() as session:
            session.execute(
                update(PublicRegistration).where(PublicRegistration.number == number).values(title="Iets anders", valid_to=None)
            )
            session.execute(text("DELETE FROM search_current"))

        result = register("verify")

        assert result.exit_code == 1
        assert f"registration {number}: what the public reads differs in title" in result.stderr
        assert "the search index of current texts misses 2 rows" in result.stderr
        assert "Error: 2 differences." in result.stderr
        assert "Made anew from 3 acts." in register("rebuild-public").stdout
        assert register("verify").exit_code == 0

    def test_leaves_the_database_as_it_was(self, register: Command, database: Database, number: str) -> None:
        with database.reading() as session:
            before = session.query(AuditEvent).count(), session.query(PublicRegistration).count()

        register("verify")

        with database.reading() as session:
            assert (session.query(AuditEvent).count(), session.query(PublicRegistration).count()) == before


class TestVerifyAudit:
    def test_gives_the_head_to_note_down(self, register: Command, number: str) -> None:
        said = register("verify-audit").stdout

        head = said.split()[-1]
        assert len(head) == 64
        assert register("verify-audit", "--expect-head", head.upper()).exit_code == 0

    def test_knows_a_head_that_was_earlier_in_the_chain(self, register: Command, database: Database, number: str) -> None:
        head = register("verify-audit").stdout.split()[-1]
        with database.transaction() as session:
            organisation(session)

        assert register("verify-audit", "--expect-head", head).exit_code == 0

    def test_ends_with_1_for_a_head_that_is_not_in_the_chain(self, register: Command, number: str) -> None:
        result = register("verify-audit", "--expect-head", "f" * 64)

        assert result.exit_code == 1
        assert "the expected head is not in the chain" in result.stderr

    def test_ends_with_1_for_a_changed_event(self, register: Command, database: Database, number: str) -> None:
        with database.transaction() as session:
            if database.is_sqlite:
                session.execute(text("DROP TRIGGER audit_events_no_update"))
            else:
                session.execute(text("ALTER TABLE audit_events DISABLE TRIGGER USER"))
            session.execute(update(AuditEvent).where(AuditEvent.sequence == 2).values(actor="somebody else"))

        result = register("verify-audit")

        assert result.exit_code == 1
        assert "event 2 was changed. 1 events before that do." in result.stderr


class TestVerifyExtract:
    def test_proves_a_file_and_says_whether_it_was_taken_here(self, register: Command, database: Database, tmp_path: Path) -> None:
        file = tmp_path / "extract.json"
        with file.open("wb") as sink:
            proof = extracts.write(sink, Head({}, "https://register.example", made_at=NOON, sequence=1), []).sha256

        unknown = register("verify-extract", str(file))
        with database.transaction() as session:
            audit.record(session, "extract.taken", "extract", actor=SYSTEM, now=NOON, sha256=proof)
        known = register("verify-extract", str(file))

        assert (unknown.exit_code, known.exit_code) == (0, 0)
        assert "does not know it" in unknown.stdout
        assert f"{proof}\nFirst taken from this register on 2026-11-20 at 11:00 UTC." in known.stdout

    def test_refuses_one_that_was_changed(self, register: Command, tmp_path: Path) -> None:
        written = BytesIO()
        extracts.write(written, Head({}, "a", made_at=NOON, sequence=1), [])
        file = tmp_path / "extract.json"
        file.write_bytes(written.getvalue().replace(b'"register":"a"', b'"register":"b"'))

        result = register("verify-extract", str(file))

        assert result.exit_code == 1
        assert "the content is not what its SHA-256 says" in result.stderr
