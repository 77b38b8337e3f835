"""Reading what citizens asked: one that the actor may read, the lists of moderators and bodies, and what is public."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

import orjson
from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import InstrumentedAttribute, Session, joinedload

from register.domain.permissions import Actor, Permission
from register.domain.public_records import RecordState
from register.domain.questions import QuestionState
from register.errors import NotFound, Stale
from register.models import Entry, PublicQuestion, PublicRegistration, Question, QuestionEvent, Subscription
from register.queries.held import holds

_Q = PublicQuestion.__table__.c

#: What waits for a moderator, and what for the body.
FOR_MODERATORS = (QuestionState.RECEIVED, QuestionState.ANSWERED)
FOR_BODIES = (QuestionState.ACCEPTED,)
#: What a body never reads: no moderator let it through.
BEFORE_BODIES = (QuestionState.UNCONFIRMED, QuestionState.RECEIVED, QuestionState.REFUSED)


def by_number(session: Session, number: str) -> Question:
    """Return a question, to whoever proved to have asked it. Raises `NotFound`."""
    question = session.scalars(
        select(Question).where(Question.number == number).options(joinedload(Question.entry), joinedload(Question.organisation))
    ).first()
    if question is None:
        raise NotFound
    return question


def readable(session: Session, number: str, actor: Actor) -> Question:
    """Return a question. Raises `NotFound` unless the actor may read it; a body reads what a moderator let through, or sent on to it."""
    question = by_number(session, number)
    if not actor.may(Permission.QUESTION_READ, question.organisation_id) or question.state is QuestionState.UNCONFIRMED:
        raise NotFound
    if not actor.may(Permission.QUESTION_MODERATE, None) and question.state in BEFORE_BODIES:
        raise NotFound
    return question


def check_revision(question: Question, revision: int) -> None:
    """Raise `Stale` when somebody else changed the question since the caller read it."""
    if question.revision != revision:
        raise Stale("somebody else was first", current=question.revision)


def unconfirmed(session: Session, email: str) -> int:
    """Count what waits for a confirmation from one address, however its letters are cased, and whether it was asked or followed."""
    asked = select(func.count()).select_from(Question).where(is_address(Question.email, email), Question.state == QuestionState.UNCONFIRMED)
    followed = (
        select(func.count()).select_from(Subscription).where(is_address(Subscription.email, email), Subscription.confirmed_at.is_(None))
    )
    return (session.scalar(asked) or 0) + (session.scalar(followed) or 0)


def waiting_to_be_confirmed(session: Session, entry_id: int, email: str, text: str, *, since: datetime) -> Question | None:
    """Return the question of this text that its sender can still confirm, if there is one."""
    same = (Question.entry_id == entry_id, is_address(Question.email, email), Question.text == text)
    waits = (Question.state == QuestionState.UNCONFIRMED, Question.asked_at >= since)
    return session.scalars(select(Question).where(*same, *waits).limit(1)).first()


def is_address(column: InstrumentedAttribute[str], email: str) -> ColumnElement[bool]:
    """Say that a column holds this address. Addresses are ASCII (`is_email`), which both databases fold alike."""
    return func.lower(column) == email.casefold()


def entry(session: Session, number: str) -> Entry:
    """Return the entry of a registration that is public."""
    return session.scalars(select(Entry).where(Entry.number == number).options(joinedload(Entry.organisation))).one()


def waiting(session: Session, actor: Actor, *, limit: int = 200) -> Sequence[Question]:
    """Return what waits for this actor: as a moderator everywhere, else for the bodies that they answer for. The most pressing first."""
    statement = (
        select(Question)
        .options(joinedload(Question.entry), joinedload(Question.organisation))
        .order_by(Question.due_on, Question.asked_at, Question.id)
    )
    if actor.may(Permission.QUESTION_MODERATE, None):
        return session.scalars(statement.where(Question.state.in_(FOR_MODERATORS)).limit(limit)).all()
    bodies = actor.organisations(Permission.QUESTION_ANSWER) or frozenset()
    return session.scalars(statement.where(Question.state.in_(FOR_BODIES), Question.organisation_id.in_(bodies)).limit(limit)).all()


def for_body(session: Session, organisation_id: int, *, limit: int) -> Sequence[Question]:
    """Return what waits for the answer of one body, the most pressing first."""
    statement = select(Question).options(joinedload(Question.entry)).where(Question.state.in_(FOR_BODIES))
    return session.scalars(
        statement.where(Question.organisation_id == organisation_id).order_by(Question.due_on, Question.id).limit(limit)
    ).all()


def ended(session: Session, actor: Actor, *, limit: int = 50) -> Sequence[Question]:
    """Return what waits for this actor no more, the newest first."""
    statement = (
        select(Question)
        .options(joinedload(Question.entry), joinedload(Question.organisation))
        .order_by(func.coalesce(Question.answered_at, Question.asked_at).desc(), Question.id.desc())
    )
    if actor.may(Permission.QUESTION_MODERATE, None):
        return session.scalars(statement.where(Question.state.not_in({QuestionState.UNCONFIRMED, *FOR_MODERATORS})).limit(limit)).all()
    bodies = actor.organisations(Permission.QUESTION_READ) or frozenset()
    statement = statement.where(Question.organisation_id.in_(bodies), Question.state.not_in({*BEFORE_BODIES, *FOR_BODIES}))
    return session.scalars(statement.limit(limit)).all()


def events(session: Session, question: Question) -> Sequence[QuestionEvent]:
    """Return the steps of a question, oldest first."""
    return session.scalars(select(QuestionEvent).where(QuestionEvent.question_id == question.id).order_by(QuestionEvent.id)).all()


def is_registration_public(session: Session, question: Question) -> bool:
    """Say whether the public sees the registration of a question, or its tombstone."""
    number = select(Entry.number).where(Entry.id == question.entry_id).scalar_subquery()
    return session.scalars(select(PublicRegistration.id).where(PublicRegistration.number == number).limit(1)).first() is not None


def is_registration_published(session: Session, question: Question) -> bool:
    """Say whether the public can read the registration of a question now, and what is asked about it."""
    found = select(PublicRegistration.id).where(
        PublicRegistration.number == question.entry.number,
        PublicRegistration.valid_to.is_(None),
        PublicRegistration.state == RecordState.PUBLISHED,
        PublicRegistration.document.is_not(None),
    )
    return session.scalars(found.limit(1)).first() is not None


def published_titles(session: Session, questions: Sequence[Question]) -> dict[str, str]:
    """Return by number the names under which the public knows registrations; one that it does not know has none."""
    numbers = {question.entry.number for question in questions}
    rows = select(PublicRegistration.number, PublicRegistration.title).where(PublicRegistration.number.in_(numbers))
    return {number: title for number, title in session.execute(rows.order_by(PublicRegistration.id)) if title}


def is_shown(session: Session, question: Question) -> bool:
    """Say whether the public reads a question now."""
    return session.scalars(select(PublicQuestion.id).where(PublicQuestion.number == question.number).limit(1)).first() is not None


def public(session: Session, registration: str, as_of: date | None = None) -> Sequence[dict[str, Any]]:
    """Return the questions about a registration that the public reads, with their answers, the newest first."""
    statement = (
        select(_Q.document).where(_Q.registration_number == registration, holds(as_of, _Q.valid_from, _Q.valid_to)).order_by(_Q.id.desc())
    )
    return [orjson.loads(document) for document in session.scalars(statement)]
