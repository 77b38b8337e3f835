"""Making the public read model anew from what was published: `register rebuild-public`.

Reads versions, withdrawals, redactions, organisation and product versions in
the order of their publication sequence, and writes them through the same
functions as the first time, so that the outcome is the same byte for byte.
"""

from collections.abc import Callable
from typing import Any

import orjson
from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from register.domain.questions import SHOWN, QuestionStep
from register.models import (
    Organisation,
    OrganisationVersion,
    Product,
    ProductVersion,
    PublicChange,
    PublicFacet,
    PublicOrganisation,
    PublicProduct,
    PublicQuestion,
    PublicRegistration,
    Question,
    QuestionEvent,
    Redaction,
    Restriction,
    Version,
    Withdrawal,
)
from register.models.entries import Entry
from register.ports import SearchIndex
from register.services import indexing, public_questions, public_records
from register.services.public_records import Head

_BATCH = 200


def rebuild(session: Session, search: SearchIndex, *, progress: Callable[[int, int], None] | None = None) -> int:
    """Empty the read model and its indexes and fill them again; return how many acts were replayed.

    `progress` is told now and then how many of how many are done. The
    publication sequence stays as it is: nothing changed for the public.
    """
    public_records.hold(session)  # nobody may publish between what is emptied and what is replayed
    _empty(session, search)
    indexing.note(session)
    return replay(session, session, search, progress=progress)


def replay(source: Session, target: Session, search: SearchIndex, *, progress: Callable[[int, int], None] | None = None) -> int:
    """Show again, in the empty read model of `target`, all that the public saw happen according to `source`; return how many acts."""
    acts = sorted(
        (
            (sequence, row_id, model)
            for model in _REPLAY
            for sequence, row_id in source.execute(select(model.public_sequence, model.id).where(model.public_sequence.is_not(None)))
        ),
        key=lambda act: act[0],
    )
    for done, (sequence, row_id, model) in enumerate(acts, 1):
        _REPLAY[model](source, target, search, row_id, sequence)
        if done % _BATCH == 0:
            target.flush()
            target.expunge_all()
            source.expunge_all()
            if progress is not None:
                progress(done, len(acts))
    target.flush()
    return len(acts)


def _empty(session: Session, search: SearchIndex) -> None:
    row_ids = session.scalars(select(PublicRegistration.id)).all()
    for start in range(0, len(row_ids), _BATCH):
        search.remove(session, row_ids[start : start + _BATCH])
    for model in (PublicFacet, PublicRegistration, PublicOrganisation, PublicProduct, PublicQuestion, PublicChange):
        session.execute(delete(model))


def _version(source: Session, target: Session, search: SearchIndex, row_id: int, sequence: int) -> None:
    version = source.get_one(Version, row_id)
    entry = source.get_one(Entry, version.entry_id)
    if _left(source, entry, sequence):
        public_records.note_removal(target, sequence=sequence, at=version.valid_from)
        return
    head = Head(
        number=entry.number,
        version=version.number,
        organisation_number=version.organisation_number,
        organisation_name=_name_then(source, version),
        product_number=version.product_number,
        product_version=version.product_version,
        language=version.language,
        public_sha256=version.public_sha256,
        is_mirrored=version.is_mirrored,
        is_example=entry.is_example,
        is_four_eyes=version.is_four_eyes,
    )
    content = version.content.public_document if version.content is not None else None
    public_records.show_registration(target, search, head, content, sequence=sequence, at=version.valid_from)


def _left(source: Session, entry: Entry, sequence: int) -> bool:
    """Say whether it was taken off the public side after this."""
    taken = select(func.max(Restriction.public_sequence)).where(Restriction.entry_id == entry.id)
    return (source.scalar(taken) or 0) > sequence


def _name_then(source: Session, version: Version) -> str:
    """Return the name of the body that published this, as it was then; also when the content is gone, or the entry moved since."""
    statement = (
        select(OrganisationVersion.document)
        .join(Organisation, Organisation.id == OrganisationVersion.organisation_id)
        .where(Organisation.number == version.organisation_number, OrganisationVersion.public_sequence < version.public_sequence)
        .order_by(OrganisationVersion.public_sequence.desc())
    )
    return str(orjson.loads(source.scalars(statement).first() or b'{"names":{"nl":""}}')["names"]["nl"])


def _withdrawal(source: Session, target: Session, search: SearchIndex, row_id: int, sequence: int) -> None:
    withdrawal = source.get_one(Withdrawal, row_id)
    entry = source.get_one(Entry, withdrawal.entry_id)
    if _left(source, entry, sequence):
        public_records.note_removal(target, sequence=sequence, at=withdrawal.at)
        return
    number = entry.number
    public_records.show_withdrawal(target, search, number, withdrawal.reason, sequence=sequence, at=withdrawal.at)


def _redaction(source: Session, target: Session, search: SearchIndex, row_id: int, sequence: int) -> None:
    redaction = source.get_one(Redaction, row_id)
    version = source.get_one(Version, redaction.version_id)
    entry = source.get_one(Entry, version.entry_id)
    if _left(source, entry, sequence):
        public_records.note_removal(target, sequence=sequence, at=redaction.at)
        return
    number = entry.number
    public_records.hide_content(target, search, number, version.number, redaction.ground, sequence=sequence, at=redaction.at)


def _restriction(source: Session, target: Session, search: SearchIndex, row_id: int, sequence: int) -> None:
    restriction = source.get_one(Restriction, row_id)
    public_records.note_removal(target, sequence=sequence, at=restriction.decided_at or restriction.asked_at)


def _organisation(source: Session, target: Session, search: SearchIndex, row_id: int, sequence: int) -> None:
    told = source.get_one(OrganisationVersion, row_id)
    public_records.show_organisation(target, told.document, sequence=sequence, at=told.valid_from)


def _product(source: Session, target: Session, search: SearchIndex, row_id: int, sequence: int) -> None:
    version = source.get_one(ProductVersion, row_id)
    product = source.get_one(Product, version.product_id)
    public_records.show_product(target, version.document, is_example=product.is_example, sequence=sequence, at=version.valid_from)


def _question(source: Session, target: Session, search: SearchIndex, row_id: int, sequence: int) -> None:
    event = source.get_one(QuestionEvent, row_id)
    question = source.get_one(Question, event.question_id)
    if question.state not in SHOWN or _left(source, question.entry, sequence):
        public_records.note_removal(target, sequence=sequence, at=event.at)
        return
    public_questions.show(target, question, is_answered=event.step == QuestionStep.PUBLISH, sequence=sequence, at=event.at)


#: What the public saw happen is kept in these tables; each is shown again by its own function.
_REPLAY: dict[Any, Callable[[Session, Session, SearchIndex, int, int], None]] = {
    Version: _version,
    Withdrawal: _withdrawal,
    Redaction: _redaction,
    Restriction: _restriction,
    OrganisationVersion: _organisation,
    ProductVersion: _product,
    QuestionEvent: _question,
}
