"""Reading products, and what a registration takes over from the one that it uses."""

from collections.abc import Mapping, Sequence
from typing import Any

import orjson
from sqlalchemy import select
from sqlalchemy.orm import Session

from register.domain.products import inherited
from register.domain.standard.problems import problem
from register.errors import NotFound, Problem
from register.models import Entry, Product, ProductVersion


def product_by_number(session: Session, number: str) -> Product:
    """Return a product as it is kept. Raises `NotFound`."""
    product = session.scalars(select(Product).where(Product.number == number)).first()
    if product is None:
        raise NotFound
    return product


def listed(session: Session, *, only_published: bool) -> Sequence[Product]:
    """Return all products, by the moment of their last change; only those with a version when asked so."""
    statement = select(Product).order_by(Product.updated_at.desc(), Product.id.desc())
    if only_published:
        statement = statement.where(Product.versions.any())
    return session.scalars(statement).all()


def pinned_version(session: Session, document: Mapping[str, Any]) -> ProductVersion | None:
    """Return the product version that a document pins, or None when it pins none (that exists)."""
    pin = document.get("product")
    if not isinstance(pin, Mapping):
        return None
    statement = select(ProductVersion).join(Product).where(Product.number == pin.get("number"), ProductVersion.number == pin.get("version"))
    return session.scalars(statement).first()


def pinned_id(session: Session, document: Mapping[str, Any]) -> int | None:
    """Return the id of the product that a document pins."""
    version = pinned_version(session, document)
    return version.product_id if version is not None else None


def inherited_by(session: Session, document: Mapping[str, Any]) -> dict[str, Any]:
    """Return the product fields that a working document leaves open, with the product's answers."""
    version = pinned_version(session, document)
    return inherited(document, orjson.loads(version.document)) if version is not None else {}


def unknown_product(session: Session, document: Mapping[str, Any]) -> list[Problem]:
    """Return the problem of a product version that is not there or was never published."""
    if "product" not in document or pinned_version(session, document) is not None:
        return []
    return [problem("/product", "unknown-reference", kind_nl="productversie", kind_en="product version")]


def deployments(session: Session, product: Product) -> Sequence[Entry]:
    """Return the entries that use a product; for telling them of a new version, not for the public."""
    return session.scalars(select(Entry).where(Entry.product_id == product.id)).all()
