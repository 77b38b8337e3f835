"""Products: described once, used by many. Everyone at work reads them; administrators write and publish them, two people each time."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import orjson
from flask import make_response, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from register.backoffice import workplace
from register.backoffice.door import blueprint
from register.backoffice.forms.problems import control_id, place, summary
from register.backoffice.product_sheets import sheet_of, sheets
from register.backoffice.transitions import SECOND_PRESS, revision
from register.domain.lifecycle import DraftState
from register.domain.permissions import Permission, require
from register.errors import Invalid, NotFound, Stale, WrongState
from register.models import Product
from register.queries import products as asked
from register.queries import work as asked_work
from register.rendering.answers import Chapter, chapters
from register.services import products as service
from register.services import sessions
from register.web import language
from register.web.context import now, reading, transaction
from register.web.differences import differences
from register.web.language import _
from register.web.logins import current_actor, required_login


@blueprint.get("/products")
def products() -> str:
    """Show the products; to administrators also those that were never published."""
    may_write = current_actor().may(Permission.PRODUCT_EDIT, None)
    found = asked.listed(reading(), only_published=not current_actor().may(Permission.PRODUCT_READ_DRAFT, None))
    return render_template(
        "backoffice/products.html",
        here="products",
        products=[(each, newest(each) or each.document) for each in found],
        may_write=may_write,
        may_begin=workplace.may(Permission.ENTRY_CREATE),
    )


@blueprint.get("/products/<number:number>")
def product(number: str) -> str:
    """Show a product, its versions, and which own registrations use an older one."""
    found = readable(number)
    document = newest(found)
    may_write = current_actor().may(Permission.PRODUCT_EDIT, None)
    own = workplace.body()
    shown = document or found.document
    names = asked_work.names_of(reading(), found.written_by)
    return render_template(
        "backoffice/product.html",
        here="products",
        product=found,
        document=shown,
        chapters=_chapters(shown),
        versions=list(reversed(found.versions)),
        may_write=may_write,
        has_draft=found.draft_state is not DraftState.NONE,
        changed=differences(document, found.document, language.current()) if may_write and document is not None else [],
        why_not_publish=_why_not_publish(found),
        writers=sorted(names.get(each, _("a colleague")) for each in found.written_by) if may_write else [],
        outdated=asked_work.outdated(reading(), own.id, product=found) if own is not None else [],
        may_begin=workplace.may(Permission.ENTRY_CREATE) and document is not None,
        first_sheet=sheets()[0].key,
        done=_done(found),
    )


@blueprint.get("/products/new")
def new_product() -> str:
    """Ask for the name of a product."""
    require(Permission.PRODUCT_EDIT, current_actor(), None)
    return render_template("backoffice/new_product.html", here="products", name="", errors=[])


@blueprint.post("/products/new")
def begin_product() -> Response:
    """Begin a product; pressing twice begins one."""
    require(Permission.PRODUCT_EDIT, current_actor(), None)
    name = request.form.get("name", "").strip()
    errors = [] if name else [_("Say what it is called. You can change it later.")]
    if not errors:
        try:
            checked = service.prepared({"language": "nl", "name": {"nl": name}}, now=now())
        except Invalid as refused:
            errors = [each.message[language.current()] for each in refused.problems]
    if errors:
        return make_response(render_template("backoffice/new_product.html", here="products", name=name, errors=errors), 400)
    with transaction() as session:
        sessions.hold(session, required_login().id)
        lately = [
            each
            for each in asked.listed(session, only_published=False)
            if each.created_at >= now() - SECOND_PRESS and each.document == checked.document and current_actor().subject in each.written_by
        ]
        found = lately[0] if lately else service.create(session, checked, actor=current_actor(), now=now())
    return redirect(url_for("backoffice.product_sheet", number=found.number, sheet=sheets()[0].key), 303)


@blueprint.post("/products/<number:number>/publish")
def publish_product(number: str) -> Response:
    """Publish a product's draft as its next version."""
    require(Permission.PRODUCT_PUBLISH, current_actor(), None)
    try:
        with transaction() as session:
            service.publish(session, number, revision=revision(), actor=current_actor(), now=now())
    except Invalid as refused:
        return make_response(_refused(number, refused), 400)
    except (Stale, WrongState):
        newest_version = readable(number).versions[-1:]
        if not any(each.published_by == current_actor().subject and each.valid_from >= now() - SECOND_PRESS for each in newest_version):
            raise
    return redirect(url_for("backoffice.product", number=number, done="published"), 303)


def readable(number: str) -> Product:
    """Return a product; one that was never published to administrators only. Raises `NotFound`."""
    found = asked.product_by_number(reading(), number)
    if not found.versions and not current_actor().may(Permission.PRODUCT_READ_DRAFT, None):
        raise NotFound
    return found


def newest(found: Product) -> dict[str, Any] | None:
    """Return what was published last of a product; None when nothing was."""
    document: dict[str, Any] | None = orjson.loads(found.versions[-1].document) if found.versions else None
    return document


def _chapters(document: Mapping[str, Any]) -> list[Chapter]:
    """Return what a product says; what it leaves open is for the registrations to answer."""
    said = [
        replace(each, answers=tuple(answer for answer in each.answers if not answer.is_blank))
        for each in chapters(document, language.current())
    ]
    return [each for each in said if each.answers]


def _refused(number: str, refused: Invalid) -> str:
    """Show the page again, with what is missing and the way to each question."""
    found = readable(number)
    lines = summary(refused.problems, language.current(), str(found.document.get("language", "nl")))
    places = [place(each.pointer, str(found.document.get("language", "nl"))) for each in refused.problems]
    hrefs = [
        url_for("backoffice.product_sheet", number=number, sheet=sheet_of(each.split(".")[0])) + f"#{control_id(each)}" for each in places
    ]
    problems: list[Mapping[str, str]] = [{"words": words, "href": href} for (_id, words), href in zip(lines, hrefs, strict=True)]
    return render_template("backoffice/product_refused.html", here="products", product=found, problems=problems)


def _why_not_publish(found: Product) -> str:
    """Say why this person may not publish the draft; "" when they may, or when it is not for them at all."""
    if current_actor().subject in found.written_by:
        return _("You cannot publish because you wrote part of this. Ask a colleague.")
    return ""


def _done(found: Product) -> str:
    said = request.args.get("done", "")
    if said == "published" and found.versions:
        return _("Published as version %(version)s.", version=found.versions[-1].number)
    return ""
