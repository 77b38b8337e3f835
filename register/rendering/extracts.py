"""A regulator's extract as one JSON file that proves itself: canonical JSON (RFC 8785) with its own SHA-256, and one for each document.

When it was made stands beside the content and not in it: the same selection
of the same register is then the same content, with the same fingerprint, in a
file and on paper, today and tomorrow.
"""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Protocol

import orjson

from register.canonical import canonical, fingerprint, sha256
from register.domain.extracts import EXTRACT_VERSION, Extracted

Json = dict[str, Any]

#: Where the registrations come in the canonical JSON; no text can hold it, because quotation marks in texts are escaped.
_PLACE = b'"registrations":['


class Sink(Protocol):
    """Where a file goes."""

    def write(self, content: bytes, /) -> int:
        """Take some more of it."""


@dataclass(frozen=True, slots=True)
class Head:
    """What an extract says of itself. `selection` is what was chosen, `register` the address of this register."""

    selection: Json
    register: str
    made_at: datetime
    #: The publication sequence that the register was at.
    sequence: int


@dataclass(frozen=True, slots=True)
class Written:
    """How many registrations went into a file, and the SHA-256 of its content."""

    count: int
    sha256: str


def write(sink: Sink, head: Head, records: Iterable[Extracted]) -> Written:
    """Write the file, one registration at a time: it may be larger than the memory."""
    frame = canonical({"extract": EXTRACT_VERSION, "register": head.register, "registrations": [], "selection": head.selection})
    begin, place, end = frame.partition(_PLACE)
    digest, count = hashlib.sha256(), 0

    def add(content: bytes) -> None:
        digest.update(content)
        sink.write(content)

    sink.write(b'{"content":')
    add(begin + place)
    for record in records:
        add((b"," if count else b"") + canonical(_record(record)))
        count += 1
    add(end)
    proof = digest.hexdigest()
    beside = b'"madeAt":"%s","sequence":%d,"sha256":"%s"' % (_moment(head.made_at).encode(), head.sequence, proof.encode())
    sink.write(b"," + beside + b"}\n")
    return Written(count, proof)


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
