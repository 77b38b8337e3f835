"""Published versions, in two tables: what never changes, and the content that a redaction may remove."""

from datetime import datetime
from typing import TYPE_CHECKING

from sqlalchemy import ForeignKey, LargeBinary, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from register.db import Base

if TYPE_CHECKING:
    from register.models.entries import Entry


class Version(Base):
    """One published version of an entry. Never changed, never deleted: triggers see to it."""

    __tablename__ = "versions"
    __table_args__ = (UniqueConstraint("entry_id", "number"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    entry_id: Mapped[int] = mapped_column(ForeignKey("entries.id"))
    number: Mapped[int]
    #: The moment of publication; never chosen.
    valid_from: Mapped[datetime]
    standard: Mapped[str] = mapped_column(String(20))
    language: Mapped[str] = mapped_column(String(2))
    #: The body at that moment; the entry may move to another later.
    organisation_number: Mapped[str] = mapped_column(String(9))
    product_number: Mapped[str | None] = mapped_column(String(9), index=True)
    product_version: Mapped[int | None]
    #: Public ids of who handed it in and who published it.
    submitted_by: Mapped[str] = mapped_column(String(32))
    published_by: Mapped[str] = mapped_column(String(32))
    is_four_eyes: Mapped[bool]
    is_mirrored: Mapped[bool] = mapped_column(default=False)
    is_restricted: Mapped[bool] = mapped_column(default=False)
    #: The publication sequence that this raised, so that the read model can be made again; empty when the public saw nothing.
    public_sequence: Mapped[int | None]
    #: SHA-256 of the canonical public document: shown and logged.
    public_sha256: Mapped[str] = mapped_column(String(64))
    #: SHA-256 of a random salt and the canonical full document: for the body and regulators.
    full_sha256: Mapped[str] = mapped_column(String(64))

    entry: Mapped["Entry"] = relationship(back_populates="versions")
    content: Mapped["VersionContent | None"] = relationship(viewonly=True)


class VersionContent(Base):
    """The documents of a version, as canonical JSON (RFC 8785) in bytes.

    A row may be inserted once. It may be deleted only when a row in
    `redactions` names it: triggers see to it.
    """

    __tablename__ = "version_contents"

    version_id: Mapped[int] = mapped_column(ForeignKey("versions.id"), primary_key=True, autoincrement=False)
    public_document: Mapped[bytes] = mapped_column(LargeBinary)
    full_document: Mapped[bytes] = mapped_column(LargeBinary)
    salt: Mapped[bytes] = mapped_column(LargeBinary)
