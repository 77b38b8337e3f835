"""Reading the outcomes under the AI Act that were kept of an entry."""

from collections.abc import Sequence

from sqlalchemy import Select, and_, func, select
from sqlalchemy.orm import Session

from register.domain.ai_act.history import Occasion
from register.models import Classification, Entry

#: Of what is published, not of what somebody is still writing.
_OF_PUBLISHED = (Occasion.PUBLISHED, Occasion.RECLASSIFIED)


def history(session: Session, entry: Entry) -> Sequence[Classification]:
    """Return all outcomes of an entry, newest first."""
    return session.scalars(_of(entry)).all()


def newest(session: Session, entry: Entry) -> Classification | None:
    """Return the outcome that was kept last."""
    return session.scalars(_of(entry).limit(1)).first()


def newest_of_published(session: Session, entry: Entry) -> Classification | None:
    """Return the outcome of what is published that was kept last."""
    return session.scalars(_of(entry).where(Classification.occasion.in_(_OF_PUBLISHED)).limit(1)).first()


def marked(session: Session, organisation_id: int) -> Sequence[tuple[Entry, Classification]]:
    """Return the published entries of a body whose outcome changed by itself since they were published, and that nobody published anew."""
    last = (
        select(Classification.entry_id, func.max(Classification.id).label("id"))
        .where(Classification.occasion.in_(_OF_PUBLISHED))
        .group_by(Classification.entry_id)
        .subquery()
    )
    statement = (
        select(Entry, Classification)
        .join(last, last.c.entry_id == Entry.id)
        .join(Classification, and_(Classification.id == last.c.id, Classification.occasion == Occasion.RECLASSIFIED))
        .where(Entry.organisation_id == organisation_id)
        .order_by(Classification.at.desc(), Entry.id)
    )
    return [(row[0], row[1]) for row in session.execute(statement)]


def _of(entry: Entry) -> Select[Classification]:
    return select(Classification).where(Classification.entry_id == entry.id).order_by(Classification.id.desc())
