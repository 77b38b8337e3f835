"""Redactions: the one lawful way in which the content of a version can go."""

from datetime import datetime

from sqlalchemy import ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from register.db import Base
from register.domain.redactions import RedactionGround


class Redaction(Base):
    """A redaction that two people decided. Append-only; its row lets the trigger pass the deletion of the content."""

    __tablename__ = "redactions"

    id: Mapped[int] = mapped_column(primary_key=True)
    version_id: Mapped[int] = mapped_column(ForeignKey("versions.id"), unique=True)
    ground: Mapped[RedactionGround]
    reason: Mapped[str] = mapped_column(Text)
    asked_by: Mapped[str] = mapped_column(String(32))
    decided_by: Mapped[str] = mapped_column(String(32))
    at: Mapped[datetime]
    #: The publication sequence that this raised, so that the read model can be made again; empty when the public saw nothing.
    public_sequence: Mapped[int | None]


class RedactionRequest(Base):
    """A redaction that one person asked for and a second has to decide on."""

    __tablename__ = "redaction_requests"

    id: Mapped[int] = mapped_column(primary_key=True)
    version_id: Mapped[int] = mapped_column(ForeignKey("versions.id"), index=True)
    ground: Mapped[RedactionGround]
    reason: Mapped[str] = mapped_column(Text)
    asked_by: Mapped[str] = mapped_column(String(32))
    asked_at: Mapped[datetime]
    decided_at: Mapped[datetime | None]
