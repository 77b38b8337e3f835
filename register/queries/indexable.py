"""What search engines may look at: the pages of registrations that their body confirmed here, of bodies and of products."""

from collections.abc import Iterator
from datetime import datetime
from itertools import islice
from typing import Any

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from register.domain.public_records import RecordState
from register.models import PublicOrganisation, PublicProduct, PublicRegistration

_R = PublicRegistration.__table__.c
_O = PublicOrganisation.__table__.c
_P = PublicProduct.__table__.c

#: The sort of page, its number, and when it last changed.
Indexable = tuple[str, str, datetime]

_SHOWN = (_R.valid_to.is_(None), _R.state == RecordState.PUBLISHED, _R.document.is_not(None), _R.is_mirrored.is_(False))
_STATEMENTS: dict[str, Select[Any]] = {
    "organisation": select(_O.number, _O.valid_from).where(_O.valid_to.is_(None)).order_by(_O.id),
    "product": select(_P.number, _P.valid_from).where(_P.valid_to.is_(None)).order_by(_P.id),
    "registration": select(_R.number, _R.valid_from).where(*_SHOWN).order_by(_R.id),
}


def counted(session: Session) -> int:
    """Count the pages."""
    return sum(session.scalar(each.with_only_columns(func.count()).order_by(None)) or 0 for each in _STATEMENTS.values())


def some(session: Session, *, offset: int, limit: int) -> Iterator[Indexable]:
    """Yield a part of the pages, always in the same order."""
    every = ((kind, number, at) for kind, statement in _STATEMENTS.items() for number, at in session.execute(statement))
    return islice(every, offset, offset + limit)
