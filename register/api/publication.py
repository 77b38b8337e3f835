"""What happens to an entry on its way to the public: submitted, taken back, published, withdrawn."""

from typing import Any

from flask import Response

from register.api import revisions
from register.api.answers import address, json, raw
from register.api.entries import told
from register.api.frame import Blueprint
from register.api.openapi import CREATED, REVISED
from register.domain.permissions import Permission
from register.errors import Gone, NotFound
from register.models import Entry
from register.queries import entries as asked
from register.services import entries, publication
from register.web.context import now, reading, transaction, wiring
from register.web.machines import calling_actor
from schemas import examples
from schemas.entries import (
    EntrySchema,
    EntryVersionItemSchema,
    EntryVersionSchema,
    EntryVersionsSchema,
    WithdrawalAnswerSchema,
    WithdrawalRequestSchema,
)

blueprint = Blueprint("publication", __name__, description="From working copy to public version.")


@blueprint.post("/entries/<number:number>/submission")
@blueprint.needs(Permission.ENTRY_SUBMIT)
@blueprint.on_revision
@blueprint.response(200, EntrySchema, headers=REVISED)
def submit(entry: Entry, revision: int) -> Response:
    """Hand the draft in for review."""
    with transaction() as session:
        submitted = entries.submit(session, entry.number, revision=revision, actor=calling_actor(), now=now())
    return told(submitted)


@blueprint.delete("/entries/<number:number>/submission")
@blueprint.needs(Permission.ENTRY_SUBMIT)
@blueprint.on_revision
@blueprint.response(200, EntrySchema, headers=REVISED)
def take_back(entry: Entry, revision: int) -> Response:
    """Take the draft back from review, to write on."""
    with transaction() as session:
        taken = entries.take_back(session, entry.number, revision=revision, actor=calling_actor(), now=now())
    return told(taken)


@blueprint.get("/entries/<number:number>/versions")
@blueprint.needs(Permission.ENTRY_READ)
@blueprint.response(200, EntryVersionsSchema)
def versions(entry: Entry) -> Response:
    """List the versions of an entry, newest first."""
    return json({"items": EntryVersionItemSchema(many=True).dump(asked.versions(reading(), entry))})


@blueprint.post("/entries/<number:number>/versions")
@blueprint.needs(Permission.ENTRY_PUBLISH)
@blueprint.on_revision
@blueprint.response(201, EntryVersionItemSchema, headers=CREATED)
def publish(entry: Entry, revision: int) -> Response:
    """Publish the draft that is in review. A machine may do this only where the body publishes with one person (single flow)."""
    with transaction() as session:
        version = publication.publish(session, entry.number, search=wiring().search, revision=revision, actor=calling_actor(), now=now())
        headers = revisions.headers(version.entry)
    headers["Location"] = address("entries", entry.number, "versions", version.number)
    return json(EntryVersionItemSchema().dump(version), 201, headers=headers)


@blueprint.get("/entries/<number:number>/versions/<version:version>")
@blueprint.needs(Permission.ENTRY_READ)
@blueprint.response(200, EntryVersionSchema)
@blueprint.alt_response(410, "GONE")
def version(entry: Entry, version: int) -> Response:
    """Read a version with all that it holds, also what the public does not see."""
    found = next((each for each in asked.versions(reading(), entry) if each.number == version), None)
    if found is None:
        raise NotFound
    if found.content is None:
        raise Gone("redacted", why="redacted", number=entry.number, version=version, sha256=found.public_sha256)
    content = EntryVersionItemSchema().dump(found) | {"salt": found.content.salt.hex()}
    return json(content | {"document": raw(found.content.full_document)})


@blueprint.post("/entries/<number:number>/withdrawal")
@blueprint.needs(Permission.ENTRY_WITHDRAW)
@blueprint.on_revision
@blueprint.arguments(WithdrawalRequestSchema, example=examples.WITHDRAWAL)
@blueprint.response(201, WithdrawalAnswerSchema)
def withdraw(told_why: dict[str, Any], entry: Entry, revision: int) -> Response:
    """Take a registration off the public lists, with a reason that everyone reads; its page and history stay."""
    with transaction() as session:
        withdrawal = publication.withdraw(
            session,
            entry.number,
            told_why["reason"],
            search=wiring().search,
            revision=revision,
            actor=calling_actor(),
            now=now(),
        )
    return json(WithdrawalAnswerSchema().dump(withdrawal), 201)
