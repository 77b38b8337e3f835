"""The bridge of questions to the public side: what was let through, and later its answer.

Like `public_records`: called in the transaction of the act, and again by a
rebuild.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from register.canonical import canonical
from register.domain.calendar import day_of
from register.domain.public_records import PublicChangeKind
from register.models import PublicChange, PublicQuestion, PublicRegistration, Question
from register.services import public_records


def show(session: Session, question: Question, *, is_answered: bool, sequence: int, at: datetime) -> None:
    """Let the public read a question, with its answer when there is one."""
    number = question.entry.number
    row = session.scalars(
        select(PublicRegistration).where(PublicRegistration.number == number, PublicRegistration.valid_to.is_(None))
    ).one()
    session.execute(
        update(PublicQuestion).where(PublicQuestion.number == question.number, PublicQuestion.valid_to.is_(None)).values(valid_to=at)
    )
    session.add(
        PublicQuestion(
            number=question.number,
            registration_number=number,
            organisation_number=question.organisation.number,
            valid_from=at,
            is_answered=is_answered,
            due_on=question.due_on,
            document=canonical(document(question, is_answered=is_answered)),
        )
    )
    session.add(
        PublicChange(
            sequence=sequence,
            at=at,
            kind=PublicChangeKind.QUESTION_ANSWERED if is_answered else PublicChangeKind.QUESTION_ASKED,
            object_kind="registration",
            number=number,
            version=row.version,
            title=row.title,
            organisation_number=row.organisation_number,
        )
    )
    session.flush()


def document(question: Question, *, is_answered: bool) -> dict[str, Any]:
    """Return what the public reads. Days, not moments: the hour at which somebody wrote concerns nobody."""
    told: dict[str, Any] = {
        "number": question.number,
        "registration": question.entry.number,
        "organisation": question.organisation.number,
        "kind": str(question.kind),
        "language": question.language,
        "text": question.public_text,
        "askedOn": day_of(question.received_at or question.asked_at).isoformat(),
        "dueOn": question.due_on,
    }
    if question.about:
        told["about"] = question.about
    if is_answered and question.answered_at is not None:
        told |= {
            "answer": question.answer,
            "answerLanguage": question.answer_language,
            "answeredOn": day_of(question.answered_at).isoformat(),
        }
    return told


def hide(session: Session, number: str, shown_at: Sequence[int], *, sequence: int, at: datetime) -> None:
    """Take a question off the public side for good. `shown_at` are its lines in the feed, which name nothing any more."""
    session.execute(delete(PublicQuestion).where(PublicQuestion.number == number))
    public_records.forget_changes(session, PublicChange.sequence.in_(shown_at))
    public_records.note_removal(session, sequence=sequence, at=at)
