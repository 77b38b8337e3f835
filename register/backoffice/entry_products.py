"""The product that a registration uses: take over a newer version, choose another, or stop using one. An edit like any other."""

from collections.abc import Mapping
from typing import Any

import orjson
from flask import make_response, render_template, request
from werkzeug.wrappers import Response

from register.backoffice.door import blueprint
from register.backoffice.sections import product_in_use
from register.backoffice.transitions import done, revision
from register.domain.lifecycle import Step, draft_after
from register.domain.permissions import Permission, require
from register.domain.products import inherited
from register.domain.standard.values import is_number
from register.errors import NotFound, Stale
from register.models import Entry, ProductVersion
from register.queries import entries as asked
from register.queries import products as asked_products
from register.services import entries
from register.web import language
from register.web.context import now, reading, transaction
from register.web.differences import Difference, differences
from register.web.language import _
from register.web.logins import current_actor


@blueprint.get("/registrations/<number:number>/product")
def entry_product(number: str) -> str:
    """Show which product is used, what a newer version changes, and the other products."""
    return _page(_editable(number))


@blueprint.post("/registrations/<number:number>/product")
def choose_product(number: str) -> Response:
    """Use another product or version, or none."""
    entry = _editable(number)
    pin = _pin(request.form.get("product", ""))
    document = {key: value for key, value in entry.document.items() if key != "product"} | ({"product": pin} if pin else {})
    if document == entry.document:  # chosen already, or the button was pressed twice
        return done(number, "product")
    checked = entries.prepared(document, now=now())
    try:
        with transaction() as session:
            entries.save(session, number, checked, revision=revision(), actor=current_actor(), now=now())
    except Stale:
        return make_response(_page(_editable(number), is_stale=True), 412)
    return done(number, "product")


def _pin(chosen: str) -> dict[str, Any] | None:
    """Read `number:version`; "none" is no product. Raises `NotFound` for what was never published."""
    if chosen == "none":
        return None
    number, _colon, version = chosen.partition(":")
    if not is_number(number):
        raise NotFound
    product = asked_products.product_by_number(reading(), number)
    if version not in {str(each.number) for each in product.versions}:
        raise NotFound
    return {"number": number, "version": int(version)}


def _page(entry: Entry, *, is_stale: bool = False) -> str:
    used = asked_products.pinned_version(reading(), entry.document)
    newest = used.product.versions[-1] if used else None
    others = [each for each in asked_products.listed(reading(), only_published=True) if used is None or each.id != used.product_id]
    return render_template(
        "backoffice/entry_product.html",
        here="registrations",
        entry=entry,
        product=product_in_use(entry),
        used=used,
        newest=newest,
        note=(newest.change_note.get(language.current()) or next(iter(newest.change_note.values()), "")) if newest else "",
        changed=_changed(entry, used, newest) if used and newest and newest.number > used.number else [],
        others=[(each, orjson.loads(each.versions[-1].document)) for each in others],
        problem=_("A colleague saved something in the meantime. Look again, and choose again.") if is_stale else "",
    )


def _changed(entry: Entry, used: ProductVersion, newest: ProductVersion) -> list[Difference]:
    """Return what taking over the newest version changes in this registration: questions with an answer of its own stay as they are."""
    before, after = (_as_seen(entry, version) for version in (used, newest))
    return differences(before, after, language.current())


def _as_seen(entry: Entry, version: ProductVersion) -> Mapping[str, Any]:
    return {**inherited(entry.document, orjson.loads(version.document)), "language": entry.document.get("language", "nl")}


def _editable(number: str) -> Entry:
    entry = asked.by_number(reading(), number, current_actor())
    require(Permission.ENTRY_EDIT, current_actor(), entry.organisation_id, reading=Permission.ENTRY_READ)
    draft_after(entry.draft_state, Step.EDIT)
    return entry
