"""The audit trail: append-only and hash-chained. Holds no names, addresses or texts."""

from datetime import datetime
from typing import Any

from sqlalchemy import Index, String
from sqlalchemy.orm import Mapped, mapped_column

from register.db import Base


class AuditEvent(Base):
    """One act. `hash` covers the event and the hash of the one before it, so that none can be changed or left out."""

    __tablename__ = "audit_events"
    __table_args__ = (Index("ix_audit_events_object", "object_kind", "object_number"),)

    #: Without gaps, from 1.
    sequence: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    at: Mapped[datetime]
    #: A random id that stands for a person or machine, or "system".
    actor: Mapped[str] = mapped_column(String(32), index=True)
    on_behalf_of: Mapped[str] = mapped_column(String(9), default="")
    action: Mapped[str] = mapped_column(String(60))
    object_kind: Mapped[str] = mapped_column(String(30))
    object_number: Mapped[str] = mapped_column(String(40), default="")
    before_sha256: Mapped[str] = mapped_column(String(64), default="")
    after_sha256: Mapped[str] = mapped_column(String(64), default="")
    request_id: Mapped[str] = mapped_column(String(40), default="")
    details: Mapped[dict[str, Any]] = mapped_column(default=dict)
    previous_hash: Mapped[str] = mapped_column(String(64))
    hash: Mapped[str] = mapped_column(String(64), unique=True)


class AuditHead(Base):
    """The end of the chain: one row, locked last in every write."""

    __tablename__ = "audit_head"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    sequence: Mapped[int]
    hash: Mapped[str] = mapped_column(String(64))
