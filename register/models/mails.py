"""Mail that waits to be sent: the outbox, written in the transaction of what it tells of."""

from datetime import datetime
from typing import Any

from sqlalchemy import String, Text
from sqlalchemy.orm import Mapped, mapped_column

from register.db import Base


class Mail(Base):
    """A letter on its way. It is deleted as soon as it was sent, and when it cannot be: nothing of it is kept."""

    __tablename__ = "mails"

    id: Mapped[int] = mapped_column(primary_key=True)
    recipient: Mapped[str] = mapped_column(String(254))
    subject: Mapped[str] = mapped_column(String(200))
    body: Mapped[str] = mapped_column(Text)
    language: Mapped[str] = mapped_column(String(2))
    #: Header lines beside the usual ones, such as those of RFC 8058; and what it is about, which is not sent (`services.outbox`).
    headers: Mapped[dict[str, Any]] = mapped_column(default=dict)
    created_at: Mapped[datetime]
    #: Not before this; moved on when it is taken up, so that two senders never send the same.
    next_at: Mapped[datetime] = mapped_column(index=True)
    attempts: Mapped[int] = mapped_column(default=0)
