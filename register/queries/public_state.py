"""The state of the public register as a whole: its sequence, and what is counted on the home page."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from register.db import Database
from register.domain.public_records import RecordState
from register.domain.standard.vocabularies import Kind
from register.models import PublicOrganisation, PublicRegistration, PublicState
from register.queries.held import holds

_R = PublicRegistration.__table__.c
_S = PublicState.__table__.c
_O = PublicOrganisation.__table__.c
_SEQUENCE = str(select(_S.sequence))


@dataclass(frozen=True, slots=True)
class State:
    """The publication sequence and when it was last raised: what caches and ETags hang on."""

    sequence: int
    at: datetime


def state(session: Session) -> State:
    """Return the present state. Read it first, in the same snapshot as the data."""
    row = session.execute(select(_S.sequence, _S.at)).one()
    return State(row.sequence, row.at)


def sequence_now(database: Database) -> int:
    """Return the publication sequence of this moment, for whoever asks only whether an answer of before is still right."""
    return int(database.glance(_SEQUENCE))


@dataclass(frozen=True, slots=True)
class Figures:
    """What is in the register on a day. Examples count only when there is nothing else."""

    registrations: int
    mirrored: int
    organisations: int
    generative: int
    overdue: int
    are_examples: bool


def figures(session: Session, today: date, as_of: date | None = None) -> Figures:
    """Count what is public on a day: real data when there is any, demonstration data otherwise."""
    counted = _count(session, today, as_of, is_example=False)
    if counted.registrations:
        return counted
    return _count(session, today, as_of, is_example=True)


def has_examples(session: Session) -> bool:
    """Say whether demonstration data is public, so that pages can say so."""
    return session.scalars(select(_R.id).where(_R.is_example, _R.valid_to.is_(None)).limit(1)).first() is not None


def _count(session: Session, today: date, as_of: date | None, *, is_example: bool) -> Figures:
    public = (holds(as_of), _R.state == RecordState.PUBLISHED, _R.document.is_not(None), _R.is_example == is_example)
    row = session.execute(
        select(
            func.count(),
            func.count().filter(_R.is_mirrored),
            func.count(func.distinct(_R.organisation_number)),
            func.count().filter(_R.kind == Kind.GENERATIVE_AI),
            func.count().filter(_R.review_due != "", _R.review_due < today.isoformat()),
        ).where(*public)
    ).one()
    return Figures(*row, are_examples=is_example)
