"""Canonical JSON (RFC 8785), the form in which documents are frozen and hashed."""

import hashlib
from typing import Any

import rfc8785


def canonical(document: Any) -> bytes:
    """Return the one sequence of bytes that stands for this document."""
    return rfc8785.dumps(document)


def sha256(content: bytes) -> str:
    """Return the SHA-256 of bytes, in hexadecimal."""
    return hashlib.sha256(content).hexdigest()


def fingerprint(value: Any) -> str:
    """Return the SHA-256 of the canonical JSON of a value, or "" for None."""
    return "" if value is None else sha256(canonical(value))
