"""Registrations for everyone: search, and read one.

Reads the public read model and nothing else. Whether a number is unknown, a
draft or restricted cannot be told from any answer.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from flask import Response
from sqlalchemy import Row

from register.api import cursors
from register.api.answers import chosen, json, listed
from register.api.days import checked
from register.api.frame import Blueprint
from register.api.openapi import PAGED
from register.api.records import chosen_of, item, there, whole
from register.domain.calendar import day_of
from register.domain.principles.criteria import Principle
from register.errors import NotFound
from register.queries import facets
from register.queries import registrations as asked
from register.queries.registrations import Selection, Sort
from register.web.context import now, reading, wiring
from schemas import examples
from schemas.registrations import RegistrationQuery, RegistrationSchema, RegistrationsQuery, RegistrationsSchema

blueprint = Blueprint(
    "registrations", __name__, description="What public bodies published, as everyone may read it.", is_open_to_scripts=True
)

#: Facet → the name of its parameter in the schema.
_FACETS = {
    "kind": "kind",
    "status": "status",
    "decisionRole": "decision_role",
    "organisation": "organisation",
    "product": "product",
    "theme": "theme",
    "technique": "technique",
    "category": "category",
    "national": "national",
    "role": "role",
    "area": "area",
    "assessment": "assessment",
    "personalData": "personal_data",
    "supplier": "supplier",
    "provider": "provider",
    "completeness": "completeness",
    "year": "year",
    "month": "month",
    "type": "type",
    **{principle.value: principle.value for principle in Principle},
}


@blueprint.get("/registrations")
@blueprint.public
@blueprint.cached
@blueprint.arguments(RegistrationsQuery, location="query")
@blueprint.response(200, RegistrationsSchema, headers=PAGED, example=examples.REGISTRATIONS)
def search(query: dict[str, Any]) -> Response:
    """Find registrations.

    Follow the link `next` to read them all. What is published meanwhile may be
    missed: note `newest` of `/changes` before the first page, and read the
    changes since then after the last one.
    """
    day = checked(query)
    selection = Selection(
        words=query["q"],
        facets={facet: query[name] for facet, name in _FACETS.items() if name in query},
        mirrored=query["mirrored"],
        example=query["example"],
        overdue_on=(day or day_of(now())) if query["overdue"] else None,
        as_of=day,
        sort=query["sort"],
        language=query["language"],
    )
    is_ranked = selection.sort is Sort.ORGANISATION or (selection.sort is Sort.RELEVANCE and selection.words.strip())
    rows, total, onward = (_ranked if is_ranked else _in_order)(selection, query["cursor"], query["limit"])
    counted = {name: facets.words(reading(), wiring().search, selection, name) for name in query.get("counts", ())}
    return listed(
        [chosen(item(row), query["chosen"]) for row in rows], total=total, next_cursor=onward, **({"counts": counted} if counted else {})
    )


@blueprint.get("/registrations/<number:number>")
@blueprint.public
@blueprint.cached
@blueprint.arguments(RegistrationQuery, location="query")
@blueprint.response(200, RegistrationSchema)
@blueprint.alt_response(410, "GONE")
def read(query: dict[str, Any], number: str) -> Response:
    """Read a registration as it is, or as it was on a day. One that was withdrawn answers 410, with the reason."""
    row = asked.by_number(reading(), number, checked(query))
    if row is None:
        raise NotFound
    return json(chosen_of(whole(there(row)), query["chosen"]))


def _in_order(selection: Selection, cursor: str, limit: int) -> tuple[Sequence[Row[Any]], int, str | None]:
    """Return a page by moment or name, how many there were at the beginning, and where the next page begins."""
    place = cursors.read(cursor)
    after: tuple[datetime | str, int] | None = None
    if place is None:
        total = asked.counted(reading(), wiring().search, selection)
    else:
        total, key, row_id = place
        after = (key if selection.sort is Sort.NAME else datetime.fromisoformat(key), row_id)
    rows = asked.following(reading(), wiring().search, selection, after=after, limit=limit + 1)
    if len(rows) <= limit:
        return rows, total, None
    last = rows[limit - 1]
    key = last.sort_title if selection.sort is Sort.NAME else last.valid_from.isoformat()
    return rows[:limit], total, cursors.write(total, key, last.id)


def _ranked(selection: Selection, cursor: str, limit: int) -> tuple[Sequence[Row[Any]], int, str | None]:
    """Return a page by relevance or by organisation, how many there are, and where the next page begins."""
    start = cursors.offset(cursor)
    page = asked.search(reading(), wiring().search, selection, offset=start, limit=limit)
    return page.rows, page.total, cursors.after(start, len(page.rows), page.total)
