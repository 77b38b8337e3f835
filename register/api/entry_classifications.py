"""The outcomes under the AI Act of an entry, each kept for good with its facts."""

from flask import Response

from register.api.answers import json
from register.api.frame import Blueprint
from register.domain.permissions import Permission
from register.models import Entry
from register.queries import classifications as asked
from register.services import classifications
from register.web.context import now, reading, transaction
from register.web.machines import calling_actor
from schemas.classifications import KeptClassificationSchema, KeptClassificationsSchema

blueprint = Blueprint("entry_classifications", __name__, description="What the AI Act made of an entry, over time.")


@blueprint.get("/entries/<number:number>/classifications")
@blueprint.needs(Permission.ENTRY_READ)
@blueprint.response(200, KeptClassificationsSchema)
def search(entry: Entry) -> Response:
    """List the outcomes that were kept, newest first."""
    return json({"items": KeptClassificationSchema(many=True).dump(asked.history(reading(), entry))})


@blueprint.post("/entries/<number:number>/classifications")
@blueprint.needs(Permission.ENTRY_EDIT)
@blueprint.response(201, KeptClassificationSchema)
def classify(entry: Entry) -> Response:
    """Classify the working copy as it stands, and keep the outcome."""
    with transaction() as session:
        kept = classifications.ask(session, entry.number, actor=calling_actor(), now=now())
    return json(KeptClassificationSchema().dump(kept), 201)
