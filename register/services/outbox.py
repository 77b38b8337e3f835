"""The outbox: letters are put in it in the transaction of what they tell of, and sent later by whoever has time.

A letter is sent at least once: it is deleted after the mail server took it, so
that a fault in between sends it twice, never not at all. What a letter is
about stands with it, so that it goes when that is deleted: a person who was
told that nothing is kept gets no mail after that.
"""

import logging
from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, delete, select, true, update
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
#: No letter is kept longer, whether anybody tried to send it or not.
KEPT = timedelta(days=7)
#: The header line that says what a letter is about. It stays here: no mail server gets it.
ABOUT = "X-Register-About"
_BATCH = 100
#: How what somebody wrote is told from what the register says.
_QUOTED = ">"


def of_question(number: str) -> str:
    """Name a question as what letters are about."""
    return f"question {number}"


def of_subscription(key: str) -> str:
    """Name a subscription as what letters are about."""
    return f"subscription {key}"


def post(session: Session, letter: Letter, recipient: str, *, about: str, now: datetime) -> None:
    """Put a letter in the outbox. It goes unsent when what it is about is forgotten."""
    session.add(
        Mail(
            recipient=recipient,
            subject=letter.subject,
            body=letter.body,
            language=letter.language,
            headers={**letter.headers, ABOUT: about},
            created_at=now,
            next_at=now,
        )
    )
    session.flush()


def forget(session: Session, about: str, *, recipient: str | None = None) -> None:
    """Delete the letters about something that still wait, to everyone or to one address."""
    session.execute(delete(Mail).where(_is_about(about), Mail.recipient == recipient if recipient else true()))


def conceal(session: Session, about: str, address: str) -> None:
    """Take an address out of the letters to others that still wait: the paragraphs in which the register gives it."""
    giving = select(Mail).where(_is_about(about), Mail.body.contains(address, autoescape=True)).with_for_update()
    for mail in session.scalars(giving):
        paragraphs = mail.body.split("\n\n")
        mail.body = "\n\n".join(part for part in paragraphs if part.startswith(_QUOTED) or address not in part)
    session.flush()


def failing(session: Session, about: str) -> Sequence[Mail]:
    """Return the letters about something that a mail server did not take yet."""
    return session.scalars(select(Mail).where(_is_about(about), Mail.attempts > 0).order_by(Mail.id)).all()


def give_up(session: Session, *, now: datetime) -> None:
    """Delete the letters that waited too long, even if nobody was there to send them."""
    late = session.scalars(select(Mail.id).where(Mail.created_at < now - KEPT)).all()
    session.execute(delete(Mail).where(Mail.id.in_(late)))
    if late:
        log.warning("%s letters waited for more than %s days; given up", len(late), KEPT.days)


def deliver(database: Database, mailer: Mailer, *, now: datetime) -> int:
    """Send what is due, each in its own transaction, and return how many the mail server took."""
    sent = 0
    for number in _claimed(database, now):
        mail = _still_wanted(database, number)
        if mail is None:
            continue
        headers = {name: line for name, line in mail.headers.items() if name != ABOUT}
        letter = Letter(mail.subject, mail.body, mail.language, headers)
        try:
            mailer.send(mail.recipient, letter)
        except Unavailable as problem:
            _postpone(database, mail, problem, now)
            continue
        with database.transaction() as session:
            session.execute(delete(Mail).where(Mail.id == mail.id))
        sent += 1
    return sent


def _claimed(database: Database, now: datetime) -> list[int]:
    """Take up what is due, by number: for a while it is nobody else's."""
    with database.transaction() as session:
        due = select(Mail).where(Mail.next_at <= now).order_by(Mail.next_at, Mail.id).limit(_BATCH).with_for_update(skip_locked=True)
        mails = list(session.scalars(due))
        for mail in mails:
            mail.next_at = now + CLAIM
        return [mail.id for mail in mails]


def _still_wanted(database: Database, number: int) -> Mail | None:
    """Return a letter as it is now: while others were sent it may have been deleted, or an address taken out of it."""
    with database.reading() as session:
        return session.get(Mail, number)


def _is_about(about: str) -> ColumnElement[bool]:
    named: ColumnElement[str] = Mail.headers[ABOUT].as_string()
    return named == about


def _postpone(database: Database, mail: Mail, problem: Unavailable, now: datetime) -> None:
    """Try again later, or give up; the log never names whom it was for."""
    is_final = bool(problem.details.get("is_final")) or mail.attempts >= len(WAITS)
    with database.transaction() as session:
        if is_final:
            session.execute(delete(Mail).where(Mail.id == mail.id))
        else:
            session.execute(
                update(Mail).where(Mail.id == mail.id).values(next_at=now + WAITS[mail.attempts], attempts=mail.attempts + 1)
            )  # none, when it was forgotten meanwhile
    log.warning("mail %s was not taken (%s)%s", mail.id, problem, "; given up" if is_final else "")
