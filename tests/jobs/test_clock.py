"""The clock does each job when it is due, with what it was wired with."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from sqlalchemy import event

from register.domain.subscriptions import Frequency
from register.jobs import clock as jobs
from register.jobs.clock import post_digests
from register.ports import Letter
from register.services import outbox, subscriptions
from register.services.subscriptions import Wanted
from register.wiring import Wiring
from tests.factories import NOON, FixedClock, LetterBox, organisation, published

LETTER = Letter("Onderwerp", "Tekst\n", "nl")


class TestSchedule:
    def test_has_every_job(self, wiring: Wiring) -> None:
        huey = jobs.schedule(wiring)

        assert sorted(type(task).__name__ for task in huey._registry.periodic_tasks) == sorted(name for name, _when, _job in jobs.JOBS)

    @pytest.mark.parametrize(
        ("minute", "names"), [(16, ["mail sent"]), (17, ["mail sent", "questions erased"]), (20, ["digests posted", "mail sent"])]
    )
    def test_does_each_in_its_minute(self, wiring: Wiring, minute: int, names: list[str]) -> None:
        huey = jobs.schedule(wiring)

        due = huey.read_periodic(datetime(2026, 11, 20, 11, minute))  # noqa: DTZ001  # the clock of huey has no zone: it is UTC

        assert sorted(task.name for task in due) == names

    def test_sends_what_is_in_the_outbox(self, wiring: Wiring) -> None:
        with wiring.database.transaction() as session:
            outbox.post(session, LETTER, "burger@post.example", about="question 1", now=NOON)
        huey = jobs.schedule(wiring)
        [send] = [task for task in huey.read_periodic(datetime(2026, 11, 20, 11, 16)) if task.name == "mail sent"]  # noqa: DTZ001  # as above

        huey.execute(send)

        assert isinstance(wiring.mailer, LetterBox)
        assert wiring.mailer.letters == [("burger@post.example", LETTER)]

    def test_erases_without_anything_to_erase(self, wiring: Wiring) -> None:
        assert jobs.erase(wiring, NOON) == 0


class SlowClock(FixedClock):
    """A clock on which half a minute has passed each time that somebody looks."""

    def now(self) -> datetime:
        return self.move(seconds=30)


class TestPostDigests:
    @pytest.fixture
    def followers(self, wiring: Wiring) -> int:
        wanted = Wanted("burger@post.example", Frequency.DAILY, "", "nl")
        with wiring.database.transaction() as session:
            for place in range(60):
                kept = subscriptions.subscribe(
                    session, replace(wanted, email=f"burger{place}@post.example"), links=wiring.mail_links, now=NOON
                )
                subscriptions.confirm(session, kept.key, now=NOON)
            published(session, organisation(session), wiring.search, now=NOON + timedelta(hours=1))
        return 60

    def test_goes_on_until_none_is_due(self, wiring: Wiring, clock: FixedClock, followers: int) -> None:
        now = clock.move(days=1)

        assert (post_digests(wiring, now), post_digests(wiring, now)) == (followers, 0)

    def test_stops_in_time_and_goes_on_at_the_next_run(self, wiring: Wiring, clock: FixedClock, followers: int) -> None:
        now = clock.move(days=1)
        slow_clock = SlowClock()
        slow_clock.move(days=1)
        slow = replace(wiring, clock=slow_clock)

        assert post_digests(slow, now) == 7
        assert post_digests(wiring, now) == followers - 7

    def test_lets_others_write_between_any_two(self, wiring: Wiring, clock: FixedClock, followers: int) -> None:
        transactions: list[object] = []

        @event.listens_for(wiring.database.write_engine, "begin")
        def note(connection: object) -> None:
            transactions.append(connection)

        post_digests(wiring, clock.move(days=1))

        event.remove(wiring.database.write_engine, "begin", note)
        assert len(transactions) == followers
