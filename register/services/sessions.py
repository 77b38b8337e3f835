"""Login sessions: begun at login, refreshed while in use, ended by logging out, idleness, age or the provider."""

import hashlib
import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import select, update
from sqlalchemy.orm import Session, joinedload, selectinload

from register.domain.permissions import Permission
from register.models import LoginSession, Organisation, Person
from register.ports import Identity, LoggedOut
from register.queries.organisations import organisations_of
from register.services import audit, people

#: A session's "last seen" is written at most this often: reading a page should not write.
SEEN_EVERY = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Limits:
    """How long a login may last: without use, and at all."""

    idle: timedelta
    whole: timedelta


def begin(session: Session, identity: Identity, *, now: datetime) -> tuple[str, LoginSession]:
    """Log somebody in; return the new key for the cookie, which is kept nowhere, and the session."""
    person = people.sign_in(session, identity, now=now)
    key = secrets.token_urlsafe(32)
    actor = people.actor_of(person)
    bodies = organisations_of(session, actor, Permission.ENTRY_READ)
    login = LoginSession(
        key_hash=_hash(key),
        person=person,
        organisation_id=bodies[0].id if bodies and actor.organisations(Permission.ENTRY_READ) is not None else None,
        csrf_token=secrets.token_urlsafe(32),
        provider_session=identity.provider_session[:255],
        id_token=identity.id_token,
        created_at=now,
        last_seen_at=now,
    )
    session.add(login)
    session.flush()
    audit.record(session, "person.logged_in", "person", person.public_id, actor=actor, now=now)
    return key, login


def find(session: Session, key: str, *, now: datetime, limits: Limits) -> LoginSession | None:
    """Return the session that a cookie's key opens, with the person and roles, or None when it is over."""
    statement = (
        select(LoginSession)
        .where(LoginSession.key_hash == _hash(key), LoginSession.ended_at.is_(None))
        .options(joinedload(LoginSession.person).options(selectinload(Person.memberships)))
    )
    login = session.scalars(statement).first()
    if login is None or now - login.last_seen_at > limits.idle or now - login.created_at > limits.whole:
        return None
    return login


def earlier_tokens(session: Session, login: LoginSession, *, since: datetime) -> Sequence[str]:
    """Return the anti-forgery tokens of the same person's earlier logins, for forms that were opened under one of them."""
    statement = select(LoginSession.csrf_token).where(
        LoginSession.person_id == login.person_id, LoginSession.id != login.id, LoginSession.created_at >= since
    )
    return session.scalars(statement).all()


def is_due_to_be_seen(login: LoginSession, now: datetime) -> bool:
    """Say whether the last use is so long ago that it should be written down again."""
    return now - login.last_seen_at >= SEEN_EVERY


def see(session: Session, login_id: int, *, now: datetime) -> None:
    """Write down that a session is in use."""
    session.execute(update(LoginSession).where(LoginSession.id == login_id).values(last_seen_at=now))


def hold(session: Session, login_id: int) -> None:
    """Let the requests of one login go one by one from here on, so that a button pressed twice finds what the first press did."""
    session.get(LoginSession, login_id, with_for_update=True)


def choose_organisation(session: Session, login_id: int, organisation: Organisation) -> None:
    """Let a person work for another of their bodies."""
    session.execute(update(LoginSession).where(LoginSession.id == login_id).values(organisation_id=organisation.id))


def end(session: Session, login_id: int, *, now: datetime) -> None:
    """Log out."""
    login = session.get(LoginSession, login_id)
    if login is not None and login.ended_at is None:
        _end(login, now)
        session.flush()
        audit.record(session, "person.logged_out", "person", login.person.public_id, actor=people.actor_of(login.person), now=now)


def end_all(session: Session, logged_out: LoggedOut, *, now: datetime) -> int:
    """End the sessions that the provider says are over (OpenID Connect Back-Channel Logout 1.0); return how many."""
    statement = select(LoginSession).join(Person).where(Person.issuer == logged_out.issuer, LoginSession.ended_at.is_(None))
    if logged_out.provider_session:
        statement = statement.where(LoginSession.provider_session == logged_out.provider_session)
    if logged_out.subject:
        statement = statement.where(Person.subject == logged_out.subject)
    ended = session.scalars(statement).all()
    for login in ended:
        _end(login, now)
    return len(ended)


def _end(login: LoginSession, now: datetime) -> None:
    login.ended_at = now
    login.id_token = ""


def _hash(key: str) -> str:
    return hashlib.sha256(key.encode()).hexdigest()
