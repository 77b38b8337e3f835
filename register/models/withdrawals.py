"""Withdrawals: when a registration stopped being public, and the reason that the public reads."""

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from register.db import Base


class Withdrawal(Base):
    """One withdrawal. Append-only; publishing again afterwards is a new version."""

    __tablename__ = "withdrawals"

    id: Mapped[int] = mapped_column(primary_key=True)
    entry_id: Mapped[int] = mapped_column(ForeignKey("entries.id"), index=True)
    #: The reason per language.
    reason: Mapped[dict[str, Any]]
    at: Mapped[datetime]
    public_id: Mapped[str] = mapped_column(String(32))
    #: The publication sequence that this raised, so that the read model can be made again; empty when the public saw nothing.
    public_sequence: Mapped[int | None]
