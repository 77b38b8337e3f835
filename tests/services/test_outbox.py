"""Letters leave once, wait when the mail server is away, and are kept no longer than that."""

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from register.db import Database
from register.errors import Unavailable
from register.models import Mail
from register.ports import Letter
from register.services import erasures, outbox
from tests.factories import NOON, LetterBox
from tests.factories.world import FixedClock

LETTER = Letter("Onderwerp", "Tekst\n", "nl", {"List-Unsubscribe": "<https://register.example/x>"})


def posted(database: Database) -> None:
    with database.transaction() as session:
        outbox.post(session, LETTER, "burger@post.example", about="question 1", now=NOON)


def kept(database: Database) -> int:
    with database.reading() as session:
        return session.scalar(select(func.count()).select_from(Mail)) or 0


class TestDeliver:
    def test_sends_once_and_keeps_nothing(self, database: Database) -> None:
        box = LetterBox()
        posted(database)

        assert outbox.deliver(database, box, now=NOON) == 1
        assert outbox.deliver(database, box, now=NOON) == 0
        assert box.letters == [("burger@post.example", LETTER)]
        assert kept(database) == 0

    def test_tries_again_later(self, database: Database, clock: FixedClock) -> None:
        box = LetterBox()
        box.problem = Unavailable("away")
        posted(database)

        assert outbox.deliver(database, box, now=NOON) == 0
        box.problem = None
        assert outbox.deliver(database, box, now=clock.move(seconds=30)) == 0
        assert outbox.deliver(database, box, now=clock.move(seconds=31)) == 1

    def test_gives_up_when_it_was_refused_for_good(self, database: Database) -> None:
        box = LetterBox()
        box.problem = Unavailable("no such box", is_final=True)
        posted(database)

        outbox.deliver(database, box, now=NOON)

        assert kept(database) == 0

    def test_gives_up_after_two_days(self, database: Database, clock: FixedClock) -> None:
        box = LetterBox()
        box.problem = Unavailable("away")
        posted(database)

        for _attempt in range(len(outbox.WAITS) + 1):
            assert kept(database) == 1
            outbox.deliver(database, box, now=clock.move(days=1))

        assert kept(database) == 0

    def test_leaves_to_another_sender_what_that_one_took_up(self, database: Database) -> None:
        class Busy(LetterBox):
            """Somebody else looks into the outbox while this one sends."""

            def send(self, recipient: str, letter: Letter) -> None:
                assert outbox.deliver(database, LetterBox(), now=NOON) == 0
                super().send(recipient, letter)

        posted(database)

        assert outbox.deliver(database, Busy(), now=NOON) == 1

    def test_sends_nothing_that_was_forgotten_while_another_was_sent(self, database: Database) -> None:
        class Slow(LetterBox):
            """Somebody takes their question back while the first letter is sent."""

            def send(self, recipient: str, letter: Letter) -> None:
                super().send(recipient, letter)
                with database.transaction() as session:
                    outbox.forget(session, "question 1")

        posted(database)
        posted(database)

        assert outbox.deliver(database, Slow(), now=NOON) == 1
        assert kept(database) == 0

    def test_survives_that_a_failing_letter_was_forgotten(self, database: Database) -> None:
        class Failing(LetterBox):
            """The letter is forgotten while the mail server refuses it."""

            def send(self, recipient: str, letter: Letter) -> None:
                with database.transaction() as session:
                    outbox.forget(session, "question 1")
                raise Unavailable("away")

        posted(database)

        assert outbox.deliver(database, Failing(), now=NOON) == 0
        assert kept(database) == 0


class TestForget:
    def test_is_for_one_thing_and_one_address_only(self, session: Session) -> None:
        for about, recipient in (("question 1", "a@b.example"), ("question 1", "c@b.example"), ("question 11", "a@b.example")):
            outbox.post(session, LETTER, recipient, about=about, now=NOON)

        outbox.forget(session, "question 1", recipient="a@b.example")

        left = session.execute(select(Mail.headers, Mail.recipient).order_by(Mail.id)).all()
        assert [(headers[outbox.ABOUT], recipient) for headers, recipient in left] == [
            ("question 1", "c@b.example"),
            ("question 11", "a@b.example"),
        ]


class TestGiveUp:
    def test_keeps_no_letter_longer_than_a_week(self, session: Session, clock: FixedClock) -> None:
        outbox.post(session, LETTER, "a@b.example", about="question 1", now=NOON)

        erasures.run(session, now=clock.move(days=6))
        assert len(session.scalars(select(Mail)).all()) == 1
        erasures.run(session, now=clock.move(days=2))
        assert session.scalars(select(Mail)).all() == []
