"""The orders in which registrations are listed, kept as the place that each has in them."""

from array import array
from collections.abc import Sequence
from datetime import date
from enum import StrEnum
from heapq import nsmallest
from typing import Any

from pyroaring import BitMap
from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from register.domain.organisations import folded_name
from register.models import PublicRegistration
from register.queries.bodies import bodies
from register.queries.columns import Columns
from register.queries.held import holds

_R = PublicRegistration.__table__.c

#: Below this share of all rows it is quicker to sort what was found than to walk all in order.
_SPARSE = 20


class Sort(StrEnum):
    """The orders of a list."""

    RELEVANCE = "relevance"
    NEWEST = "newest"
    NAME = "name"
    ORGANISATION = "organisation"


class Order:
    """All rows of a day in one order."""

    def __init__(self, ids: Sequence[int]) -> None:
        self._ids = array("I", ids)
        self._place = array("I", bytes(4 * (max(ids, default=0) + 1)))
        for place, row_id in enumerate(self._ids):
            self._place[row_id] = place

    def page(self, found: BitMap, *, offset: int, limit: int) -> list[int]:
        """Return a page of what was found."""
        return self._walked(found, 0, offset, limit)

    def after(self, found: BitMap, row_id: int, limit: int) -> list[int]:
        """Return what was found and comes after a row of this order."""
        return self._walked(found, self._place[row_id] + 1, 0, limit)

    def beginning_at(self, found: BitMap, row_id: int | None, limit: int) -> list[int]:
        """Return what was found from a row on; nothing when there is none."""
        return [] if row_id is None else self._walked(found, self._place[row_id], 0, limit)

    def has(self, row_id: int) -> bool:
        """Say whether a row is in this order."""
        return row_id < len(self._place) and bool(self._ids) and self._ids[self._place[row_id]] == row_id

    def _walked(self, found: BitMap, start: int, offset: int, limit: int) -> list[int]:
        if len(found) * _SPARSE < len(self._ids):
            rest = (row_id for row_id in found if self._place[row_id] >= start)
            return nsmallest(offset + limit, rest, key=self._place.__getitem__)[offset:]
        page: list[int] = []
        for place in range(start, len(self._ids)):
            if self._ids[place] in found:
                if offset:
                    offset -= 1
                    continue
                page.append(self._ids[place])
                if len(page) == limit:
                    break
        return page


def order(session: Session, there: Columns, sort: Sort, as_of: date | None, language: str = "") -> Order:
    """Return an order of all rows that held on a day, by the names in a language where it goes by name; by relevance there is none."""
    in_english = language == "en" and sort in {Sort.NAME, Sort.ORGANISATION}
    return there.keep(("order", sort, as_of, in_english), lambda: Order(_ids(session, there, sort, as_of, in_english=in_english)))


def _ids(session: Session, there: Columns, sort: Sort, as_of: date | None, *, in_english: bool) -> Sequence[int]:
    if sort is Sort.NAME and in_english:
        english = _R.card["name"]["en"].as_string()
        titles = session.execute(select(_R.id, _R.sort_title, english).where(holds(as_of)))
        return [row_id for _, row_id in sorted((folded_name(name) if name else own, row_id) for row_id, own, name in titles)]
    if sort is Sort.ORGANISATION:
        named = bodies(session, there, as_of)
        names = named.english_names if in_english else named.sort_names
        statement: Select[Any] = select(_R.id, _R.organisation_number).where(holds(as_of)).order_by(_R.sort_title, _R.id)
        rows = [(names.get(number, ""), row_id) for row_id, number in session.execute(statement)]
        return [row_id for _, row_id in sorted(rows, key=lambda row: row[0])]
    columns = (_R.sort_title, _R.id) if sort is Sort.NAME else (_R.valid_from.desc(), _R.id.desc())
    return session.scalars(select(_R.id).where(holds(as_of)).order_by(*columns)).all()
