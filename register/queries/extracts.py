"""Reading a selection of full records for a regulator, as they were published on a day: within the remit and nothing else."""

from collections.abc import Iterator
from typing import Any

import orjson
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from register.domain.calendar import end_of
from register.domain.extracts import Extracted, ExtractSelection
from register.domain.permissions import Actor, Permission, require
from register.domain.versions import visible
from register.models import Entry, Organisation, Redaction, Version, VersionContent, Withdrawal
from register.queries.full_records import ALLOWED, is_covered, remits

_BATCH = 100


def extracted(session: Session, actor: Actor, selection: ExtractSelection) -> Iterator[Extracted]:
    """Yield what a regulator may take, by register number.

    A version whose content was redacted is in it only where nothing but the
    body was chosen: what it was about is not known any more. Raises
    `NotAllowed` unless the actor is a regulator.
    """
    require(Permission.FULL_RECORD_READ, actor, None)
    bodies = {number for remit in remits(session, actor) for number in remit.get("organisations", ())}
    if selection.organisations:
        bodies &= set(selection.organisations)
    if not bodies:
        return
    moment = end_of(selection.as_of) if selection.as_of else None
    newest = select(func.max(Version.id)).group_by(Version.entry_id)
    withdrawn = select(Withdrawal.entry_id, func.max(Withdrawal.at).label("at")).group_by(Withdrawal.entry_id)
    if moment is not None:
        newest, withdrawn = newest.where(Version.valid_from < moment), withdrawn.where(Withdrawal.at < moment)
    gone = withdrawn.subquery()
    statement = (
        select(Version, Entry, VersionContent.full_document, gone.c.at, Redaction.at)
        .join(Entry, Entry.id == Version.entry_id)
        .outerjoin(VersionContent, VersionContent.version_id == Version.id)
        .outerjoin(gone, gone.c.entry_id == Version.entry_id)
        .outerjoin(Redaction, Redaction.version_id == Version.id)
        .where(Version.id.in_(newest), Version.organisation_number.in_(bodies))
        .order_by(Entry.number)
    )
    for version, entry, content, withdrawn_at, redacted_at in session.execute(statement.execution_options(yield_per=_BATCH)):
        document = None if content is None else orjson.loads(content)
        is_hidden = entry.is_restricted or version.is_restricted
        if not is_covered(session, actor, version.organisation_number, document, is_hidden=is_hidden):
            continue
        if not selection.holds(version.organisation_number, document or {}):
            continue
        yield Extracted(
            number=entry.number,
            version=version.number,
            valid_from=version.valid_from,
            organisation_number=version.organisation_number,
            public_sha256=version.public_sha256,
            document=None if document is None else visible(document, ALLOWED),
            withdrawn_at=withdrawn_at if withdrawn_at is not None and withdrawn_at > version.valid_from else None,
            redacted_at=redacted_at,
            is_restricted=is_hidden,
            is_four_eyes=version.is_four_eyes,
            is_example=entry.is_example,
        )


def bodies_of(session: Session, actor: Actor) -> list[tuple[str, dict[str, Any]]]:
    """Return the bodies within the remit, by name: number and names."""
    require(Permission.FULL_RECORD_READ, actor, None)
    numbers = {number for remit in remits(session, actor) for number in remit.get("organisations", ())}
    statement = select(Organisation.number, Organisation.names).where(Organisation.number.in_(numbers)).order_by(Organisation.folded_name)
    return [(number, names) for number, names in session.execute(statement)]
