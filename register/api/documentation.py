"""The API about itself: where things are, and the OpenAPI document."""

from flask import Response, current_app

from register.api.answers import address, json
from register.api.frame import Api, Blueprint, open_to_scripts
from register.api.openapi import VERSION

blueprint = Blueprint("documentation", __name__, description="The API about itself.")

#: How long a copy of the document may be used: it changes with a release only.
KEPT = "public, max-age=3600"


@blueprint.get("")
@blueprint.public
@blueprint.response(200, {"type": "object"})
def index() -> Response:
    """Say where everything is."""
    nouns = ("registrations", "organisations", "products", "changes", "standard", "entries", "health")
    links = {noun: address(noun) for noun in nouns} | {"openapi": address("openapi.json"), "schema": address("standard", "schema")}
    return json({"version": VERSION, "links": links}, headers={"Cache-Control": KEPT})


@blueprint.get("/openapi.json")
@blueprint.public
@blueprint.response(200, {"type": "object"})
def openapi() -> Response:
    """Return the OpenAPI document."""
    api: Api = current_app.extensions["register-api"]
    return open_to_scripts(json(api.document(), headers={"Cache-Control": KEPT}))
