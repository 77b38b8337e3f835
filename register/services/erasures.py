"""Deleting what is private when its time is over: what was never confirmed, and who asked what was answered long ago."""

from datetime import datetime

from sqlalchemy import delete, or_, select, update
from sqlalchemy.orm import Session

from register.domain.permissions import SYSTEM
from register.domain.questions import CONFIRM_WITHIN, ENDED, KEPT_AFTER_END, QuestionState
from register.models import Question, Subscription
from register.services import audit


def run(session: Session, *, now: datetime) -> int:
    """Delete what has to go by now, and return how many questions that touched."""
    never_confirmed = session.scalars(
        select(Question.id).where(Question.state == QuestionState.UNCONFIRMED, Question.asked_at < now - CONFIRM_WITHIN)
    ).all()
    session.execute(delete(Question).where(Question.id.in_(never_confirmed)))
    long_ended = session.scalars(
        select(Question.id).where(
            Question.state.in_(ENDED), Question.ended_at < now - KEPT_AFTER_END, or_(Question.email != "", Question.text != "")
        )
    ).all()
    forgotten = {"email": "", "text": "", "may_pass_on": False, "erased_at": now}
    session.execute(update(Question).where(Question.id.in_(long_ended)).values(**forgotten))
    session.execute(delete(Subscription).where(Subscription.confirmed_at.is_(None), Subscription.asked_at < now - CONFIRM_WITHIN))
    unlawful = [Question.id.in_(long_ended), Question.state == QuestionState.HIDDEN]
    session.execute(update(Question).where(*unlawful).values(public_text="", answer=""))
    count = len(never_confirmed) + len(long_ended)
    if count:
        audit.record(
            session, "questions.erased", "question", actor=SYSTEM, now=now, unconfirmed=len(never_confirmed), ended=len(long_ended)
        )
    return count
