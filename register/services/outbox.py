"""The outbox: letters are put in it in the transaction of what they tell of, and sent later by whoever has time.

A letter is sent at least once: it is deleted after the mail server took it, so
that a fault in between sends it twice, never not at all.
"""

import logging
from datetime import datetime, timedelta

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from register.db import Database
from register.errors import Unavailable
from register.models import Mail
from register.ports import Letter, Mailer

log = logging.getLogger(__name__)

#: So long the one who took a letter up has to send it.
CLAIM = timedelta(minutes=10)
#: How long to wait after each failure; after the last the letter is given up.
WAITS = tuple(timedelta(minutes=minutes) for minutes in (1, 5, 30, 120, 480, 1440))
_BATCH = 100


def post(session: Session, letter: Letter, recipient: str, *, now: datetime) -> None:
    """Put a letter in the outbox."""
    session.add(
        Mail(
            recipient=recipient,
            subject=letter.subject,
            body=letter.body,
            language=letter.language,
            headers=dict(letter.headers),
            created_at=now,
            next_at=now,
        )
    )
    session.flush()


def deliver(database: Database, mailer: Mailer, *, now: datetime) -> int:
    """Send what is due, each in its own transaction, and return how many the mail server took."""
    sent = 0
    for mail in _claimed(database, now):
        letter = Letter(mail.subject, mail.body, mail.language, mail.headers)
        try:
            mailer.send(mail.recipient, letter)
        except Unavailable as problem:
            _postpone(database, mail, problem, now)
            continue
        with database.transaction() as session:
            session.execute(delete(Mail).where(Mail.id == mail.id))
        sent += 1
    return sent


def _claimed(database: Database, now: datetime) -> list[Mail]:
    """Take up what is due: for a while it is nobody else's."""
    with database.transaction() as session:
        due = select(Mail).where(Mail.next_at <= now).order_by(Mail.next_at, Mail.id).limit(_BATCH).with_for_update(skip_locked=True)
        mails = list(session.scalars(due))
        for mail in mails:
            mail.next_at = now + CLAIM
    return mails


def _postpone(database: Database, mail: Mail, problem: Unavailable, now: datetime) -> None:
    """Try again later, or give up; the log never names whom it was for."""
    is_final = bool(problem.details.get("is_final")) or mail.attempts >= len(WAITS)
    with database.transaction() as session:
        if is_final:
            session.execute(delete(Mail).where(Mail.id == mail.id))
        else:
            kept = session.get_one(Mail, mail.id)
            kept.next_at = now + WAITS[mail.attempts]
            kept.attempts += 1
    log.warning("mail %s was not taken (%s)%s", mail.id, problem, "; given up" if is_final else "")
