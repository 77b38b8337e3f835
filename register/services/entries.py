"""Writing entries: create, save, submit, take back, send back, discard.

Whoever may not read an entry learns nothing of it: `NotFound` comes before
anything else is looked at.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from register.domain.calendar import day_of
from register.domain.lifecycle import DraftState, PublicationState, Step, draft_after
from register.domain.permissions import Actor, Permission, require
from register.domain.standard import STANDARD
from register.domain.standard.check import check
from register.domain.standard.conditions import Stage
from register.domain.standard.translations import with_sources
from register.errors import Conflict, Invalid, Stale
from register.models import Classification, Contribution, Entry, EntryStep, Organisation, Remark
from register.queries import entries as asked
from register.queries import products as asked_products
from register.queries.organisations import organisation_by_number
from register.services import audit, classifications, cleaning, numbers
from register.services.public_records import own_text

#: What a first version says of itself until its writer says it better.
FIRST_NOTE = {"nl": "Eerste publicatie", "en": "First publication"}


@dataclass(frozen=True, slots=True)
class Checked:
    """A document that was cleaned and whose form is right; made before the transaction is opened."""

    document: dict[str, Any]


def prepared(document: Mapping[str, Any], *, now: datetime) -> Checked:
    """Clean a document and check its form.

    Raises `Invalid` with every problem. What is missing is no problem yet: a
    draft may be half done.
    """
    cleaned = cleaning.clean(document)
    cleaned.setdefault("language", "nl")
    cleaned["standard"] = STANDARD
    problems = check(cleaned, stage=Stage.DRAFT, today=day_of(now))
    if problems:
        raise Invalid(problems)
    return Checked(cleaned)


def create(session: Session, organisation_number: str, checked: Checked, *, actor: Actor, now: datetime) -> Entry:
    """Begin an entry of a body.

    Raises `NotFound` when there is no such body that the actor may write for,
    `NotAllowed` when they may only read there, `Conflict` when the body uses
    this `source_id` already, `Invalid` for references to what is not there.
    """
    organisation = organisation_by_number(session, organisation_number)
    require(Permission.ENTRY_CREATE, actor, organisation.id, reading=Permission.ENTRY_READ)
    return _begun(session, organisation, checked, {}, actor=actor, now=now)


def take_over(
    session: Session, organisation: Organisation, checked: Checked, provenance: Mapping[str, Any], *, actor: Actor, now: datetime
) -> Entry:
    """Begin an entry of a body with what another register holds of it; from here on it is the body's own. Raises as `create` does."""
    require(Permission.ENTRY_IMPORT, actor, organisation.id, reading=Permission.ENTRY_READ)
    return _begun(session, organisation, checked, provenance, actor=actor, now=now)


def save(session: Session, number: str, checked: Checked, *, revision: int, actor: Actor, now: datetime) -> Entry:
    """Replace the working document of an entry.

    Raises `Stale` when somebody saved since `revision`, `WrongState` while it
    is in review, and as `create` does.
    """
    entry = _permitted(session, number, Permission.ENTRY_EDIT, actor)
    _require_revision(entry, revision)
    entry.draft_state = draft_after(entry.draft_state, Step.EDIT)
    _put(session, entry, checked.document, actor=actor, now=now)
    session.flush()
    _keep_outcome(session, entry, actor, now)
    if _contribute(session, entry, actor):
        audit.record(session, "entry.edited", "entry", number, actor=actor, now=now, on_behalf_of=entry.organisation.number)
    return entry


def submit(session: Session, number: str, *, revision: int, actor: Actor, now: datetime) -> Entry:
    """Hand a draft in for review. Raises `Invalid` with all that is still missing to submit."""
    entry = _permitted(session, number, Permission.ENTRY_SUBMIT, actor)
    _require_revision(entry, revision)
    state = draft_after(entry.draft_state, Step.SUBMIT)
    problems = check(entry.document, stage=Stage.SUBMIT, today=day_of(now), inherited=asked_products.inherited_by(session, entry.document))
    if problems:
        raise Invalid(problems)
    entry.draft_state = state
    entry.submitted_at = now
    return _step(session, entry, Step.SUBMIT, "", actor=actor, now=now)


def take_back(session: Session, number: str, *, revision: int, actor: Actor, now: datetime) -> Entry:
    """Take a draft back from review, to write on."""
    entry = _permitted(session, number, Permission.ENTRY_SUBMIT, actor)
    _require_revision(entry, revision)
    entry.draft_state = draft_after(entry.draft_state, Step.TAKE_BACK)
    return _step(session, entry, Step.TAKE_BACK, "", actor=actor, now=now)


def send_back(session: Session, number: str, reason: str, *, revision: int, actor: Actor, now: datetime) -> Entry:
    """Send a draft back to its writers. Raises `Invalid` without a reason."""
    entry = _permitted(session, number, Permission.ENTRY_SEND_BACK, actor)
    _require_revision(entry, revision)
    state = draft_after(entry.draft_state, Step.SEND_BACK)
    reason = cleaning.plain(reason, "/reason", limit=2000, is_required=True)
    entry.draft_state = state
    return _step(session, entry, Step.SEND_BACK, reason, actor=actor, now=now)


def discard(session: Session, number: str, *, revision: int, actor: Actor, now: datetime) -> None:
    """Throw a draft away.

    A published entry goes back to its last published text. One that was never
    published is deleted; its number is never used again.
    """
    entry = _permitted(session, number, Permission.ENTRY_EDIT, actor)
    _require_revision(entry, revision)
    state = draft_after(entry.draft_state, Step.DISCARD)
    before = entry.document
    if entry.publication_state is PublicationState.UNPUBLISHED:
        _forget(session, entry)
        audit.record(session, "entry.discarded", "entry", number, actor=actor, now=now, before=before)
        return
    entry.draft_state = state
    entry.document = entry.published_document
    entry.title = own_text(entry.document, "name")[:100]
    entry.source_id = entry.document.get("source_id")
    entry.product_id = asked_products.pinned_id(session, entry.document)
    entry.round += 1
    _step(session, entry, Step.DISCARD, "", actor=actor, now=now)


def _forget(session: Session, entry: Entry) -> None:
    for model in (Contribution, EntryStep, Remark, Classification):
        session.execute(delete(model).where(model.entry_id == entry.id))
    session.delete(entry)
    session.flush()


def _begun(
    session: Session, organisation: Organisation, checked: Checked, provenance: Mapping[str, Any], *, actor: Actor, now: datetime
) -> Entry:
    document = {"change_note": dict(FIRST_NOTE), **checked.document}
    entry = Entry(
        number=numbers.give(session),
        organisation=organisation,
        draft_state=draft_after(DraftState.NONE, Step.EDIT),
        publication_state=PublicationState.UNPUBLISHED,
        is_example=organisation.is_example,
        provenance=dict(provenance),
        created_at=now,
        round=1,
    )
    _put(session, entry, document, actor=actor, now=now)
    session.add(entry)
    session.flush()
    _keep_outcome(session, entry, actor, now)
    _contribute(session, entry, actor)
    audit.record(session, "entry.created", "entry", entry.number, actor=actor, now=now, after=document, on_behalf_of=organisation.number)
    return entry


def _permitted(session: Session, number: str, permission: Permission, actor: Actor) -> Entry:
    entry = asked.by_number(session, number, actor)
    require(permission, actor, entry.organisation_id, reading=Permission.ENTRY_READ)
    return entry


def _keep_outcome(session: Session, entry: Entry, actor: Actor, now: datetime) -> None:
    whole = {**asked_products.inherited_by(session, entry.document), **entry.document}
    classifications.keep_if_new(session, entry, whole, actor=actor, now=now)


def _require_revision(entry: Entry, revision: int) -> None:
    if entry.revision != revision:
        raise Stale("somebody saved in the meantime", current=entry.revision, number=entry.number)


def _put(session: Session, entry: Entry, document: dict[str, Any], *, actor: Actor, now: datetime) -> None:
    """Keep the document, and the columns that lists and look-ups need of it."""
    problems = [*asked_products.unknown_product(session, document), *asked.unknown_successor(session, document, actor, entry.number)]
    if problems:
        raise Invalid(problems)
    source_id = document.get("source_id")
    if source_id is not None and source_id != entry.source_id:
        _require_free_source_id(session, entry.organisation, source_id)
    entry.document = document = with_sources(document)
    entry.title = own_text(document, "name")[:100]
    entry.source_id = source_id
    entry.product_id = asked_products.pinned_id(session, document)
    entry.updated_at = now
    entry.updated_by = actor.subject


def _require_free_source_id(session: Session, organisation: Organisation, source_id: str) -> None:
    with session.no_autoflush:
        taken = session.scalars(select(Entry.number).where(Entry.organisation_id == organisation.id, Entry.source_id == source_id)).first()
    if taken is not None:
        raise Conflict("the body uses this source_id already", pointer="/source_id", number=taken)


def _contribute(session: Session, entry: Entry, actor: Actor) -> bool:
    """Note that the actor wrote in this draft; say whether that is new."""
    known = session.scalars(
        select(Contribution.id).where(
            Contribution.entry_id == entry.id, Contribution.round == entry.round, Contribution.public_id == actor.subject
        )
    ).first()
    if known is None:
        session.add(Contribution(entry_id=entry.id, round=entry.round, public_id=actor.subject))
    return known is None


def _step(session: Session, entry: Entry, step: Step, reason: str, *, actor: Actor, now: datetime) -> Entry:
    entry.updated_at = now
    session.add(EntryStep(entry_id=entry.id, round=entry.round, step=step, public_id=actor.subject, reason=reason, at=now))
    session.flush()
    audit.record(
        session, f"entry.{step}", "entry", entry.number, actor=actor, now=now, after=entry.document, on_behalf_of=entry.organisation.number
    )
    return entry
