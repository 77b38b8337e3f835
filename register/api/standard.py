"""The standard for programs: the same list that forms, checks and pages are made from, and its JSON Schemas."""

from typing import Any

from flask import Response

from register.api.answers import json
from register.api.frame import Blueprint
from schemas.published import content
from schemas.standard import SchemaQuery, StandardSchema, whole

blueprint = Blueprint("standard", __name__, description="What one registration holds.")


@blueprint.get("/standard")
@blueprint.public
@blueprint.cached
@blueprint.response(200, StandardSchema)
def standard() -> Response:
    """Read the whole standard: fields, types, limits, words, vocabularies and rules."""
    return json(whole())


@blueprint.get("/standard/schema")
@blueprint.public
@blueprint.cached
@blueprint.arguments(SchemaQuery, location="query")
@blueprint.response(200, {"type": "object"}, content_type="application/schema+json")
def schema(query: dict[str, Any]) -> Response:
    """Read the JSON Schema of published documents, of this standard or an earlier one."""
    return Response(content(query["version"], query["profile"]), content_type="application/schema+json")
