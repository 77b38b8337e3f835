"""Outcomes under the AI Act as they were determined, and what was decided about keeping a registration out of sight."""

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from register.db import Base
from register.domain.ai_act.history import Occasion


class Classification(Base):
    """One outcome with the facts that it rests on. Never changed; it goes only with a draft that was never published."""

    __tablename__ = "classifications"

    id: Mapped[int] = mapped_column(primary_key=True)
    entry_id: Mapped[int] = mapped_column(ForeignKey("entries.id"), index=True)
    at: Mapped[datetime]
    public_id: Mapped[str] = mapped_column(String(32))
    occasion: Mapped[Occasion]
    #: The version that froze it, when it was published.
    version: Mapped[int | None]
    #: As the API takes them, what other fields say included.
    facts: Mapped[dict[str, Any]]
    #: The facts that somebody said not to know.
    unsure: Mapped[list[str]]
    #: As the API answers, with the versions of law and rules.
    outcome: Mapped[dict[str, Any]]


class Restriction(Base):
    """That a registration which was public leaves the public side: one person asks with a reason, another decides."""

    __tablename__ = "restrictions"

    id: Mapped[int] = mapped_column(primary_key=True)
    entry_id: Mapped[int] = mapped_column(ForeignKey("entries.id"), index=True)
    reason: Mapped[str] = mapped_column(Text)
    asked_by: Mapped[str] = mapped_column(String(32))
    asked_at: Mapped[datetime]
    decided_by: Mapped[str | None] = mapped_column(String(32))
    decided_at: Mapped[datetime | None]
    #: The publication sequence that this raised; the line in the change feed names nothing.
    public_sequence: Mapped[int | None]
