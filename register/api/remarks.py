"""Remarks of colleagues on the fields of a draft."""

from typing import Any

from flask import Response

from register.api.answers import json
from register.api.frame import Blueprint
from register.domain.permissions import Permission
from register.models import Entry
from register.queries import entries as asked
from register.services import remarks
from register.web.context import now, reading, transaction
from register.web.machines import calling_actor
from schemas import examples
from schemas.remarks import RemarkRequestSchema, RemarkSchema, RemarksSchema

blueprint = Blueprint("remarks", __name__, description="What colleagues say about a draft.")


@blueprint.get("/entries/<number:number>/remarks")
@blueprint.needs(Permission.ENTRY_READ)
@blueprint.response(200, RemarksSchema)
def search(entry: Entry) -> Response:
    """List the remarks on the present draft, oldest first."""
    return json({"items": RemarkSchema(many=True).dump(asked.remarks(reading(), entry))})


@blueprint.post("/entries/<number:number>/remarks")
@blueprint.needs(Permission.ENTRY_REMARK)
@blueprint.arguments(RemarkRequestSchema, example=examples.REMARK)
@blueprint.response(201, RemarkSchema)
def add(remark: dict[str, Any], entry: Entry) -> Response:
    """Put a remark at a field of the present draft."""
    with transaction() as session:
        added = remarks.add(session, entry.number, remark["pointer"], remark["text"], actor=calling_actor(), now=now())
    return json(RemarkSchema().dump(added), 201)
