"""The two ways to use the database, on each of the two databases."""

import threading
from datetime import UTC, datetime

import pytest
from sqlalchemy import select, text
from sqlalchemy.exc import DatabaseError, StatementError

from register.db import Database, take_turns
from register.domain.permissions import SYSTEM
from register.errors import Conflict, Stale
from register.models import Number, Organisation
from register.queries.organisations import organisation_by_number
from register.services import audit
from register.services.public_records import next_sequence
from tests.factories import NOON, organisation

#: Other databases of the same server are those of tests that run at the same time.
BREAK_OFF = """
SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()
"""


class TestTakeTurns:
    def test_lets_one_transaction_about_the_same_follow_the_other(self, database: Database) -> None:
        told: list[str] = []

        def second() -> None:
            with database.transaction() as session:
                take_turns(session, "burger@post.example")
                told.append("second")

        with database.transaction() as session:
            take_turns(session, "burger@post.example")
            other = threading.Thread(target=second)
            other.start()
            other.join(timeout=0.3)
            told.append("first")
        other.join()

        assert told == ["first", "second"]


class TestReading:
    def test_cannot_write(self, database: Database) -> None:
        with database.reading() as session, pytest.raises(DatabaseError):
            session.execute(text("INSERT INTO numbers (number) VALUES ('123456789')"))

    def test_sees_one_snapshot(self, database: Database) -> None:
        with database.reading() as session:
            before = session.scalars(select(Number)).all()
            with database.transaction() as writing:
                writing.add(Number(number="123456789"))
            after = session.scalars(select(Number)).all()

        assert before == after == []


class TestGlance:
    def test_sees_what_was_committed_last(self, database: Database) -> None:
        sql = "SELECT number FROM numbers"
        assert database.glance(sql) is None
        with database.transaction() as session:
            session.add(Number(number="123456789"))
            session.flush()
            assert database.glance(sql) is None

        assert database.glance(sql) == "123456789"

    def test_goes_on_after_the_server_broke_the_connection_off(self, database: Database) -> None:
        assert database.glance("SELECT count(*) FROM numbers") == 0
        if not database.is_sqlite:
            with database.write_engine.connect() as connection:
                connection.execute(text(BREAK_OFF))

        assert database.glance("SELECT count(*) FROM numbers") == 0

    def test_leaves_no_connection_in_use(self, database: Database) -> None:
        """A fault more often than there are connections."""
        for _ in range(20):
            with pytest.raises(Exception, match="nowhere"):
                database.glance("SELECT number FROM nowhere")

        assert database.glance("SELECT count(*) FROM numbers") == 0


class TestTransaction:
    def test_takes_everything_back_when_something_is_raised(self, database: Database) -> None:
        def fail() -> None:
            with database.transaction() as session:
                session.add(Number(number="123456789"))
                session.flush()
                raise KeyError

        with pytest.raises(KeyError):
            fail()

        with database.reading() as session:
            assert session.get(Number, "123456789") is None

    def test_tells_who_came_second_with_the_same_row(self, database: Database) -> None:
        with database.transaction() as session:
            number = organisation(session).number
        with database.reading() as session:
            seen = organisation_by_number(session, number)
        with database.transaction() as session:
            organisation_by_number(session, number).website = "https://a.example"

        def second() -> None:
            with database.transaction() as session:
                session.add(seen)
                seen.website = "https://b.example"

        with pytest.raises(Stale):
            second()

    def test_tells_who_came_second_with_the_same_unique_value(self, database: Database) -> None:
        def twice() -> None:
            with database.transaction() as session:
                for name in ("a", "b"):
                    session.add(Number(number="123456789"))
                    session.flush()
                    session.expunge_all()
                    assert name

        with pytest.raises(Conflict):
            twice()

    def test_lets_many_writers_wait_their_turn(self, database: Database) -> None:
        failures: list[BaseException] = []

        def write() -> None:
            try:
                for _ in range(10):
                    with database.transaction() as session:
                        next_sequence(session, NOON)
                        audit.record(session, "test.act", "test", actor=SYSTEM, now=NOON)
            except BaseException as failure:
                failures.append(failure)
                raise

        threads = [threading.Thread(target=write) for _ in range(6)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()

        with database.reading() as session:
            assert failures == []
            assert session.scalar(text("SELECT sequence FROM public_state")) == 60
            assert session.scalar(text("SELECT sequence FROM audit_head")) == 60


class TestMoment:
    def test_refuses_one_without_a_time_zone(self, database: Database) -> None:
        def naive() -> None:
            with database.transaction() as session:
                organisation(session).created_at = datetime(2026, 1, 1)  # noqa: DTZ001  # the point of the test

        with pytest.raises(StatementError):
            naive()

    def test_comes_back_in_utc(self, database: Database) -> None:
        with database.transaction() as session:
            number = organisation(session).number

        with database.reading() as session:
            found = session.scalars(select(Organisation.created_at).where(Organisation.number == number)).one()

        assert found == NOON
        assert found.tzinfo is UTC
