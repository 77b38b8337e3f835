"""What a version freezes: the full document, and the public one that is made from it.

The public document holds what everyone may see after withholding, nothing
else; names of staff are in neither.
"""

from collections.abc import Iterable, Mapping
from copy import deepcopy
from typing import Any

from register.domain.standard.catalogue import BY_KEY, FIELDS
from register.domain.standard.pointers import parts, without
from register.domain.standard.types import Composite, Rows
from register.domain.standard.values import is_empty
from register.domain.standard.visibility import Visibility

#: Keys that are set by the register when it freezes a document, in the order in which they stand.
_SET_BY_REGISTER = ("number", "version", "standard", "language", "organisation", "product", "origin")
_FROM_OWNER = ("gaps", "withheld", "translations")


def full_document(working: Mapping[str, Any], taken: Mapping[str, Any], envelope: Mapping[str, Any]) -> dict[str, Any]:
    """Join the working document, what it takes over from its product, and what the register sets.

    `envelope` holds number, version, standard, language, organisation and, where
    they apply, product, origin, provenance, classification, principles.
    """
    fields = {field.key: working.get(field.key, taken.get(field.key)) for field in FIELDS if field.key != "product"}
    document = {key: envelope[key] for key in _SET_BY_REGISTER if key in envelope}
    document |= {key: deepcopy(working[key]) for key in _FROM_OWNER if working.get(key)}
    document |= {key: envelope[key] for key in ("provenance", "classification", "principles") if key in envelope}
    return document | {key: deepcopy(value) for key, value in fields.items() if not is_empty(value)}


def public_document(full: Mapping[str, Any], nonce: str) -> dict[str, Any]:
    """Return what everyone may see of a full document.

    `nonce` is 128 random bits in hexadecimal: it goes with the content at a
    redaction, so that a removed text cannot be guessed from its hash.
    """
    document = visible(full, (Visibility.PUBLIC,))
    for address in document.get("withheld", {}):
        without(document, address)
    shown = {key for key in document if key in BY_KEY}
    for key in ("gaps", "withheld"):
        if key in document:
            document[key] = {address: _public_record(record) for address, record in document[key].items() if _is_public(address)}
    if "translations" in document:
        document["translations"] = {
            language: {address: record for address, record in records.items() if parts(address)[0] in shown}
            for language, records in document["translations"].items()
        }
    document["nonce"] = nonce
    return document


def visible(document: Mapping[str, Any], ceilings: Iterable[Visibility]) -> dict[str, Any]:
    """Return the document with only the fields, members and rows that these ceilings allow."""
    allowed = set(ceilings)
    seen: dict[str, Any] = {}
    for key, value in document.items():
        field = BY_KEY.get(key)
        if field is None or key == "product":
            seen[key] = deepcopy(value)
        elif field.visibility in allowed:
            kept = _visible_members(value, {member.key for member in field.members if member.visibility in allowed}, field.type)
            if not is_empty(kept):
                seen[key] = kept
    return seen


def _visible_members(value: Any, members: set[str], kind: object) -> Any:
    if isinstance(kind, Composite):
        return {key: deepcopy(part) for key, part in value.items() if key in members}
    if isinstance(kind, Rows):
        return [{key: deepcopy(part) for key, part in row.items() if key in members or key == "id"} for row in value]
    return deepcopy(value)


def _is_public(address: str) -> bool:
    return BY_KEY[parts(address)[0]].visibility is Visibility.PUBLIC


def _public_record(record: Mapping[str, Any]) -> dict[str, Any]:
    return {key: deepcopy(value) for key, value in record.items()}
