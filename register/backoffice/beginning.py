"""Beginning a registration: from nothing, from a product, or from a copy of one's own."""

from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import Any

import orjson
from flask import make_response, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from register.backoffice import asking, workplace
from register.backoffice.door import blueprint
from register.backoffice.forms.problems import sentences
from register.domain.permissions import Permission, require
from register.domain.standard import SECTIONS
from register.domain.standard.pointers import parts
from register.errors import Invalid, NotFound, Problem
from register.models import Entry, Organisation, Product, ProductVersion
from register.queries import entries as asked
from register.queries import products as asked_products
from register.queries import work as asked_work
from register.queries.entries import Selection
from register.services import entries, sessions
from register.web import language
from register.web.context import now, reading, transaction
from register.web.language import _
from register.web.logins import current_actor, required_login

#: What belongs to one registration only, and does not go into a copy of it.
NOT_COPIED = ("name", "source_id", "source_registration", "change_note", "review_by", "standard")
#: The same name again by the same person within this time is a second press of the button.
SECOND_PRESS = timedelta(minutes=2)
MOST = 200


@blueprint.get("/registrations/new")
def new() -> str:
    """Offer the three ways to begin."""
    return _page("new.html", _own_body(), [])


@blueprint.post("/registrations/new")
def begin() -> Response:
    """Begin from nothing but a name."""
    return _begin(_own_body(), {}, "new.html")


@blueprint.get("/registrations/new/products")
def new_from_product() -> str:
    """Show the products that are described already."""
    _own_body()
    found = asked_products.listed(reading(), only_published=True)
    return render_template("backoffice/new_products.html", here="registrations", products=[(each, _newest(each)) for each in found])


@blueprint.get("/registrations/new/products/<number:number>")
def new_with_product(number: str) -> str:
    """Show what a product brings, and ask for a name."""
    return _page("new_with_product.html", _own_body(), [], **_product(number))


@blueprint.post("/registrations/new/products/<number:number>")
def begin_with_product(number: str) -> Response:
    """Begin with the newest version of a product."""
    given = _product(number)
    return _begin(_own_body(), {"product": {"number": number, "version": given["version"].number}}, "new_with_product.html", **given)


@blueprint.get("/registrations/new/copies")
def new_from_copy() -> str:
    """Show the own registrations of which a copy can be made."""
    own = _own_body()
    words = asking.words()
    found = asked.listed(reading(), current_actor(), Selection(own.id, words=words), limit=MOST)
    return render_template("backoffice/new_copies.html", here="registrations", entries=found, q=words)


@blueprint.get("/registrations/new/copies/<number:number>")
def new_with_copy(number: str) -> str:
    """Ask for the name of a copy."""
    copied = _copied(number)
    return _page("new_with_copy.html", _own_body(), [], copied=copied)


@blueprint.post("/registrations/new/copies/<number:number>")
def begin_with_copy(number: str) -> Response:
    """Begin with a copy of an own registration."""
    copied = _copied(number)
    text = {key: value for key, value in copied.document.items() if key not in NOT_COPIED}
    gone = {key: _without(text.get(key), NOT_COPIED) for key in ("gaps", "withheld") if text.get(key)}
    translations = {each: _without(records, NOT_COPIED) for each, records in (text.get("translations") or {}).items()}
    return _begin(_own_body(), {**text, **gone, "translations": translations}, "new_with_copy.html", copied=copied)


def _begin(own: Organisation, document: Mapping[str, Any], template: str, **given: Any) -> Response:
    """Begin an entry under the name that was typed; pressing twice begins one."""
    name = request.form.get("name", "")
    chosen = document.get("language") or request.form.get("language", "nl")
    own_language = chosen if chosen in language.LANGUAGES else "nl"
    if not name.strip():
        return make_response(_page(template, own, [], nameless=True, **given), 400)
    try:
        checked = entries.prepared({**document, "language": own_language, "name": {own_language: name}}, now=now())
    except Invalid as refused:
        return make_response(_page(template, own, refused.problems, **given), 400)
    with transaction() as session:
        sessions.hold(session, required_login().id)
        lately = asked_work.begun_lately(
            session, own.id, current_actor().subject, str(checked.document["name"][own_language]), now() - SECOND_PRESS
        )
        same = [each for each in lately if checked.document.items() <= {**each.document, "standard": checked.document["standard"]}.items()]
        entry = same[0] if same else entries.create(session, own.number, checked, actor=current_actor(), now=now())
    return redirect(url_for("backoffice.section", number=entry.number, section=SECTIONS[0].value), 303)


def _page(template: str, own: Organisation, problems: Sequence[Problem], *, nameless: bool = False, **given: Any) -> str:
    errors = sentences(problems, language.current(), "nl")
    said = [_("Say what it is called. You can change it later.")] if nameless else []
    said += [each for key, lines in errors.items() if key.startswith("name") for each in lines]
    others = [each for key, lines in errors.items() if not key.startswith("name") for each in lines]
    copied = given.get("copied")
    return render_template(
        f"backoffice/{template}",
        here="registrations",
        body=own,
        name=request.form.get("name", _("%(name)s (copy)", name=copied.title[:90]) if isinstance(copied, Entry) and copied.title else ""),
        chosen_language=request.form.get("language", "nl"),
        errors=said,
        other_errors=others,
        **given,
    )


def _own_body() -> Organisation:
    """Return the body for which this person works. Raises `NotFound` or `NotAllowed` unless they write there."""
    own = workplace.body()
    if own is None:
        require(Permission.ENTRY_CREATE, current_actor(), None)
        raise NotFound
    require(Permission.ENTRY_CREATE, current_actor(), own.id)
    return own


def _newest(product: Product) -> dict[str, Any]:
    document: dict[str, Any] = orjson.loads(product.versions[-1].document)
    return document


def _product(number: str) -> dict[str, Any]:
    product = asked_products.product_by_number(reading(), number)
    if not product.versions:
        raise NotFound
    version: ProductVersion = product.versions[-1]
    return {"product": product, "version": version, "described": _newest(product)}


def _copied(number: str) -> Entry:
    entry = asked.by_number(reading(), number, current_actor())
    if entry.organisation_id != _own_body().id:
        raise NotFound
    return entry


def _without(records: Mapping[str, Any] | None, keys: Sequence[str]) -> dict[str, Any]:
    """Leave out what is told of these fields."""
    return {address: record for address, record in (records or {}).items() if parts(address)[0] not in keys}
