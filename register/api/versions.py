"""The versions of a registration: its history, each with its exact bytes, and what changed between two of them."""

from typing import Any

import orjson
from flask import Response
from sqlalchemy import Row

from register.api.answers import json
from register.api.days import checked
from register.api.frame import Blueprint
from register.api.records import chosen_of, difference, state, there, whole
from register.domain import history
from register.domain.public_records import RecordState
from register.errors import NotFound
from register.queries import registrations as asked
from register.web.context import reading
from schemas.changes import DifferenceQuery, DifferencesSchema
from schemas.documents import PublicDocumentSchema
from schemas.registrations import HistoryQuery, RegistrationSchema, VersionQuery, VersionsSchema

blueprint = Blueprint("versions", __name__, description="What was published when, and can be proved.", is_open_to_scripts=True)


@blueprint.get("/registrations/<number:number>/versions")
@blueprint.public
@blueprint.cached
@blueprint.arguments(HistoryQuery, location="query")
@blueprint.response(200, VersionsSchema)
def versions(query: dict[str, Any], number: str) -> Response:
    """Read the history of a registration, newest first; it stays when the registration is withdrawn."""
    rows = asked.history(reading(), number, checked(query))
    if not rows:
        raise NotFound
    return json({"number": number, "items": [state(row) for row in rows]})


@blueprint.get("/registrations/<number:number>/versions/<version:version>")
@blueprint.public
@blueprint.cached
@blueprint.arguments(VersionQuery, location="query")
@blueprint.response(200, RegistrationSchema)
@blueprint.alt_response(410, "GONE")
def version(query: dict[str, Any], number: str, version: int) -> Response:
    """Read one version. One whose content was lawfully redacted answers 410, with the ground and the day."""
    return json(chosen_of(whole(_by_number(number, version)), query["chosen"]))


@blueprint.get("/registrations/<number:number>/versions/<version:version>/document")
@blueprint.public
@blueprint.cached
@blueprint.response(200, PublicDocumentSchema)
@blueprint.alt_response(410, "GONE")
def document(number: str, version: int) -> Response:
    """Download the document of a version, byte for byte as it was frozen: its SHA-256 is the one that was published."""
    row = _by_number(number, version)
    name = f"registration-{number}-version-{version}.json"
    return Response(row.document, content_type="application/json", headers={"Content-Disposition": f'inline; filename="{name}"'})


@blueprint.get("/registrations/<number:number>/changes")
@blueprint.public
@blueprint.cached
@blueprint.arguments(DifferenceQuery, location="query")
@blueprint.response(200, DifferencesSchema)
@blueprint.alt_response(410, "GONE")
def changes(query: dict[str, Any], number: str) -> Response:
    """Compare two versions, field by field; the newest with the one before it when nothing else is asked."""
    known = sorted(row.version for row in asked.history(reading(), number) if row.state is RecordState.PUBLISHED)
    if not known:
        raise NotFound
    after = query["after"] or known[-1]
    before = query["before"] or max(after - 1, known[0])
    older, newer = (orjson.loads(_by_number(number, each).document) for each in (before, after))
    found = [difference(change) for change in history.changes(older, newer)]
    return json({"number": number, "from": before, "to": after, "items": found})


def _by_number(number: str, version: int) -> Row[Any]:
    row = asked.by_version(reading(), number, version)
    if row is None:
        raise NotFound
    return there(row)
