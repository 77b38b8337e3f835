"""Places in a list: opaque to the caller, signed by us, and good for the question that they came from only."""

import base64
import binascii
import hashlib
import hmac
from typing import Any, NoReturn

import orjson
from flask import request

from register.api.parsing import InvalidRequest
from register.web.context import wiring
from schemas.rules import request_problem

_SIGNED = 16
#: Parameters that may differ from page to page.
_OF_THE_PAGE = {"cursor", "limit", "fields"}


def write(*place: Any) -> str:
    """Return the cursor of a place: what its page begins after."""
    content = orjson.dumps(place)
    return base64.urlsafe_b64encode(_signature(content) + content).decode().rstrip("=")


def read(cursor: str) -> list[Any] | None:
    """Return the place of a cursor, None for the beginning. Raises `InvalidRequest` unless it is one of ours, of this question."""
    if not cursor:
        return None
    try:
        signed = base64.b64decode(cursor + "=" * (-len(cursor) % 4), altchars=b"-_", validate=True)
    except (ValueError, binascii.Error):
        _refuse()
    signature, content = signed[:_SIGNED], signed[_SIGNED:]
    if not hmac.compare_digest(signature, _signature(content)):
        _refuse()
    place: list[Any] = orjson.loads(content)
    return place


def offset(cursor: str) -> int:
    """Return the place of a cursor that counts items; 0 for the beginning."""
    place = read(cursor)
    return int(place[0]) if place else 0


def after(start: int, count: int, total: int) -> str | None:
    """Return the cursor of the page that follows this one, by counting; None when there is none."""
    return write(start + count) if count and start + count < total else None


def _signature(content: bytes) -> bytes:
    question = sorted((name, value) for name, value in request.args.items(multi=True) if name not in _OF_THE_PAGE)
    message = orjson.dumps([request.path, question]) + content
    return hmac.digest(wiring().secret, message, hashlib.sha256)[:_SIGNED]


def _refuse() -> NoReturn:
    raise InvalidRequest([request_problem("/cursor", "not-a-cursor")])
