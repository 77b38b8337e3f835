"""A selection of up to fifty registrations as one PDF: what was chosen, the fingerprints, and the registrations themselves.

It is made once for each state of the register and kept, like the print of one
registration, locked with the nonces of all that is in it: when one of them is
redacted, no copy that was kept can be read any more.
"""

import base64
import hashlib
from typing import Any

import orjson
from cryptography.fernet import Fernet
from flask import Response, make_response
from flask.typing import ResponseReturnValue
from sqlalchemy import Row

from public_site import as_of, facets, proofs
from public_site.addresses import page
from public_site.prints import unlocked
from public_site.search import MOST_ON_PAPER, Asked, as_searched, chips
from register.domain.calendar import day_of
from register.errors import NotFound
from register.queries import facets as asked_facets
from register.queries import registrations
from register.rendering import prints
from register.rendering.prints import Cover, Edition, Item
from register.translations import formats
from register.translations.formats import localised
from register.web import language
from register.web.assets import FOLDER, manifest
from register.web.caching import build_id
from register.web.context import now, reading, wiring
from register.web.language import _, ngettext
from register.web.pages import public_state


@page("/zoeken.pdf", "/search.pdf", representation="pdf")
def search_pdf() -> ResponseReturnValue:
    """Give all that a search finds as one PDF. Raises `NotFound` when it finds nothing, or too much for paper."""
    asked = as_searched()
    total = registrations.counted(reading(), wiring().search, asked.selection)
    if not 0 < total <= MOST_ON_PAPER:
        raise NotFound
    rows = list(registrations.all_of(reading(), wiring().search, asked.selection))
    documents = [orjson.loads(row.document) for row in rows]
    nonces = "".join(document["nonce"] for document in documents)
    lock = Fernet(base64.urlsafe_b64encode(hashlib.sha256(nonces.encode()).digest()))
    chosen, day = language.current(), as_of.day() or day_of(now())
    key = f"selection/{chosen}/{build_id()}/{public_state().sequence}/{day}/{asked.address()}"
    printed = unlocked(lock, wiring().files.read(key))
    if printed is None:
        items = [_item(row, document) for row, document in zip(rows, documents, strict=True)]
        printed = wiring().pdf.print(prints.selection(_cover(asked, total), items, chosen, stylesheet=manifest(FOLDER)["pdf.css"]))
        wiring().files.write(key, lock.encrypt(printed))
    return _named(printed)


def _cover(asked: Asked, total: int) -> Cover:
    """Say what was chosen, as of when, and where it is found again."""
    day = as_of.day() or day_of(now())
    counts = asked_facets.counts(reading(), wiring().search, asked.selection, day)
    filters = [str(text) for text, _href in chips(asked, facets.groups(asked.selection, counts))]
    words = f"“{asked.selection.words}”" if asked.selection.words else ""
    date = formats.day(day, language.current())
    address = wiring().settings.base_url.split("://", 1)[1] + asked.address()
    return Cover(
        title=_("Selection from the register"),
        lead=ngettext("%(num)s registration as it was on %(date)s", "%(num)s registrations as they were on %(date)s", total, date=date),
        stamp=_("As of %(date)s, publication %(number)s.", date=date, number=public_state().sequence),
        address=wiring().settings.base_url.split("://", 1)[1],
        facts=[
            (_("Searched for"), words or _("Everything")),
            *([(_("Filters"), ", ".join(filters))] if filters else []),
            (_("Found at"), address),
        ],
    )


def _item(row: Row[Any], document: dict[str, Any]) -> Item:
    edition = Edition(
        row.valid_from, row.public_sha256, proofs.short_address(row.number), is_example=row.is_example, is_four_eyes=row.is_four_eyes
    )
    chosen = language.current()
    body = localised((document.get("organisation") or {}).get("name"), chosen).text
    return Item(row.number, row.version, localised(document.get("name"), chosen).text, body, edition, document)


def _named(printed: bytes) -> Response:
    response = make_response(printed)
    response.mimetype = "application/pdf"
    day = as_of.day() or day_of(now())
    response.headers["Content-Disposition"] = f'inline; filename="register-{day.isoformat()}-{public_state().sequence}.pdf"'
    response.headers["Content-Language"] = language.current()
    response.headers["X-Robots-Tag"] = "noindex"
    return response
