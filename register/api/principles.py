"""The criteria of the four principles as data."""

from flask import Response

from register.api.answers import json
from register.api.frame import Blueprint
from register.rendering.principles import criteria
from schemas.principles import CriteriaSchema

blueprint = Blueprint("principles", __name__, description="The four principles, and the criteria by which bodies assess themselves.")


@blueprint.get("/principles")
@blueprint.public
@blueprint.cached
@blueprint.response(200, CriteriaSchema)
def principles() -> Response:
    """Read the criteria: what is asked, what counts as evidence, and the sources."""
    return json(criteria())
