"""What happened in the register that everyone may know: a feed that whoever keeps a copy follows."""

from typing import Any
from urllib.parse import urlencode

from flask import Response
from sqlalchemy import Row

from register.api.answers import address, json, link_header
from register.api.frame import Blueprint
from register.api.openapi import PAGED
from register.queries import changes as asked
from register.queries.changes import Asked
from register.web.context import reading
from register.web.pages import public_state
from schemas import examples
from schemas.changes import ChangesQuery, ChangesSchema

blueprint = Blueprint("changes", __name__, description="What happened in the register, in order.")


@blueprint.get("/changes")
@blueprint.public
@blueprint.cached
@blueprint.arguments(ChangesQuery, location="query")
@blueprint.response(200, ChangesSchema, headers=PAGED, example=examples.CHANGES)
def since(query: dict[str, Any]) -> Response:
    """Read what happened after a sequence, oldest first.

    Keep `last`, and ask on from it (`since`): nothing is missed. A change of
    kind `removed` names nothing and means that a copy must be read anew.
    """
    limit = query["limit"]
    newest = public_state().sequence
    wanted = Asked(query["kind"], query["organisation"], query["number"], query["first"], query["last"])
    rows = asked.since(reading(), query["since"], limit=limit + 1, asked=wanted)
    has_more = len(rows) > limit
    last = rows[limit - 1].sequence if has_more else newest
    links = {"next": f"{address('changes')}?{urlencode([('since', last), ('limit', limit), *_given(query)])}"} if has_more else {}
    content = {"items": [_change(row) for row in rows[:limit]], "next": links.get("next"), "last": last, "newest": newest}
    return json(content, headers={"Link": link_header(links)} if links else None)


def _given(query: dict[str, Any]) -> list[tuple[str, Any]]:
    """Return what else was asked, for the address of the next page."""
    single = (("organisation", query["organisation"]), ("number", query["number"]), ("from", query["first"]), ("until", query["last"]))
    return [*(("kind", kind) for kind in query["kind"]), *((name, value) for name, value in single if value)]


def _change(row: Row[Any]) -> dict[str, Any]:
    changed = {"kind": row.object_kind, "number": row.number, "version": row.version}
    return {
        "sequence": row.sequence,
        "at": row.at,
        "kind": row.kind,
        "object": changed if row.number else None,
        "title": row.title,
        "organisation": row.organisation_number or None,
    }
