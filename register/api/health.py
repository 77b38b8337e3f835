"""Whether the register works: for whoever keeps it running. Cheap, and never counted against anyone."""

from flask import Response
from sqlalchemy.exc import DBAPIError

from register import __version__
from register.api.answers import json
from register.api.frame import Blueprint
from register.domain.standard import STANDARD
from register.errors import Unavailable
from register.queries import public_state
from register.web.context import reading
from schemas.health import HealthSchema

blueprint = Blueprint("health", __name__, description="Whether the register works.")


@blueprint.get("/health")
@blueprint.public
@blueprint.response(200, HealthSchema)
@blueprint.alt_response(503, "SERVICE_UNAVAILABLE")
def health() -> Response:
    """Say that the register works, having asked its database."""
    try:
        sequence = public_state.state(reading()).sequence
    except DBAPIError as fault:
        raise Unavailable("the database does not answer", retry_after=10) from fault
    content = {"status": "ok", "version": __version__, "standard": STANDARD, "sequence": sequence}
    return json(content, headers={"Cache-Control": "no-store"})
