"""Deleting what is private when its time is over: what was never confirmed, and who asked what was answered long ago."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, delete, or_, select, update
from sqlalchemy.orm import Session

from register.domain.permissions import SYSTEM
from register.domain.questions import CONFIRM_WITHIN, ENDED, KEPT_AFTER_END, QuestionState, QuestionStep
from register.models import Question, QuestionEvent, Subscription
from register.services import audit, outbox


def run(session: Session, *, now: datetime) -> int:
    """Delete what has to go by now, and return how many questions that touched."""
    unconfirmed = _never_confirmed(session, now)
    ended = _long_ended(session, now)
    hidden = _long_hidden(session, now)
    session.execute(delete(Subscription).where(Subscription.confirmed_at.is_(None), Subscription.asked_at < now - CONFIRM_WITHIN))
    outbox.give_up(session, now=now)
    count = len({*unconfirmed, *ended, *hidden})
    if count:
        audit.record(
            session,
            "questions.erased",
            "question",
            actor=SYSTEM,
            now=now,
            unconfirmed=len(unconfirmed),
            ended=len(ended),
            hidden=len(hidden),
        )
    return count


def _never_confirmed(session: Session, now: datetime) -> Sequence[int]:
    """Delete what nobody confirmed in time, with the letter that asked for it."""
    late = select(Question).where(Question.state == QuestionState.UNCONFIRMED, Question.asked_at < now - CONFIRM_WITHIN)
    questions = session.scalars(late).all()
    for question in questions:
        outbox.forget(session, outbox.of_question(question.number))
    found = [question.id for question in questions]
    session.execute(delete(Question).where(Question.id.in_(found)))
    return found


def _long_ended(session: Session, now: datetime) -> Sequence[int]:
    """Forget who asked, what they typed, and what a moderator said of it. Why something was hidden stays as long as that does."""
    found = _ids(
        session,
        Question.state.in_(ENDED),
        Question.ended_at < now - KEPT_AFTER_END,
        or_(Question.email != "", Question.text != "", (Question.note != "") & (Question.state != QuestionState.HIDDEN)),
    )
    touched = Question.id.in_(found)
    session.execute(update(Question).where(touched).values(email="", text="", may_pass_on=False, erased_at=now))
    session.execute(update(Question).where(touched, Question.state != QuestionState.HIDDEN).values(note=""))
    return found


def _long_hidden(session: Session, now: datetime) -> Sequence[int]:
    """Delete what was taken off the public side, counted from then: who asked may have been forgotten long before."""
    hidden = select(QuestionEvent.id).where(
        QuestionEvent.question_id == Question.id, QuestionEvent.step == QuestionStep.HIDE, QuestionEvent.at < now - KEPT_AFTER_END
    )
    found = _ids(
        session,
        Question.state == QuestionState.HIDDEN,
        hidden.exists(),
        or_(Question.public_text != "", Question.answer != "", Question.note != ""),
    )
    session.execute(update(Question).where(Question.id.in_(found)).values(public_text="", answer="", note="", erased_at=now))
    return found


def _ids(session: Session, *conditions: ColumnElement[bool]) -> Sequence[int]:
    return session.scalars(select(Question.id).where(*conditions)).all()
