"""Entries: what a body writes about an algorithm or generative AI before the public sees it."""

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, String, Text, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from register.db import Base
from register.domain.ai_act.restriction import RestrictionChoice
from register.domain.lifecycle import DraftState, PublicationState, Step
from register.models.organisations import Organisation
from register.models.versions import Version


class Entry(Base):
    """One algorithm or generative-AI system, as its owner keeps it.

    An entry is a working copy and may change at will. What the public sees is
    its newest `Version`, which may not.
    """

    __tablename__ = "entries"
    __table_args__ = (
        Index(
            "uq_entries_source_id",
            "organisation_id",
            "source_id",
            unique=True,
            sqlite_where=text("source_id IS NOT NULL"),
            postgresql_where=text("source_id IS NOT NULL"),
        ),
        Index("ix_entries_work", "organisation_id", "draft_state", "updated_at"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    number: Mapped[str] = mapped_column(String(9), ForeignKey("numbers.number"), unique=True)
    organisation_id: Mapped[int] = mapped_column(ForeignKey("organisations.id"))
    document: Mapped[dict[str, Any]]
    #: The working document as it was last published, to discard a revision and to show what changed; empty before.
    published_document: Mapped[dict[str, Any]] = mapped_column(default=dict)
    #: The name in the entry's own language, for lists.
    title: Mapped[str] = mapped_column(String(100), default="")
    draft_state: Mapped[DraftState]
    publication_state: Mapped[PublicationState]
    #: Counts the drafts, from 1; remarks and contributions belong to one.
    round: Mapped[int] = mapped_column(default=1)
    #: Follows from AI Act facts only; never appears outside the own body and the competent regulators.
    is_restricted: Mapped[bool] = mapped_column(default=False)
    #: Whether its body chose to publish what follows so.
    restriction: Mapped[RestrictionChoice] = mapped_column(default=RestrictionChoice.DEFAULT, server_default="default")
    #: Taken over from another register and not confirmed here by the body itself.
    is_mirrored: Mapped[bool] = mapped_column(default=False)
    is_example: Mapped[bool] = mapped_column(default=False)
    source_id: Mapped[str | None] = mapped_column(String(100))
    #: Where a mirrored entry came from; see STANDARD, envelope key `provenance`.
    provenance: Mapped[dict[str, Any]] = mapped_column(default=dict)
    product_id: Mapped[int | None] = mapped_column(ForeignKey("products.id"), index=True)
    #: Counts edits, so that two people cannot overwrite one another unseen.
    revision: Mapped[int] = mapped_column(default=1)
    created_at: Mapped[datetime]
    updated_at: Mapped[datetime]
    #: Who saved last (public id), to tell a colleague whose text stands there now.
    updated_by: Mapped[str] = mapped_column(String(32), default="")
    submitted_at: Mapped[datetime | None]

    organisation: Mapped[Organisation] = relationship()
    versions: Mapped[list[Version]] = relationship(back_populates="entry", order_by="Version.number")

    __mapper_args__ = {"version_id_col": revision}  # noqa: RUF012  # SQLAlchemy declares it as it is


class Contribution(Base):
    """That a person wrote in a draft; whoever did, may not publish it (four eyes)."""

    __tablename__ = "contributions"
    __table_args__ = (UniqueConstraint("entry_id", "round", "public_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    entry_id: Mapped[int] = mapped_column(ForeignKey("entries.id"))
    round: Mapped[int]
    public_id: Mapped[str] = mapped_column(String(32))


class EntryStep(Base):
    """A step in an entry's life, with the reason that was given; the log beside the state."""

    __tablename__ = "entry_steps"

    id: Mapped[int] = mapped_column(primary_key=True)
    entry_id: Mapped[int] = mapped_column(ForeignKey("entries.id"), index=True)
    round: Mapped[int]
    step: Mapped[Step]
    public_id: Mapped[str] = mapped_column(String(32))
    reason: Mapped[str] = mapped_column(Text, default="")
    at: Mapped[datetime]
