"""Publishing: freezing a reviewed draft as the next version, and withdrawing what was published.

Publication is the only bridge to the public side. In one transaction it
writes the version, its public row, the change feed and the audit event.
"""

import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import orjson
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from register.canonical import canonical, sha256
from register.domain.ai_act.classify import classify
from register.domain.ai_act.documents import facts_of
from register.domain.ai_act.history import Occasion
from register.domain.ai_act.outcome import RiskCategory
from register.domain.ai_act.restriction import RestrictionChoice, is_out_of_sight
from register.domain.calendar import day_of
from register.domain.lifecycle import DraftState, Step, draft_after, publication_after
from register.domain.permissions import SYSTEM, Actor, ActorKind, Permission, require
from register.domain.products import inherited, origin
from register.domain.standard import STANDARD
from register.domain.standard.check import check
from register.domain.standard.conditions import Stage
from register.domain.versions import full_document, public_document
from register.errors import Invalid, NotAllowed, Stale
from register.models import Entry, EntryStep, Organisation, ProductVersion, Version, VersionContent, Withdrawal
from register.ports import SearchIndex
from register.queries import entries as asked
from register.queries import products as asked_products
from register.queries import registrations
from register.rendering import principles
from register.rendering.classifications import answer
from register.services import audit, classifications, cleaning, public_records
from register.services.public_records import Head


@dataclass(frozen=True, slots=True)
class Frozen:
    """The two documents of a version, in canonical bytes, with what proves them."""

    public: dict[str, Any]
    public_content: bytes
    full_content: bytes
    salt: bytes

    @property
    def public_sha256(self) -> str:
        """Return the hash that everyone may know."""
        return sha256(self.public_content)

    @property
    def full_sha256(self) -> str:
        """Return the hash of the full document, salted so that it gives nothing away."""
        return sha256(self.salt + self.full_content)


def publish(session: Session, number: str, *, search: SearchIndex, revision: int, actor: Actor, now: datetime) -> Version:
    """Freeze a reviewed draft as the entry's next version, public at once.

    Raises `NotFound` and `NotAllowed` as everywhere, `NotAllowed` with
    `reason="four-eyes"` when the actor wrote in this draft, `Stale`,
    `WrongState` unless the draft is in review, and `Invalid` with every problem.
    """
    entry = asked.by_number(session, number, actor)
    require(Permission.ENTRY_PUBLISH, actor, entry.organisation_id, reading=Permission.ENTRY_READ)
    if entry.revision != revision:
        raise Stale("somebody saved in the meantime", current=entry.revision, number=number)
    draft_state = draft_after(entry.draft_state, Step.PUBLISH)
    publication_state = publication_after(entry.publication_state, Step.PUBLISH)
    inherited_fields = asked_products.inherited_by(session, entry.document)
    whole = {**inherited_fields, **entry.document}
    is_restricted = _is_out_of_sight(session, entry, whole)
    is_four_eyes = _four_eyes(session, entry, actor, must=is_restricted or _is_prohibited(whole, day_of(now)))
    problems = check(entry.document, stage=Stage.PUBLISH, today=day_of(now), inherited=inherited_fields)
    if problems:
        raise Invalid(problems)
    entry.is_restricted = is_restricted
    version = _freeze(session, entry, search, submitted_by=_submitted_by(session, entry), actor=actor, now=now, is_four_eyes=is_four_eyes)
    entry.draft_state, entry.publication_state = draft_state, publication_state
    _begin_next_round(entry, now)
    session.flush()
    if "ai_act" in whole:
        classifications.keep(session, entry, whole, Occasion.PUBLISHED, actor=actor, now=now, version=version.number)
    _record(session, "entry.published", entry, version, actor=actor, now=now)
    return version


def mirror(session: Session, entry: Entry, *, search: SearchIndex, actor: Actor, now: datetime) -> Version:
    """Publish an entry that was taken over from another register, as it stands there; the import's own way to publish.

    The register itself is the publisher: no person vouches for the text. `actor` is who asked for the import.
    """
    require(Permission.MIRROR_IMPORT, actor, entry.organisation_id)
    entry.publication_state = publication_after(entry.publication_state, Step.PUBLISH)
    version = _freeze(session, entry, search, submitted_by=SYSTEM.subject, actor=SYSTEM, now=now, is_four_eyes=False)
    entry.draft_state = DraftState.NONE
    entry.published_document = entry.document
    session.flush()
    _record(session, "entry.mirrored", entry, version, actor=actor, now=now)
    return version


def withdraw(
    session: Session, number: str, reason: Mapping[str, str], *, search: SearchIndex, revision: int, actor: Actor, now: datetime
) -> Withdrawal:
    """Take a registration off the public lists, with a reason that everyone reads; its page and history stay.

    Raises `Invalid` without a reason in the registration's own language.
    """
    entry = asked.by_number(session, number, actor)
    require(Permission.ENTRY_WITHDRAW, actor, entry.organisation_id, reading=Permission.ENTRY_READ)
    if entry.revision != revision:
        raise Stale("somebody saved in the meantime", current=entry.revision, number=number)
    state = publication_after(entry.publication_state, Step.WITHDRAW)
    own = str(entry.published_document.get("language", "nl"))
    told = {
        language: cleaning.plain(text, f"/reason/{language}", limit=1000, is_required=language == own)
        for language, text in {own: "", **reason}.items()
    }
    told = {language: text for language, text in told.items() if text}
    sequence = None if entry.is_restricted else public_records.next_sequence(session, now)
    entry.publication_state = state
    entry.updated_at = now
    withdrawal = Withdrawal(entry_id=entry.id, reason=told, at=now, public_id=actor.subject, public_sequence=sequence)
    session.add(withdrawal)
    session.add(EntryStep(entry_id=entry.id, round=entry.round, step=Step.WITHDRAW, public_id=actor.subject, reason=told[own], at=now))
    if sequence is not None:
        public_records.show_withdrawal(session, search, number, told, sequence=sequence, at=now)
    session.flush()
    audit.record(session, "entry.withdrawn", "entry", number, actor=actor, now=now, on_behalf_of=entry.organisation.number)
    return withdrawal


def single_flow_holds(organisation: Organisation) -> bool:
    """Say whether one person may write and publish here: allowed by an administrator, and chosen by the body."""
    return organisation.is_single_flow_allowed and organisation.is_single_flow


def _is_out_of_sight(session: Session, entry: Entry, whole: Mapping[str, Any]) -> bool:
    """Say whether the next version stays out of sight: it follows from the facts, unless its body chose otherwise.

    What was public stays public: taking it away is an act of two people (`restrictions`).
    """
    if entry.restriction is RestrictionChoice.VOLUNTARILY_PUBLIC or asked.was_public(session, entry):
        return False
    return is_out_of_sight(facts_of(whole)) is True


def _is_prohibited(whole: Mapping[str, Any], on: date) -> bool:
    return "ai_act" in whole and classify(facts_of(whole), on).risk_category is RiskCategory.PROHIBITED


def _four_eyes(session: Session, entry: Entry, actor: Actor, *, must: bool = False) -> bool:
    """Say whether a second pair of eyes saw this draft; raise when the actor may not publish it alone.

    What stays out of sight, or what the law prohibits, takes a second person always (`must`).
    """
    has_written = asked.has_contributed(session, entry, actor.subject)
    if single_flow_holds(entry.organisation) and not must:
        return not has_written and actor.kind is ActorKind.PERSON
    if actor.kind is ActorKind.MACHINE:
        raise NotAllowed("a machine may not publish", permission=Permission.ENTRY_PUBLISH, reason="machine")
    if has_written:
        raise NotAllowed("whoever wrote in a draft may not publish it", permission=Permission.ENTRY_PUBLISH, reason="four-eyes")
    return True


def _submitted_by(session: Session, entry: Entry) -> str:
    statement = (
        select(EntryStep.public_id)
        .where(EntryStep.entry_id == entry.id, EntryStep.round == entry.round, EntryStep.step == Step.SUBMIT)
        .order_by(EntryStep.id.desc())
    )
    return session.scalars(statement).first() or ""


def _freeze(
    session: Session, entry: Entry, search: SearchIndex, *, submitted_by: str, actor: Actor, now: datetime, is_four_eyes: bool
) -> Version:
    """Write the version, its documents, and what the public sees of it."""
    sequence = None if entry.is_restricted else public_records.next_sequence(session, now)
    product = asked_products.pinned_version(session, entry.document)
    last = session.scalars(select(func.max(Version.number)).where(Version.entry_id == entry.id)).one() or 0
    is_mirrored = actor.kind is ActorKind.SYSTEM
    frozen = frozen_documents(session, entry, product, version=last + 1, is_mirrored=is_mirrored, on=day_of(now))
    version = Version(
        entry=entry,
        number=last + 1,
        valid_from=now,
        standard=STANDARD,
        language=frozen.public["language"],
        organisation_number=entry.organisation.number,
        product_number=product.product.number if product else None,
        product_version=product.number if product else None,
        submitted_by=submitted_by,
        published_by=actor.subject,
        is_four_eyes=is_four_eyes,
        is_mirrored=is_mirrored,
        is_restricted=entry.is_restricted,
        public_sequence=sequence,
        public_sha256=frozen.public_sha256,
        full_sha256=frozen.full_sha256,
    )
    session.add(version)
    session.flush()
    session.add(
        VersionContent(version_id=version.id, public_document=frozen.public_content, full_document=frozen.full_content, salt=frozen.salt)
    )
    entry.is_mirrored = is_mirrored
    if sequence is not None:
        head = Head(
            number=entry.number,
            version=version.number,
            organisation_number=version.organisation_number,
            organisation_name=entry.organisation.names["nl"],
            product_number=version.product_number,
            product_version=version.product_version,
            language=version.language,
            public_sha256=version.public_sha256,
            is_mirrored=is_mirrored,
            is_example=entry.is_example,
            is_four_eyes=is_four_eyes,
        )
        public_records.show_registration(session, search, head, frozen.public_content, sequence=sequence, at=now)
    return version


def frozen_documents(
    session: Session, entry: Entry, product: ProductVersion | None, *, version: int, is_mirrored: bool, on: date
) -> Frozen:
    """Make the two documents of the next version, with the product's text, and what the AI Act makes of its facts on that day."""
    described = orjson.loads(product.document) if product else None
    taken = inherited(entry.document, described)
    envelope: dict[str, Any] = {
        "number": entry.number,
        "version": version,
        "standard": STANDARD,
        "language": entry.document.get("language", "nl"),
        "organisation": organisation_card(entry.organisation),
    }
    if product and described:
        envelope["product"] = {"number": product.product.number, "version": product.number, "name": described["name"]}
        envelope["origin"] = origin(taken, product.product.number, product.number)
    if is_mirrored:
        envelope["provenance"] = entry.provenance
    whole = {**taken, **entry.document}
    if not is_mirrored:
        envelope["principles"] = principles.frozen(whole)
    if "ai_act" in whole:
        envelope["classification"] = answer(classify(facts_of(whole), on))
    full = full_document(entry.document, taken, envelope)
    public = public_document(_without_hidden_reference(session, full), nonce=secrets.token_hex(16))
    return Frozen(public, canonical(public), canonical(full), secrets.token_bytes(32))


def _without_hidden_reference(session: Session, full: dict[str, Any]) -> dict[str, Any]:
    """Leave out a successor that the public cannot see (yet): its number would tell that it exists."""
    successor = full.get("successor")
    if successor is None or registrations.by_number(session, successor) is not None:
        return full
    return {key: value for key, value in full.items() if key != "successor"}


def organisation_card(organisation: Organisation) -> dict[str, Any]:
    """Return what a document says of its body."""
    card: dict[str, Any] = {"number": organisation.number, "name": dict(organisation.names), "type": str(organisation.type)}
    return card | ({"tooi": organisation.tooi} if organisation.tooi else {})


def _record(session: Session, action: str, entry: Entry, version: Version, *, actor: Actor, now: datetime) -> None:
    """Add the publication to the audit trail, with the hashes of both documents."""
    audit.record(
        session,
        action,
        "entry",
        entry.number,
        actor=actor,
        now=now,
        on_behalf_of=entry.organisation.number,
        after={"public": version.public_sha256, "full": version.full_sha256},
        version=version.number,
    )


def _begin_next_round(entry: Entry, now: datetime) -> None:
    """Leave the draft as published, but for the change note: the next version must say anew what changed."""
    entry.published_document = entry.document
    entry.document = {key: value for key, value in entry.document.items() if key != "change_note"}
    entry.round += 1
    entry.submitted_at = None
    entry.updated_at = now
