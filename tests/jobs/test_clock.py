"""The clock does each job when it is due, with what it was wired with."""

from datetime import datetime

import pytest

from register.jobs import clock
from register.ports import Letter
from register.services import outbox
from register.wiring import Wiring
from tests.factories import NOON, LetterBox

LETTER = Letter("Onderwerp", "Tekst\n", "nl")


class TestSchedule:
    def test_has_every_job(self, wiring: Wiring) -> None:
        huey = clock.schedule(wiring)

        assert sorted(type(task).__name__ for task in huey._registry.periodic_tasks) == sorted(name for name, _when, _job in clock.JOBS)

    @pytest.mark.parametrize(
        ("minute", "names"), [(16, ["mail sent"]), (17, ["mail sent", "questions erased"]), (20, ["digests posted", "mail sent"])]
    )
    def test_does_each_in_its_minute(self, wiring: Wiring, minute: int, names: list[str]) -> None:
        huey = clock.schedule(wiring)

        due = huey.read_periodic(datetime(2026, 11, 20, 11, minute))  # noqa: DTZ001  # the clock of huey has no zone: it is UTC

        assert sorted(task.name for task in due) == names

    def test_sends_what_is_in_the_outbox(self, wiring: Wiring) -> None:
        with wiring.database.transaction() as session:
            outbox.post(session, LETTER, "burger@post.example", about="question 1", now=NOON)
        huey = clock.schedule(wiring)
        [send] = [task for task in huey.read_periodic(datetime(2026, 11, 20, 11, 16)) if task.name == "mail sent"]  # noqa: DTZ001  # as above

        huey.execute(send)

        assert isinstance(wiring.mailer, LetterBox)
        assert wiring.mailer.letters == [("burger@post.example", LETTER)]

    def test_erases_without_anything_to_erase(self, wiring: Wiring) -> None:
        assert clock.erase(wiring, NOON) == 0
