"""Public bodies for everyone: which there are, and what the register knows of each."""

from typing import Any

from flask import Response

from register.api import cursors
from register.api.answers import address, chosen, json, listed
from register.api.days import checked
from register.api.frame import Blueprint
from register.api.openapi import PAGED
from register.errors import NotFound
from register.queries import public_organisations as asked
from register.queries import registrations
from register.queries.public_organisations import BodySelection
from register.queries.registrations import Selection
from register.web.context import reading, wiring
from schemas.organisations import OrganisationQuery, OrganisationSchema, OrganisationsQuery, OrganisationsSchema

blueprint = Blueprint("organisations", __name__, description="Public bodies that register.")

_KEPT = ("number", "names", "abbreviation", "type", "parent", "tooi", "website", "contact", "example")


@blueprint.get("/organisations")
@blueprint.public
@blueprint.cached
@blueprint.arguments(OrganisationsQuery, location="query")
@blueprint.response(200, OrganisationsSchema, headers=PAGED)
def search(query: dict[str, Any]) -> Response:
    """Find public bodies, by name."""
    start = cursors.offset(query["cursor"])
    wanted = BodySelection(query["q"], registering=query["registering"], example=query["example"], as_of=checked(query))
    bodies, total = asked.listed(reading(), wanted, offset=start, limit=query["limit"])
    items = [chosen(_body(body.document, body.registrations), query["chosen"]) for body in bodies]
    return listed(items, total=total, next_cursor=cursors.after(start, len(items), total))


@blueprint.get("/organisations/<number:number>")
@blueprint.public
@blueprint.cached
@blueprint.arguments(OrganisationQuery, location="query")
@blueprint.response(200, OrganisationSchema)
def read(query: dict[str, Any], number: str) -> Response:
    """Read a public body."""
    as_of = checked(query)
    document = asked.by_number(reading(), number, as_of)
    if document is None:
        raise NotFound
    count = registrations.counted(reading(), wiring().search, Selection(facets={"organisation": [number]}, as_of=as_of))
    return json(chosen(_body(document, count), query["chosen"]))


def _body(document: dict[str, Any], count: int) -> dict[str, Any]:
    number = document["number"]
    links = {"self": address("organisations", number), "registrations": f"{address('registrations')}?organisation={number}"}
    kept = {
        key: document.get(key) for key in ("number", "names", "abbreviation", "type", "parent", "tooi", "website", "contact", "example")
    }
    return kept | {"singleFlow": document["single_flow"], "registrations": count, "links": links}
