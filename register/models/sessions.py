"""Logged-in browsers; the cookie holds a random key, the rest stays here."""

from datetime import datetime

from sqlalchemy import ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from register.db import Base
from register.models.people import Person


class LoginSession(Base):
    """A login. The key itself is not stored, only its SHA-256, so that a copy of the database opens nothing."""

    __tablename__ = "login_sessions"

    id: Mapped[int] = mapped_column(primary_key=True)
    key_hash: Mapped[str] = mapped_column(String(64), unique=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), index=True)
    #: The organisation that the person is working for now.
    organisation_id: Mapped[int | None] = mapped_column(ForeignKey("organisations.id"), index=True)
    csrf_token: Mapped[str] = mapped_column(String(64))
    provider_session: Mapped[str] = mapped_column(String(255), default="", index=True)
    id_token: Mapped[str] = mapped_column(Text, default="")
    created_at: Mapped[datetime]
    #: Written at most once a minute.
    last_seen_at: Mapped[datetime]
    ended_at: Mapped[datetime | None]

    person: Mapped[Person] = relationship()
