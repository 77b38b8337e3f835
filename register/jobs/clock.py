"""`register jobs`: the process that sends mail and deletes what is private, on time.

What there is to do stands in the database (the outbox, dates), so nothing is
lost when this process ends, and two of them never do the same thing twice.
"""

import logging
from collections.abc import Callable
from datetime import datetime, timedelta

from huey import MemoryHuey, crontab

from register.services import erasures, outbox, subscriptions
from register.wiring import Wiring

log = logging.getLogger(__name__)

#: So long a run goes on with letters; the next one begins five minutes after it did.
DIGESTS_FOR = timedelta(minutes=4)
#: Libraries that tell each minute that they do their work.
_CHATTY = ("huey", "huey.consumer")


def run(wiring: Wiring) -> None:
    """Work until told to stop."""
    for name in _CHATTY:
        logging.getLogger(name).setLevel(logging.WARNING)
    schedule(wiring).create_consumer(workers=1, periodic=True).run()


def schedule(wiring: Wiring) -> MemoryHuey:
    """Return the clock with everything that it does, and when."""
    huey = MemoryHuey("register", utc=True)
    for name, when, job in JOBS:
        huey.periodic_task(when, name=name)(_quietly(wiring, name, job))
    return huey


def _quietly(wiring: Wiring, name: str, job: Callable[[Wiring, datetime], int]) -> Callable[[], None]:
    """Do a job, and say in the log only that something was done, never to whom."""

    def work() -> None:
        done = job(wiring, wiring.clock.now())
        if done:
            log.info("%s: %s", name, done)

    return work


def send_mail(wiring: Wiring, now: datetime) -> int:
    """Send the letters that are due."""
    return outbox.deliver(wiring.database, wiring.mailer, now=now)


def erase(wiring: Wiring, now: datetime) -> int:
    """Delete what is private and out of time."""
    with wiring.database.transaction() as session:
        return erasures.run(session, now=now)


def post_digests(wiring: Wiring, now: datetime) -> int:
    """Put the letters to who follows a selection in the outbox, until none is due or the next run begins.

    Searching only reads, and each subscription is a transaction of its own:
    whoever publishes at seven in the morning does not wait for the letters.
    """
    with wiring.database.reading() as session:
        waiting = subscriptions.due(session, now=now)
    posted = 0
    for each in waiting:
        if wiring.clock.now() - now >= DIGESTS_FOR:
            break
        with wiring.database.reading() as session:
            prepared = subscriptions.prepare(session, wiring.search, each, links=wiring.mail_links)
        if prepared is not None:
            with wiring.database.transaction() as session:
                posted += subscriptions.post(session, prepared, now=now)
    return posted


JOBS: tuple[tuple[str, Callable[[datetime], bool], Callable[[Wiring, datetime], int]], ...] = (
    ("mail sent", crontab(minute="*"), send_mail),
    ("digests posted", crontab(minute="*/5"), post_digests),
    ("questions erased", crontab(minute="17"), erase),
)
