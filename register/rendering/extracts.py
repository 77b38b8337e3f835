"""A regulator's extract as one JSON file that proves itself: canonical JSON (RFC 8785) with its own SHA-256, and one for each document."""

from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any

import orjson

from register.canonical import canonical, fingerprint, sha256
from register.domain.extracts import EXTRACT_VERSION, Extracted, ExtractSelection

Json = dict[str, Any]


def content(selection: ExtractSelection, records: Iterable[Extracted], *, made_at: datetime, sequence: int, register: str) -> Json:
    """Return what an extract says. `register` is the address of this register."""
    return {
        "extract": EXTRACT_VERSION,
        "register": register,
        "madeAt": _moment(made_at),
        "sequence": sequence,
        "selection": selection.told(),
        "registrations": [_record(record) for record in records],
    }


def written(told: Json) -> tuple[bytes, str]:
    """Return the file and the SHA-256 of what it says: of the canonical JSON under `content`."""
    inside = canonical(told)
    proof = sha256(inside)
    return b'{"content":' + inside + b',"sha256":"' + proof.encode() + b'"}\n', proof


def faults(file: bytes) -> list[str]:
    """Return what is wrong with an extract, from the file alone; nothing when it is as it was made."""
    try:
        whole = orjson.loads(file)
        inside, proof = whole["content"], whole["sha256"]
        records = inside["registrations"]
    except (orjson.JSONDecodeError, KeyError, TypeError):
        return ["this is not an extract of a register"]
    found = [] if sha256(canonical(inside)) == proof else ["the content is not what its SHA-256 says"]
    return found + [
        f"the document of {record.get('number')}, version {record.get('version')}, is not what its SHA-256 says"
        for record in records
        if record.get("documentSha256", "") != fingerprint(record.get("document"))
    ]


def _record(record: Extracted) -> Json:
    return {
        "number": record.number,
        "version": record.version,
        "validFrom": _moment(record.valid_from),
        "organisation": record.organisation_number,
        "publicSha256": record.public_sha256,
        "restricted": record.is_restricted,
        "fourEyes": record.is_four_eyes,
        "example": record.is_example,
        "withdrawnAt": _moment(record.withdrawn_at) if record.withdrawn_at else None,
        "redactedAt": _moment(record.redacted_at) if record.redacted_at else None,
        "document": record.document,
        "documentSha256": fingerprint(record.document),
    }


def _moment(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat().replace("+00:00", "Z")
