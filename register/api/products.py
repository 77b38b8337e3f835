"""Products for everyone: what is described once and used by many."""

from typing import Any

from flask import Response

from register.api import cursors
from register.api.answers import address, chosen, json, listed
from register.api.days import checked
from register.api.frame import Blueprint
from register.api.openapi import PAGED
from register.errors import NotFound
from register.queries import public_products as asked
from register.queries.public_products import PublicProductRow
from register.web.context import reading
from schemas.products import (
    ProductQuery,
    ProductSchema,
    ProductsQuery,
    ProductsSchema,
    ProductVersionQuery,
    ProductVersionsSchema,
)

blueprint = Blueprint("products", __name__, description="What several bodies use, described once.")


@blueprint.get("/products")
@blueprint.public
@blueprint.cached
@blueprint.arguments(ProductsQuery, location="query")
@blueprint.response(200, ProductsSchema, headers=PAGED)
def search(query: dict[str, Any]) -> Response:
    """Find products, by name."""
    start = cursors.offset(query["cursor"])
    rows, total = asked.listed(reading(), query["q"], checked(query), offset=start, limit=query["limit"])
    items = [chosen(_item(row), query["chosen"]) for row in rows]
    return listed(items, total=total, next_cursor=cursors.after(start, len(items), total))


@blueprint.get("/products/<number:number>")
@blueprint.public
@blueprint.cached
@blueprint.arguments(ProductQuery, location="query")
@blueprint.response(200, ProductSchema)
def read(query: dict[str, Any], number: str) -> Response:
    """Read a product."""
    return json(chosen(_whole(_found(asked.by_number(reading(), number, checked(query)))), query["chosen"]))


@blueprint.get("/products/<number:number>/versions")
@blueprint.public
@blueprint.cached
@blueprint.response(200, ProductVersionsSchema)
def versions(number: str) -> Response:
    """Read the versions of a product, newest first."""
    rows = asked.versions(reading(), number)
    if not rows:
        raise NotFound
    return json({"number": number, "items": [_item(row) for row in rows]})


@blueprint.get("/products/<number:number>/versions/<version:version>")
@blueprint.public
@blueprint.cached
@blueprint.arguments(ProductVersionQuery, location="query")
@blueprint.response(200, ProductSchema)
def version(query: dict[str, Any], number: str, version: int) -> Response:
    """Read one version of a product."""
    return json(chosen(_whole(_found(asked.by_version(reading(), number, version))), query["chosen"]))


def _found(row: PublicProductRow | None) -> PublicProductRow:
    if row is None:
        raise NotFound
    return row


def _item(row: PublicProductRow) -> dict[str, Any]:
    document = row.document
    number = document["number"]
    return {
        "number": number,
        "version": document["version"],
        "validFrom": row.valid_from,
        "example": row.is_example,
        "deployments": row.deployments,
        "name": document["name"],
        "summary": document["summary"],
        "links": {
            "self": address("products", number),
            "versions": address("products", number, "versions"),
            "registrations": f"{address('registrations')}?product={number}",
        },
    }


def _whole(row: PublicProductRow) -> dict[str, Any]:
    return _item(row) | {"document": row.document}
