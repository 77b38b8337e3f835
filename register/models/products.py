"""Products: described once, deployed by many."""

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, LargeBinary, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from register.db import Base
from register.domain.lifecycle import DraftState, PublicationState


class Product(Base):
    """A product, as whoever describes it keeps it. Deployments pin one of its versions."""

    __tablename__ = "products"

    id: Mapped[int] = mapped_column(primary_key=True)
    number: Mapped[str] = mapped_column(String(9), ForeignKey("numbers.number"), unique=True)
    #: Who describes it; empty is the register's own team.
    organisation_id: Mapped[int | None] = mapped_column(ForeignKey("organisations.id"), index=True)
    #: The working document: name, summary, language and the fields that deployments inherit.
    document: Mapped[dict[str, Any]]
    draft_state: Mapped[DraftState]
    publication_state: Mapped[PublicationState]
    #: Who wrote in this draft since the last publication (public ids), for the four eyes.
    written_by: Mapped[list[str]] = mapped_column(default=list)
    is_example: Mapped[bool] = mapped_column(default=False)
    revision: Mapped[int] = mapped_column(default=1)
    created_at: Mapped[datetime]
    updated_at: Mapped[datetime]

    versions: Mapped[list["ProductVersion"]] = relationship(back_populates="product", order_by="ProductVersion.number")

    __mapper_args__ = {"version_id_col": revision}  # noqa: RUF012  # SQLAlchemy declares it as it is


class ProductVersion(Base):
    """A product as it was published. Cannot be changed or removed: triggers see to it."""

    __tablename__ = "product_versions"
    __table_args__ = (UniqueConstraint("product_id", "number"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    product_id: Mapped[int] = mapped_column(ForeignKey("products.id"))
    number: Mapped[int]
    valid_from: Mapped[datetime]
    published_by: Mapped[str] = mapped_column(String(32))
    change_note: Mapped[dict[str, Any]]
    #: Canonical JSON (RFC 8785).
    document: Mapped[bytes] = mapped_column(LargeBinary)
    sha256: Mapped[str] = mapped_column(String(64))
    #: The publication sequence that this raised, so that the read model can be made again; empty when the public saw nothing.
    public_sequence: Mapped[int | None]

    product: Mapped[Product] = relationship(back_populates="versions")
