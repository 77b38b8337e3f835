"""Entries: the working copies of one's own body. Begin, read, save, discard, and what is still missing.

Nothing of another body's entries can be told from any answer; a change says on
which revision it was made.
"""

from typing import Any

from flask import Response

from register.api import cursors, revisions
from register.api.answers import address, chosen, json, listed
from register.api.frame import Blueprint
from register.api.merging import merged
from register.api.openapi import CREATED, PAGED, REVISED
from register.api.problems import problem_member
from register.domain.calendar import day_of
from register.domain.permissions import Permission
from register.domain.standard.check import check
from register.domain.standard.completeness import score
from register.models import Entry
from register.queries import entries as asked
from register.queries.entries import Selection
from register.queries.organisations import organisations_of
from register.queries.products import inherited_by
from register.services import entries
from register.web.context import now, reading, transaction
from register.web.machines import calling_actor
from schemas import examples
from schemas.documents import EntryDocumentSchema, EntryPatchSchema
from schemas.entries import EntriesQuery, EntriesSchema, EntryItemSchema, EntryQuery, EntrySchema, ProblemsQuery, ProblemsSchema

blueprint = Blueprint("entries", __name__, description="The working copies of one's own body.")


@blueprint.get("/entries")
@blueprint.needs(Permission.ENTRY_READ)
@blueprint.arguments(EntriesQuery, location="query")
@blueprint.response(200, EntriesSchema, headers=PAGED)
def search(query: dict[str, Any]) -> Response:
    """List entries, those that changed last first."""
    start = cursors.offset(query["cursor"])
    selection = Selection(draft_state=query["draft_state"], words=query["q"])
    actor = calling_actor()
    total = asked.counted(reading(), actor, selection)
    rows = asked.listed(reading(), actor, selection, offset=start, limit=query["limit"])
    items = [chosen(EntryItemSchema().dump(row), query["chosen"]) for row in rows]
    return listed(items, total=total, next_cursor=cursors.after(start, len(items), total))


@blueprint.post("/entries")
@blueprint.needs(Permission.ENTRY_CREATE)
@blueprint.arguments(EntryDocumentSchema, example=examples.ENTRY)
@blueprint.response(201, EntrySchema, headers=CREATED)
@blueprint.alt_response(409, "CONFLICT")
def create(document: dict[str, Any]) -> Response:
    """Begin an entry. The document may be half done; what is in it must be right."""
    checked = entries.prepared(document, now=now())
    actor = calling_actor()
    (own,) = organisations_of(reading(), actor, Permission.ENTRY_CREATE)
    with transaction() as session:
        entry = entries.create(session, own.number, checked, actor=actor, now=now())
    return told(entry, 201, Location=address("entries", entry.number))


@blueprint.get("/entries/<number:number>")
@blueprint.needs(Permission.ENTRY_READ)
@blueprint.arguments(EntryQuery, location="query")
@blueprint.response(200, EntrySchema, headers=REVISED)
def read(query: dict[str, Any], entry: Entry) -> Response:
    """Read an entry. Its ETag is what a change of it is made on."""
    return told(entry, names=query["chosen"])


@blueprint.put("/entries/<number:number>")
@blueprint.needs(Permission.ENTRY_EDIT)
@blueprint.on_revision
@blueprint.arguments(EntryDocumentSchema, example=examples.ENTRY)
@blueprint.response(200, EntrySchema, headers=REVISED)
def replace(document: dict[str, Any], entry: Entry, revision: int) -> Response:
    """Replace the working document as a whole. Rows keep their `id`; one without gets one."""
    return _saved(entry, document, revision)


@blueprint.patch("/entries/<number:number>")
@blueprint.needs(Permission.ENTRY_EDIT)
@blueprint.on_revision
@blueprint.arguments(EntryPatchSchema, location="merge_patch", example=examples.PATCH)
@blueprint.response(200, EntrySchema, headers=REVISED)
def change(patch: dict[str, Any], entry: Entry, revision: int) -> Response:
    """Change parts of the working document (JSON Merge Patch): null takes away, an object is merged, a list replaced whole."""
    return _saved(entry, merged(entry.document, patch), revision)


@blueprint.delete("/entries/<number:number>")
@blueprint.needs(Permission.ENTRY_EDIT)
@blueprint.on_revision
@blueprint.response(204)
def discard(entry: Entry, revision: int) -> Response:
    """Throw the draft away. What was published stays, and can be revised again; what never was is gone for good."""
    with transaction() as session:
        entries.discard(session, entry.number, revision=revision, actor=calling_actor(), now=now())
    return Response(status=204)


@blueprint.get("/entries/<number:number>/problems")
@blueprint.needs(Permission.ENTRY_READ)
@blueprint.arguments(ProblemsQuery, location="query")
@blueprint.response(200, ProblemsSchema)
def problems(query: dict[str, Any], entry: Entry) -> Response:
    """List all that is wrong or missing before the document reaches a stage; an empty list means that it may go on."""
    taken = inherited_by(reading(), entry.document)
    found = check(entry.document, stage=query["stage"], today=day_of(now()), inherited=taken)
    return json({"stage": query["stage"], "items": [problem_member(each) for each in found]})


def told(entry: Entry, status: int = 200, names: frozenset[str] | None = None, **headers: str) -> Response:
    """Return an entry as an answer, with the ETag that its next change needs."""
    percent = score({**inherited_by(reading(), entry.document), **entry.document}).percent
    content = EntrySchema().dump(entry) | {"completeness": percent}
    return json(chosen(content, names), status, headers=headers | revisions.headers(entry))


def _saved(entry: Entry, document: dict[str, Any], revision: int) -> Response:
    checked = entries.prepared(document, now=now())
    with transaction() as session:
        saved = entries.save(session, entry.number, checked, revision=revision, actor=calling_actor(), now=now())
    return told(saved)
