"""The public read model: what everyone may see, ready to serve. Publication is the only way in.

Each row says from when until when it held, so that "as of" is a filter and no
second code path. Nothing here is a source: `register rebuild-public` makes it
anew from versions, withdrawals and redactions.
"""

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, LargeBinary, String, Text, text
from sqlalchemy.orm import Mapped, mapped_column

from register.db import Base
from register.domain.public_records import PublicChangeKind, RecordState


class PublicState(Base):
    """One row: the publication sequence, raised by every change that the public can see."""

    __tablename__ = "public_state"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    sequence: Mapped[int]
    at: Mapped[datetime]
    #: How often the read model was made anew: its rows then have other ids, though nothing changed for the public.
    generation: Mapped[int] = mapped_column(default=0, server_default="0")
    #: How the search indexes were filled; another release may fill them otherwise.
    search_version: Mapped[str] = mapped_column(String(20), default="", server_default="")


#: What the counts on pages are over: an index of these columns alone spares them the reading of whole documents.
IS_SHOWN = text("valid_to IS NULL AND document IS NOT NULL")


class PublicRegistration(Base):
    """One public state of a registration: a version, or its withdrawal."""

    __tablename__ = "public_registrations"
    __table_args__ = (
        Index("ix_public_registrations_number", "number", "valid_from"),
        Index("ix_public_registrations_current", "valid_to", "valid_from"),
        Index("ix_public_registrations_organisation", "organisation_number", "valid_to"),
        Index("ix_public_registrations_product", "product_number", "valid_to"),
        Index("ix_public_registrations_example", "is_example", "valid_to"),
        Index(
            "ix_public_registrations_counted",
            *("state", "organisation_number", "kind", "status", "decision_role", "is_mirrored", "is_example", "review_due"),
            sqlite_where=IS_SHOWN,
            postgresql_where=IS_SHOWN,
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    number: Mapped[str] = mapped_column(String(9))
    version: Mapped[int]
    state: Mapped[RecordState]
    valid_from: Mapped[datetime]
    #: Empty while it still holds.
    valid_to: Mapped[datetime | None]
    #: When the number was first published, for "new".
    first_published_at: Mapped[datetime]
    organisation_number: Mapped[str] = mapped_column(String(9))
    organisation_name: Mapped[str] = mapped_column(String(300))
    product_number: Mapped[str | None] = mapped_column(String(9))
    product_version: Mapped[int | None]
    language: Mapped[str] = mapped_column(String(2))
    title: Mapped[str] = mapped_column(String(100))
    #: The title folded, to sort by.
    sort_title: Mapped[str] = mapped_column(String(100), index=True)
    kind: Mapped[str | None] = mapped_column(String(40))
    status: Mapped[str | None] = mapped_column(String(40))
    decision_role: Mapped[str | None] = mapped_column(String(40))
    is_mirrored: Mapped[bool]
    is_example: Mapped[bool]
    is_four_eyes: Mapped[bool]
    #: ISO date by which the owner must look again; "" for a mirrored one.
    review_due: Mapped[str] = mapped_column(String(10), default="")
    completeness: Mapped[int | None]
    public_sha256: Mapped[str] = mapped_column(String(64))
    #: What a list shows, as JSON: name, summary and the words of the facets.
    card: Mapped[dict[str, Any]]
    #: The public document in canonical JSON; empty when it was redacted.
    document: Mapped[bytes | None] = mapped_column(LargeBinary)
    #: For a withdrawn or redacted one: {"reason": …, "ground": …, "at": …}.
    tombstone: Mapped[dict[str, Any]] = mapped_column(default=dict)
    search_text: Mapped[str] = mapped_column(Text)


class PublicFacet(Base):
    """A word by which a registration can be found, for what may have more than one: see `register.domain.facets`."""

    __tablename__ = "public_facets"
    __table_args__ = (Index("ix_public_facets_word", "facet", "word", "registration_id"),)

    registration_id: Mapped[int] = mapped_column(ForeignKey("public_registrations.id", ondelete="CASCADE"), primary_key=True)
    facet: Mapped[str] = mapped_column(String(40), primary_key=True)
    word: Mapped[str] = mapped_column(String(60), primary_key=True)


class PublicOrganisation(Base):
    """A body as the public knew it from when until when."""

    __tablename__ = "public_organisations"
    __table_args__ = (Index("ix_public_organisations_number", "number", "valid_from"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    number: Mapped[str] = mapped_column(String(9))
    valid_from: Mapped[datetime]
    valid_to: Mapped[datetime | None]
    name: Mapped[str] = mapped_column(String(300))
    sort_name: Mapped[str] = mapped_column(String(300), index=True)
    type: Mapped[str] = mapped_column(String(40))
    is_example: Mapped[bool]
    document: Mapped[bytes] = mapped_column(LargeBinary)


class PublicProduct(Base):
    """A product version as the public knew it from when until when."""

    __tablename__ = "public_products"
    __table_args__ = (Index("ix_public_products_number", "number", "valid_from"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    number: Mapped[str] = mapped_column(String(9))
    version: Mapped[int]
    valid_from: Mapped[datetime]
    valid_to: Mapped[datetime | None]
    title: Mapped[str] = mapped_column(String(100))
    sort_title: Mapped[str] = mapped_column(String(100), index=True)
    is_example: Mapped[bool]
    document: Mapped[bytes] = mapped_column(LargeBinary)


class PublicQuestion(Base):
    """A question as the public could read it, with or without its answer, from when until when."""

    __tablename__ = "public_questions"
    __table_args__ = (Index("ix_public_questions_registration", "registration_number", "valid_to"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    number: Mapped[str] = mapped_column(String(9), index=True)
    registration_number: Mapped[str] = mapped_column(String(9))
    organisation_number: Mapped[str] = mapped_column(String(9), index=True)
    valid_from: Mapped[datetime]
    valid_to: Mapped[datetime | None]
    is_answered: Mapped[bool]
    #: ISO date by which the answer is due.
    due_on: Mapped[str] = mapped_column(String(10))
    #: Canonical JSON; see `register.services.public_questions`.
    document: Mapped[bytes] = mapped_column(LargeBinary)


class PublicChange(Base):
    """One line of the change feed. `number` is empty for "your copy is incomplete, read again"."""

    __tablename__ = "public_changes"

    #: The publication sequence at which it happened.
    sequence: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    at: Mapped[datetime] = mapped_column(index=True)
    kind: Mapped[PublicChangeKind]
    object_kind: Mapped[str] = mapped_column(String(30), default="")
    number: Mapped[str] = mapped_column(String(9), default="", index=True)
    version: Mapped[int | None]
    title: Mapped[str] = mapped_column(String(300), default="")
    organisation_number: Mapped[str] = mapped_column(String(9), default="", index=True)
