"""A registration to take along: the published bytes as JSON, and as PDF for people.

The JSON is what was frozen, byte for byte, so that its SHA-256 is the
fingerprint that the page shows. A PDF is made once and kept, locked with the
nonce of the document: when the content is redacted its nonce goes, and no
copy that was kept, nor a backup of one, can be read any more.
"""

import base64
import hashlib
from typing import Any

import orjson
from cryptography.fernet import Fernet, InvalidToken
from flask import Response, make_response
from flask.typing import ResponseReturnValue
from sqlalchemy import Row

from public_site import proofs
from public_site.addresses import page
from public_site.registrations import current, of_version
from register.domain.public_records import RecordState
from register.errors import Gone
from register.rendering import prints
from register.rendering.prints import Edition
from register.web import language
from register.web.assets import FOLDER, manifest
from register.web.caching import build_id
from register.web.context import wiring
from register.web.pages import lasting_url

REGISTRATION = ("/registraties/<number:number>", "/registrations/<number:number>")
VERSION = ("/registraties/<number:number>/versies/<version:version>", "/registrations/<number:number>/versions/<version:version>")


@page(*(path + ".json" for path in REGISTRATION), representation="json")
def registration_json(number: str) -> ResponseReturnValue:
    """Give the published document of a registration."""
    return _json(published(current(number)))


@page(*(path + ".json" for path in VERSION), representation="json")
def version_json(number: str, version: int) -> ResponseReturnValue:
    """Give the published document of one version."""
    return _json(of_version(number, version))


@page(*(path + ".pdf" for path in REGISTRATION), representation="pdf")
def registration_pdf(number: str) -> ResponseReturnValue:
    """Give a registration as PDF."""
    return _pdf(published(current(number)))


@page(*(path + ".pdf" for path in VERSION), representation="pdf")
def version_pdf(number: str, version: int) -> ResponseReturnValue:
    """Give one version as PDF."""
    return _pdf(of_version(number, version))


def published(row: Row[Any]) -> Row[Any]:
    """Return the row when it still holds. Raises `Gone` for a withdrawn registration, whose versions have addresses of their own."""
    if row.state == RecordState.WITHDRAWN:
        raise Gone("withdrawn", number=row.number)
    return row


def _content(row: Row[Any]) -> bytes:
    """Return the frozen bytes. Raises `Gone` when they were redacted."""
    if row.document is None:
        raise Gone("redacted", number=row.number)
    content: bytes = row.document
    return content


def _json(row: Row[Any]) -> Response:
    content = _content(row)
    response = make_response(content)
    response.mimetype = "application/json"
    response.headers["Repr-Digest"] = f"sha-256=:{base64.b64encode(hashlib.sha256(content).digest()).decode()}:"  # RFC 9530
    return _named(response, row, "json")


def _pdf(row: Row[Any]) -> Response:
    content = _content(row)
    document, chosen, files = orjson.loads(content), language.current(), wiring().files
    address = proofs.short_address(row.number)
    edition = Edition(row.valid_from, row.public_sha256, address, is_example=row.is_example, is_four_eyes=row.is_four_eyes)
    lock = Fernet(base64.urlsafe_b64encode(hashlib.sha256(document["nonce"].encode()).digest()))
    key = f"pdf/{chosen}/{build_id()}/{edition}"
    printed = unlocked(lock, files.read(key))
    if printed is None:
        printed = wiring().pdf.print(prints.registration(document, edition, chosen, stylesheet=manifest(FOLDER)["pdf.css"]))
        files.write(key, lock.encrypt(printed))
    response = make_response(printed)
    response.mimetype = "application/pdf"
    return _named(response, row, "pdf")


def unlocked(lock: Fernet, kept: bytes | None) -> bytes | None:
    """Return a print that was kept, or None when there is none that this document opens."""
    if kept is None:
        return None
    try:
        return lock.decrypt(kept)
    except InvalidToken:
        return None


def _named(response: Response, row: Row[Any], ending: str) -> Response:
    """Say what the file is called, which page it belongs to, and that it is not for search engines when the page is not."""
    response.headers["Content-Disposition"] = f'inline; filename="{row.number}-v{row.version}.{ending}"'
    response.headers["Content-Language"] = language.current() if ending == "pdf" else row.language
    canonical = wiring().settings.base_url + lasting_url("public_site.registration", number=row.number)
    response.headers["Link"] = f'<{canonical}>; rel="canonical"'
    if row.is_mirrored:
        response.headers["X-Robots-Tag"] = "noindex"
    return response
