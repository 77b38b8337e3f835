"""Products and their deployments: what a registration takes over from the product that it uses.

Absent is inherited, a value is the body's own, a gap or a withholding is its
own answer too. A list is taken over or replaced whole.
"""

from collections.abc import Mapping
from typing import Any

from register.domain.standard.catalogue import PRODUCT_FIELDS
from register.domain.standard.check import is_excused
from register.domain.standard.pointers import pointer
from register.domain.standard.values import is_empty


def inherited(document: Mapping[str, Any], product: Mapping[str, Any] | None) -> dict[str, Any]:
    """Return the product's fields that the document leaves open."""
    if product is None:
        return {}
    return {
        field.key: product[field.key]
        for field in PRODUCT_FIELDS
        if not is_empty(product.get(field.key)) and is_empty(document.get(field.key)) and not is_excused(document, field.key)
    }


def origin(taken: Mapping[str, Any], number: str, version: int) -> dict[str, dict[str, Any]]:
    """Say for each inherited field from which product version it came: pointer → {number, version}."""
    return {pointer(key): {"number": number, "version": version} for key in taken}
