"""The one bridge to the public side: writes the read model, its search index and the change feed.

Called by publication, withdrawal, redaction and the like, inside their
transaction. `replay` in `rebuilding` calls the same functions, so that a
rebuild cannot differ from what was written the first time.
"""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any, cast

import orjson
from sqlalchemy import ColumnElement, Table, delete, select, update
from sqlalchemy.orm import Session

from register.domain.calendar import day_of
from register.domain.facets import FACETS, stored
from register.domain.organisations import folded_name
from register.domain.public_records import PublicChangeKind, RecordState
from register.domain.standard.completeness import score
from register.domain.standard.reviews import review_due
from register.domain.standard.rich_text import visible_text
from register.models import PublicChange, PublicFacet, PublicOrganisation, PublicProduct, PublicQuestion, PublicRegistration, PublicState
from register.ports import SearchIndex, SearchText
from register.rendering.plain_text import search_body
from register.rendering.search_texts import search_texts

#: As much of a purpose as fits in a list where there is no summary.
EXCERPT_LENGTH = 240


@dataclass(frozen=True, slots=True)
class Head:
    """What is known of a published version without its document; it stays when the content is redacted."""

    number: str
    version: int
    organisation_number: str
    organisation_name: str
    product_number: str | None
    product_version: int | None
    language: str
    public_sha256: str
    is_mirrored: bool
    is_example: bool
    is_four_eyes: bool


_STATE = cast(Table, PublicState.__table__)


def hold(session: Session) -> None:
    """Lock the publication sequence without raising it, for whoever will publish after taking other locks."""
    session.execute(select(PublicState.sequence).with_for_update())


def next_sequence(session: Session, now: datetime) -> int:
    """Raise the publication sequence and return it.

    Every change that the public can see begins with this: the row stays locked
    until the transaction ends, so that no reader can miss a change that got a
    lower number later.
    """
    raised = update(_STATE).values(sequence=_STATE.c.sequence + 1, at=now).returning(_STATE.c.sequence)
    return int(session.execute(raised).scalar_one())


def show_registration(session: Session, search: SearchIndex, head: Head, content: bytes | None, *, sequence: int, at: datetime) -> None:
    """Make a published version the one that the public sees from now on.

    `content` are the frozen bytes of its public document; None when they were
    redacted since, which only a rebuild meets.
    """
    document: dict[str, Any] = orjson.loads(content) if content is not None else {}
    statement = (
        select(PublicRegistration.first_published_at).where(PublicRegistration.number == head.number).order_by(PublicRegistration.id)
    )
    first = session.scalars(statement.limit(1)).first()
    _retire(session, search, head.number, at)
    title = own_text(document, "name")
    is_scored = content is not None and not head.is_mirrored
    row = PublicRegistration(
        **asdict(head),
        state=RecordState.PUBLISHED,
        valid_from=at,
        first_published_at=first or at,
        title=title,
        sort_title=folded_name(title)[:100],
        kind=document.get("kind"),
        status=document.get("status"),
        decision_role=document.get("decision_role"),
        review_due=review_due(document, day_of(at)) if is_scored else "",
        completeness=score(document).percent if is_scored else None,
        card=card(document),
        document=content,
        search_text=search_body(document) if document else "",
    )
    _add(session, search, row, document)
    _note(session, PublicChangeKind.PUBLISHED if first is None else PublicChangeKind.REVISED, row, sequence, at)


def show_withdrawal(session: Session, search: SearchIndex, number: str, reason: Mapping[str, str], *, sequence: int, at: datetime) -> None:
    """Let a tombstone take the place of a registration: its page keeps the reason and the history."""
    last = _current(session, number)
    row = PublicRegistration(
        **{
            column.key: getattr(last, column.key)
            for column in PublicRegistration.__table__.columns
            if column.key not in {"id", "state", "valid_from", "valid_to", "tombstone"}
        },
        state=RecordState.WITHDRAWN,
        valid_from=at,
        tombstone={"reason": dict(reason), "at": at.isoformat()},
    )
    _retire(session, search, number, at)
    session.add(row)
    session.flush()
    _note(session, PublicChangeKind.WITHDRAWN, row, sequence, at)


def hide_content(session: Session, search: SearchIndex, number: str, version: int, ground: str, *, sequence: int, at: datetime) -> None:
    """Let a marker take the place of a redacted version's content, wherever the public could see it."""
    rows = session.scalars(
        select(PublicRegistration).where(PublicRegistration.number == number, PublicRegistration.version == version)
    ).all()
    search.remove(session, [row.id for row in rows])
    for row in rows:
        row.document = None
        row.title = row.sort_title = row.search_text = ""
        row.card = {}
        row.tombstone = {**row.tombstone, "redacted": {"ground": ground, "at": at.isoformat()}}
        row.kind = row.status = row.decision_role = row.completeness = None
        row.review_due = ""
        for facet in session.scalars(select(PublicFacet).where(PublicFacet.registration_id == row.id)):
            session.delete(facet)
    session.execute(update(PublicChange).where(PublicChange.number == number, PublicChange.version == version).values(title=""))
    if rows:
        _note(session, PublicChangeKind.REDACTED, rows[-1], sequence, at)


def remove(session: Session, search: SearchIndex, number: str, *, sequence: int, at: datetime) -> None:
    """Take a registration off the public side for good, its history included; what the feed said of it names nothing any more."""
    rows = session.scalars(select(PublicRegistration).where(PublicRegistration.number == number)).all()
    search.remove(session, [row.id for row in rows])
    session.execute(delete(PublicFacet).where(PublicFacet.registration_id.in_([row.id for row in rows])))
    for row in rows:
        session.delete(row)
    session.execute(delete(PublicQuestion).where(PublicQuestion.registration_number == number))
    forget_changes(session, PublicChange.number == number)
    note_removal(session, sequence=sequence, at=at)


def forget_changes(session: Session, which: ColumnElement[bool]) -> None:
    """Let lines of the feed name nothing any more: they tell only that a copy is not complete."""
    nameless = {"kind": PublicChangeKind.REMOVED, "object_kind": "", "number": "", "version": None, "title": "", "organisation_number": ""}
    session.execute(update(PublicChange).where(which).values(**nameless))


def note_removal(session: Session, *, sequence: int, at: datetime) -> None:
    """Say in the feed that a copy is not complete any more, and nothing else."""
    session.add(PublicChange(sequence=sequence, at=at, kind=PublicChangeKind.REMOVED))
    session.flush()


def show_organisation(session: Session, content: bytes, *, sequence: int, at: datetime) -> None:
    """Make this canonical document what the public knows of a body from now on."""
    document = orjson.loads(content)
    number = str(document["number"])
    session.execute(
        update(PublicOrganisation).where(PublicOrganisation.number == number, PublicOrganisation.valid_to.is_(None)).values(valid_to=at)
    )
    name = document["names"]["nl"]
    session.add(
        PublicOrganisation(
            number=number,
            valid_from=at,
            name=name,
            sort_name=folded_name(name),
            type=document["type"],
            is_example=document["example"],
            document=content,
        )
    )
    session.add(
        PublicChange(
            sequence=sequence,
            at=at,
            kind=PublicChangeKind.ORGANISATION_CHANGED,
            object_kind="organisation",
            number=number,
            title=name,
            organisation_number=number,
        )
    )
    session.flush()


def show_product(session: Session, content: bytes, *, is_example: bool, sequence: int, at: datetime) -> None:
    """Make this canonical product version the one that the public sees from now on."""
    document = orjson.loads(content)
    number, title = str(document["number"]), own_text(document, "name")
    session.execute(update(PublicProduct).where(PublicProduct.number == number, PublicProduct.valid_to.is_(None)).values(valid_to=at))
    session.add(
        PublicProduct(
            number=number,
            version=document["version"],
            valid_from=at,
            title=title,
            sort_title=folded_name(title)[:100],
            is_example=is_example,
            document=content,
        )
    )
    session.add(
        PublicChange(
            sequence=sequence,
            at=at,
            kind=PublicChangeKind.PRODUCT_PUBLISHED,
            object_kind="product",
            number=number,
            version=document["version"],
            title=title,
        )
    )
    session.flush()


def own_text(document: Mapping[str, Any], key: str) -> str:
    """Return a text in the document's own language, else in whichever it has; "" when it has none."""
    texts = document.get(key) or {}
    return str(texts.get(document.get("language", "nl")) or next(iter(texts.values()), ""))


def card(document: Mapping[str, Any]) -> dict[str, Any]:
    """Return what a list or a history shows of a registration; without a summary, the beginning of its purpose."""
    keys = (
        "name",
        "summary",
        "organisation",
        "product",
        "kind",
        "status",
        "decision_role",
        "themes",
        "techniques",
        "start_month",
        "end_month",
        "change_note",
    )
    shown = {key: document[key] for key in keys if key in document}
    if "classification" in document:
        shown["category"] = document["classification"]["riskCategory"]
    if "summary" not in document and "purpose" in document:
        shown["excerpt"] = {language: excerpt(visible_text(text)) for language, text in document["purpose"].items()}
    return shown


def excerpt(text: str) -> str:
    """Return the beginning of a text, to a whole word."""
    flat = " ".join(text.split())
    return flat if len(flat) <= EXCERPT_LENGTH else flat[:EXCERPT_LENGTH].rsplit(" ", 1)[0].rstrip(",;:.") + "…"


def _current(session: Session, number: str) -> PublicRegistration:
    return session.scalars(
        select(PublicRegistration).where(PublicRegistration.number == number, PublicRegistration.valid_to.is_(None))
    ).one()


def _retire(session: Session, search: SearchIndex, number: str, at: datetime) -> None:
    rows = session.scalars(
        select(PublicRegistration).where(PublicRegistration.number == number, PublicRegistration.valid_to.is_(None))
    ).all()
    for row in rows:
        row.valid_to = at
    search.retire(session, [row.id for row in rows])


def _add(session: Session, search: SearchIndex, row: PublicRegistration, document: Mapping[str, Any]) -> None:
    session.add(row)
    session.flush()
    add_to_index(session, search, row.id, document)


def add_to_index(session: Session, search: SearchIndex, row_id: int, document: Mapping[str, Any]) -> None:
    """Let a row be found: by the words of its facets, and by those of its text. There is nothing to find in a redacted one."""
    for facet, found in FACETS.items():
        session.add_all(
            PublicFacet(registration_id=row_id, facet=stored(facet), word=word) for word in dict.fromkeys(found.words_of(document))
        )
    if document:
        search.put(session, SearchText(row_id, search_texts(document)))


def _note(session: Session, kind: PublicChangeKind, row: PublicRegistration, sequence: int, at: datetime) -> None:
    session.add(
        PublicChange(
            sequence=sequence,
            at=at,
            kind=kind,
            object_kind="registration",
            number=row.number,
            version=row.version,
            title=row.title,
            organisation_number=row.organisation_number,
        )
    )
    session.flush()
