"""Imports: a body takes over what another register holds of it, as drafts to write on.

Taking over for other bodies, in public at once, is for the register's
administrators; they do it with `register import`.
"""

from typing import Any, BinaryIO

from flask import Response

from register.api.answers import json
from register.api.frame import Blueprint
from register.api.problems import problem_member
from register.domain.permissions import Permission
from register.models import Organisation
from register.queries.organisations import organisation_by_number, organisations_of
from register.services import imports
from register.services.imports import Reading
from register.services.mirrors import Act, Decision, Mirrored, Plan, Reason
from register.web.context import now, reading, transaction
from register.web.machines import calling_actor
from schemas.imports import FILE, ImportQuery, ImportReportSchema, Outcome

blueprint = Blueprint("imports", __name__, description="Taking over what another register holds of one's own body, as drafts.")


@blueprint.post("/imports")
@blueprint.needs(Permission.ENTRY_IMPORT)
@blueprint.takes_file(FILE)
@blueprint.arguments(ImportQuery, location="query")
@blueprint.response(200, ImportReportSchema)
def create(query: dict[str, Any], file: BinaryIO) -> Response:
    """Begin a draft for each row of the own body that it has no entry for yet.

    A second time nothing happens. Rows that are wrong are reported and the others go in; a file that is wrong as a whole
    is refused.
    """
    (own,) = organisations_of(reading(), calling_actor(), Permission.ENTRY_IMPORT)
    read = Reading(file, now=now())
    decisions: list[Decision] = []
    of_others = 0
    for batch in read.batches():
        plan = imports.plan_drafts(reading(), own, batch) if query["dry_run"] else _created(own, batch)
        decisions += [decision for decision in plan.decisions if decision.reason is not Reason.OTHER_BODY]
        of_others += sum(decision.reason is Reason.OTHER_BODY for decision in plan.decisions)
    return json(_report(read, decisions, of_others, query))


def _created(own: Organisation, batch: list[Mirrored]) -> Plan:
    with transaction() as session:
        return imports.create_drafts(session, organisation_by_number(session, own.number), batch, actor=calling_actor(), now=now())


def _report(read: Reading, decisions: list[Decision], of_others: int, query: dict[str, Any]) -> dict[str, Any]:
    return {
        "format": query["format"],
        "dryRun": query["dry_run"],
        "rows": read.header.rows,
        "created": sum(decision.act is Act.CREATE for decision in decisions),
        "ofOthers": of_others,
        "refused": read.faulty_rows,
        "items": [_item(decision) for decision in decisions],
        "faults": [{"row": fault.row, "sourceId": fault.source_id, **problem_member(fault.problem)} for fault in read.faults],
        "unknownKeys": sorted(read.unknown_keys),
    }


def _item(decision: Decision) -> dict[str, Any]:
    outcome = Outcome.CREATED if decision.act is Act.CREATE else Outcome.PRESENT
    item = {"row": decision.mirrored.row, "sourceId": decision.mirrored.source_id, "outcome": outcome}
    return item | ({"number": decision.entry.number} if decision.entry is not None else {})
