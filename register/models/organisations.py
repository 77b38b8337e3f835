"""Public bodies that register."""

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, LargeBinary, String
from sqlalchemy.orm import Mapped, mapped_column

from register.db import Base
from register.domain.organisations import OrganisationType


class Organisation(Base):
    """A public body, as it is now. What the public was told is in `public_organisations`."""

    __tablename__ = "organisations"

    id: Mapped[int] = mapped_column(primary_key=True)
    number: Mapped[str] = mapped_column(String(9), ForeignKey("numbers.number"), unique=True)
    #: Name per language; nl is always there.
    names: Mapped[dict[str, Any]]
    #: The Dutch name folded, by which an import finds a body again.
    folded_name: Mapped[str] = mapped_column(String(300), unique=True)
    abbreviation: Mapped[str] = mapped_column(String(30), default="")
    type: Mapped[OrganisationType]
    parent_id: Mapped[int | None] = mapped_column(ForeignKey("organisations.id"), index=True)
    tooi: Mapped[str | None] = mapped_column(String(120), unique=True)
    website: Mapped[str] = mapped_column(String(2000), default="")
    contact: Mapped[str] = mapped_column(String(254), default="")
    #: An administrator allowed this body to publish without a second person …
    is_single_flow_allowed: Mapped[bool] = mapped_column(default=False)
    #: … and the body chose to. The public page says so.
    is_single_flow: Mapped[bool] = mapped_column(default=False)
    #: Demonstration data, which statistics leave out.
    is_example: Mapped[bool] = mapped_column(default=False)
    revision: Mapped[int] = mapped_column(default=1)
    created_at: Mapped[datetime]

    __mapper_args__ = {"version_id_col": revision}  # noqa: RUF012  # SQLAlchemy declares it as it is


class OrganisationVersion(Base):
    """What the public was told of a body from a moment on. Append-only: triggers see to it."""

    __tablename__ = "organisation_versions"

    id: Mapped[int] = mapped_column(primary_key=True)
    organisation_id: Mapped[int] = mapped_column(ForeignKey("organisations.id"), index=True)
    valid_from: Mapped[datetime]
    #: Canonical JSON (RFC 8785).
    document: Mapped[bytes] = mapped_column(LargeBinary)
    #: The publication sequence that this raised, so that the read model can be made again; empty when the public saw nothing.
    public_sequence: Mapped[int | None]
