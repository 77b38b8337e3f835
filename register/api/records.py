"""What the API says of a public row: its members, its links, and what is said in its place when it is gone."""

from collections.abc import Mapping
from typing import Any

import orjson
from sqlalchemy import Row

from register.api.answers import address, chosen, raw
from register.domain import history
from register.domain.public_records import RecordState
from register.domain.standard.pointers import pointer
from register.domain.standard.words import LANGUAGES, field_words
from register.errors import Gone
from register.web.context import wiring


def there(row: Row[Any]) -> Row[Any]:
    """Return the row when its document can be read. Raises `Gone` when it was redacted or withdrawn."""
    if row.state is RecordState.WITHDRAWN:
        links = {"versions": address("registrations", row.number, "versions")}
        raise Gone("withdrawn", why="withdrawn", withdrawal=_withdrawal(row), number=row.number, links=links)
    if "redacted" in row.tombstone:
        redacted = row.tombstone["redacted"]
        raise Gone("redacted", why="redacted", redaction=redacted, number=row.number, version=row.version, sha256=row.public_sha256)
    return row


def _record(row: Row[Any]) -> dict[str, Any]:
    """Say what is said of a registration beside its document."""
    return {
        "number": row.number,
        "version": row.version,
        "state": row.state,
        "validFrom": row.valid_from,
        "firstPublishedAt": row.first_published_at,
        "language": row.language,
        "organisation": {"number": row.organisation_number, "name": row.organisation_name},
        "product": None if row.product_number is None else {"number": row.product_number, "version": row.product_version},
        "mirrored": row.is_mirrored,
        "example": row.is_example,
        "reviewDue": row.review_due or None,
        "completeness": row.completeness,
    }


def item(row: Row[Any]) -> dict[str, Any]:
    """Say what a list shows of a registration."""
    links = {"self": address("registrations", row.number), "page": _page(row.number)}
    return _record(row) | {"card": row.card, "links": links}


def whole(row: Row[Any]) -> dict[str, Any]:
    """Say all of a registration, or of one version of it; `document` holds the stored bytes."""
    own = ("registrations", row.number)
    return _record(row) | {
        "validTo": row.valid_to,
        "fourEyes": row.is_four_eyes,
        "sha256": row.public_sha256,
        "links": {
            "self": address(*own) if row.valid_to is None else address(*own, "versions", row.version),
            "page": _page(row.number),
            "versions": address(*own, "versions"),
            "document": address(*own, "versions", row.version, "document"),
            "changes": address(*own, "changes"),
        },
        "document": row.document,
    }


def chosen_of(content: dict[str, Any], names: frozenset[str] | None) -> dict[str, Any]:
    """Return the chosen members; the document goes as its stored bytes unless somebody chooses inside it."""
    is_opened = names is not None and "document" not in names and any(name.startswith("document.") for name in names)
    return chosen(content | {"document": orjson.loads(content["document"]) if is_opened else raw(content["document"])}, names)


def state(row: Row[Any]) -> dict[str, Any]:
    """Say what is said of one state in the history."""
    return {
        "version": row.version,
        "state": row.state,
        "validFrom": row.valid_from,
        "validTo": row.valid_to,
        "organisation": {"number": row.organisation_number, "name": row.organisation_name},
        "mirrored": row.is_mirrored,
        "example": row.is_example,
        "fourEyes": row.is_four_eyes,
        "sha256": row.public_sha256,
        "name": row.card.get("name", {}),
        "changeNote": row.card.get("change_note", {}),
        "withdrawal": _withdrawal(row) if row.state is RecordState.WITHDRAWN else None,
        "redaction": row.tombstone.get("redacted"),
        "link": address("registrations", row.number, "versions", row.version),
    }


def difference(change: history.FieldChange) -> dict[str, Any]:
    """Say what is said of a field that differs."""
    key = change.field.key
    return {
        "pointer": pointer(key),
        "section": change.field.section,
        "label": {language: field_words(key, language).label for language in LANGUAGES},
        "kind": change.kind,
        "before": change.before,
        "after": change.after,
        "excuseBefore": _excuse(change.excuse_before),
        "excuseAfter": _excuse(change.excuse_after),
    }


def _withdrawal(row: Row[Any]) -> dict[str, Any]:
    return {key: row.tombstone[key] for key in ("reason", "at")}


def _excuse(excuse: Mapping[str, Any] | None) -> dict[str, Any] | None:
    return None if excuse is None else dict(excuse)


def _page(number: str) -> str:
    return f"{wiring().settings.base_url}/r/{number}"
