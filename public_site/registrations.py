"""One registration: its page, which is the newest version or what is left of it, and the same for one earlier version."""

from typing import Any

import orjson
from flask import render_template
from flask.typing import ResponseReturnValue
from markupsafe import Markup
from sqlalchemy import Row

from public_site import as_of, proofs, related
from public_site.addresses import page
from register.adapters import pdf
from register.domain.calendar import day_of, end_of
from register.domain.public_records import RecordState
from register.domain.redactions import RedactionGround
from register.domain.standard import BY_KEY
from register.domain.standard.completeness import score
from register.domain.standard.words import field_words
from register.errors import NotFound
from register.labels import explanation, label
from register.queries import questions, registrations
from register.rendering import linked_data
from register.rendering.answers import Word
from register.web import language
from register.web.context import now, reading, wiring
from register.web.document import shown
from register.web.pages import lasting_url, page_url

#: So many versions stand on the page itself; the others are on the page of the history.
NEWEST_VERSIONS = 3


@page("/registraties/<number:number>", "/registrations/<number:number>", here="search")
def registration(number: str) -> ResponseReturnValue:
    """Show a registration as it is, or was on the day that is asked for."""
    row = current(number)
    return _gone(row) if row.state == RecordState.WITHDRAWN or row.document is None else _whole(row, row)


@page("/registraties/<number:number>/versies/<version:version>", "/registrations/<number:number>/versions/<version:version>", here="search")
def version(number: str, version: int) -> ResponseReturnValue:
    """Show one version as it was published, or that its content was lawfully removed."""
    row = of_version(number, version)
    return _gone(row) if row.document is None else _whole(row, current(number))


def current(number: str) -> Row[Any]:
    """Return the public state of a registration. Raises `NotFound`: unknown, draft and restricted are the same."""
    row = registrations.by_number(reading(), number, as_of.day())
    if row is None:
        raise NotFound
    return row


def of_version(number: str, version: int) -> Row[Any]:
    """Return one published version. Raises `NotFound`, also when it came after the day that is asked for."""
    row = registrations.by_version(reading(), number, version)
    day = as_of.day()
    if row is None or (day is not None and row.valid_from >= end_of(day)):
        raise NotFound
    return row


def can_ask(newest: Row[Any]) -> bool:
    """Say whether a registration can be asked about: not as of a day, and not a mirrored one, of which its body may know nothing."""
    return as_of.day() is None and newest.state == RecordState.PUBLISHED and newest.document is not None and not newest.is_mirrored


def overdue_months(review_due: str) -> int | None:
    """Return how many whole months a review is late on the day that is shown; None when it is not."""
    today = as_of.day() or day_of(now())
    if not review_due or review_due >= today.isoformat():
        return None
    year, month, day = (int(part) for part in review_due.split("-"))
    return (today.year - year) * 12 + today.month - month - (today.day < day)


def redaction(row: Row[Any]) -> dict[str, Any] | None:
    """Return when and on which ground the content of a version was removed, or None."""
    found = row.tombstone.get("redacted")
    if found is None:
        return None
    ground, chosen = RedactionGround(found["ground"]), language.current()
    return {"at": found["at"], "ground": Word(label(ground, chosen), explanation(ground, chosen))}


def _whole(row: Row[Any], newest: Row[Any]) -> str:
    document = orjson.loads(row.document)
    history = registrations.history(reading(), row.number, as_of.day())
    asked = questions.public(reading(), row.number, as_of.day())
    return render_template(
        "public_site/registration.html",
        row=row,
        newest=newest,
        is_newest=row.version == newest.version and newest.state == RecordState.PUBLISHED,
        shown=shown(document, language.current()),
        history=history[:NEWEST_VERSIONS],
        score=None if row.is_mirrored else score(document),
        overdue_months=overdue_months(row.review_due),
        deployed=related.deployed(row, document),
        alike=related.alike(row, document) if row.version == newest.version else [],
        citation=related.citation(row, document),
        asked=asked,
        asked_parts={each["about"]: field_words(each["about"], language.current()).show for each in asked if each.get("about") in BY_KEY},
        today=(as_of.day() or day_of(now())).isoformat(),
        can_ask=can_ask(newest) and wiring().mailer.is_available,
        fingerprint=proofs.in_groups(row.public_sha256),
        short_address=proofs.short_address(row.number),
        has_pdf=pdf.is_available(),
        json_url=_along(row, "json"),
        pdf_url=_along(row, "pdf"),
        base_url=wiring().settings.base_url,
        linked_data=_linked_data(row, document),
        registration_url=lambda number: page_url("public_site.registration", number=number),
    )


def _linked_data(row: Row[Any], document: dict[str, Any]) -> Markup:
    """Return what the page says to programs; a mirrored registration is for its source to describe."""
    if row.is_mirrored:
        return Markup()
    base = wiring().settings.base_url
    files = {"application/json": base + _along(row, "json")}
    if pdf.is_available():
        files["application/pdf"] = base + _along(row, "pdf")
    address = base + lasting_url("public_site.registration", number=row.number)
    modified = row.valid_from.isoformat()
    return linked_data.script(
        linked_data.registration(document, address=address, modified=modified, files=files, language=language.current())
    )


def _along(row: Row[Any], ending: str) -> str:
    """Return the address at which this version can be taken along."""
    return lasting_url(f"public_site.version_{ending}", number=row.number, version=row.version)


def _gone(row: Row[Any]) -> str:
    """Show what stays of what was withdrawn or redacted: why, when, and the versions."""
    return render_template(
        "public_site/registration_gone.html",
        row=row,
        is_withdrawn=row.state == RecordState.WITHDRAWN,
        redaction=redaction(row),
        history=registrations.history(reading(), row.number, as_of.day()),
        fingerprint=proofs.in_groups(row.public_sha256),
    )
