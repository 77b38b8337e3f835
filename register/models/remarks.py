"""Remarks of colleagues on a field of a draft."""

from datetime import datetime

from sqlalchemy import ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from register.db import Base


class Remark(Base):
    """A remark on one place in a draft; it stays open until somebody settles it."""

    __tablename__ = "remarks"

    id: Mapped[int] = mapped_column(primary_key=True)
    entry_id: Mapped[int] = mapped_column(ForeignKey("entries.id"), index=True)
    round: Mapped[int]
    #: JSON pointer to the field; "" is the whole registration.
    pointer: Mapped[str] = mapped_column(String(200))
    text: Mapped[str] = mapped_column(Text)
    public_id: Mapped[str] = mapped_column(String(32))
    at: Mapped[datetime]
    settled_at: Mapped[datetime | None]
    settled_by: Mapped[str] = mapped_column(String(32), default="")
