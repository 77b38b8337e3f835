"""People who log in, and the roles that they hold."""

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, String, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from register.db import Base
from register.domain.permissions import Role


class Person(Base):
    """Somebody who logged in. Known by (issuer, subject) at the identity provider, never by e-mail.

    Names are kept here and nowhere else, so that they can be erased while the
    audit trail, which knows people by `public_id` only, stays whole.
    """

    __tablename__ = "people"
    __table_args__ = (UniqueConstraint("issuer", "subject"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    #: A random id that stands for this person in the audit trail, in steps and in versions.
    public_id: Mapped[str] = mapped_column(String(32), unique=True)
    issuer: Mapped[str] = mapped_column(String(300))
    subject: Mapped[str] = mapped_column(String(255))
    name: Mapped[str] = mapped_column(String(200), default="")
    email: Mapped[str] = mapped_column(String(254), default="")
    #: What a person without rights reads out to whoever may grant them some.
    code: Mapped[str] = mapped_column(String(12), unique=True)
    language: Mapped[str] = mapped_column(String(2), default="nl")
    created_at: Mapped[datetime]
    last_login_at: Mapped[datetime | None]
    erased_at: Mapped[datetime | None]

    memberships: Mapped[list["Membership"]] = relationship(back_populates="person", cascade="all, delete-orphan")


class Membership(Base):
    """A role that a person holds: in one organisation, or register-wide (organisation empty)."""

    __tablename__ = "memberships"
    __table_args__ = (
        UniqueConstraint("person_id", "organisation_id", "role"),
        #: NULLs are all different to a unique constraint, so register-wide roles need their own.
        Index(
            "uq_memberships_register_wide",
            "person_id",
            "role",
            unique=True,
            sqlite_where=text("organisation_id IS NULL"),
            postgresql_where=text("organisation_id IS NULL"),
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), index=True)
    organisation_id: Mapped[int | None] = mapped_column(ForeignKey("organisations.id"), index=True)
    role: Mapped[Role]
    #: What a regulator is competent for: {"organisations": […], "points": […], "themes": […]}; empty is nothing.
    remit: Mapped[dict[str, Any]] = mapped_column(default=dict)
    granted_at: Mapped[datetime]

    person: Mapped[Person] = relationship(back_populates="memberships")
