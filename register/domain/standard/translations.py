"""Translations: which text was translated, by whom, and whether it changed since.

A translation remembers the hash of its source text. When the source changes,
the translation is stale until somebody looks at it again, and says so.
"""

import hashlib
from collections.abc import Iterator, Mapping
from typing import Any

from register.domain.standard.pointers import find


def source_hash(document: Mapping[str, Any], address: str) -> str:
    """Return the hash of a text in the document's own language; "" when there is none."""
    texts = find(document, address)
    text = texts.get(document.get("language", "nl")) if isinstance(texts, Mapping) else None
    return hashlib.sha256(text.encode()).hexdigest()[:32] if isinstance(text, str) else ""


def with_sources(document: Mapping[str, Any]) -> dict[str, Any]:
    """Return the document with the source noted at each translation that does not say of what text it is one."""
    translations = document.get("translations")
    if not translations:
        return dict(document)
    noted = {
        language: {address: {"source": source_hash(document, address), **record} for address, record in records.items()}
        for language, records in translations.items()
    }
    return {**document, "translations": noted}


def stale(document: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield the (language, pointer) of each translation whose source changed since."""
    for language, records in (document.get("translations") or {}).items():
        for address, record in records.items():
            if record.get("source", "") != source_hash(document, address):
                yield language, address
