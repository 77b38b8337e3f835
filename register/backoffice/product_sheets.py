"""Filling in a product: its own text first, then what registrations take over from it, by section."""

from collections.abc import Mapping
from typing import Any

from flask import render_template, request, url_for
from werkzeug.wrappers import Response

from register.backoffice import sheets as forms
from register.backoffice.door import blueprint
from register.backoffice.forms.controls import Words
from register.backoffice.forms.questions import Beside
from register.backoffice.forms.saving import WorkingCopy
from register.backoffice.sheets import Answered, Sheet, Shown
from register.domain.permissions import Permission, require
from register.domain.standard import BY_KEY, PRODUCT_FIELDS, SECTIONS
from register.domain.standard.values import is_empty
from register.domain.standard.words import section_words
from register.errors import NotFound
from register.models import Product
from register.queries import products as asked
from register.queries import work as asked_work
from register.services import products as service
from register.services.entries import Checked
from register.web import language
from register.web.context import now, reading, transaction
from register.web.language import _
from register.web.logins import current_actor

OWN = "own"


def sheets() -> list[Sheet]:
    """Return the pages of the form, in order."""
    own = Sheet(
        OWN,
        _("The product itself"),
        _("Say what the product is, and what is new in this version. Registrations do not take this over."),
        tuple(BY_KEY[key] for key in service.OWN_FIELDS),
    )
    others = [
        Sheet(section.value, words.title, _("Registrations that use this product take these answers over."), fields)
        for section in SECTIONS
        for words in [section_words(section, language.current())]
        if (fields := tuple(field for field in PRODUCT_FIELDS if field.section is section))
    ]
    return [own, *others]


def sheet_of(key: str) -> str:
    """Name the page on which a field is."""
    return next((each.key for each in sheets() if key in {field.key for field in each.fields}), OWN)


@blueprint.get("/products/<number:number>/sections/<sheet>")
def product_sheet(number: str, sheet: str) -> str:
    """Show a page of the form."""
    found = _editable(number)
    return _page(found, _sheet(sheet), forms.opened(found.document, _sheet(sheet)))


@blueprint.post("/products/<number:number>/sections/<sheet>")
def save_product_sheet(number: str, sheet: str) -> Response:
    """Save a page of the form: what is right at once, the rest comes back."""
    found, chosen = _editable(number), _sheet(sheet)
    actor, moment = current_actor(), now()

    def store(checked: Checked) -> int:
        with transaction() as session:
            return service.save(session, number, checked, revision=found.revision, actor=actor, now=moment).revision

    def current() -> tuple[Mapping[str, Any], int]:
        anew = asked.product_by_number(reading(), number)
        return anew.document, anew.revision

    return forms.answer(
        Answered(
            sheet=chosen,
            copy=WorkingCopy(found.document, lambda document: service.prepared(document, now=moment), store),
            revision=found.revision,
            show=lambda shown: _page(asked.product_by_number(reading(), number), chosen, shown),
            address=lambda then: _address(number, chosen, then),
            current=current,
            then=lambda: None,
        )
    )


def _page(found: Product, chosen: Sheet, shown: Shown) -> str:
    pages = sheets()
    steps = [_step(found, each, chosen, has_problems=bool(shown.problems)) for each in pages]
    fields = [field for each in pages for field in each.fields]
    answered = sum(not is_empty(found.document.get(field.key)) for field in fields)
    return render_template(
        "backoffice/product_sheet.html",
        here="products",
        product_=found,
        revision=found.revision,
        title=_title(found),
        sheet=chosen,
        shown=shown,
        questions=shown.questions(chosen, _beside()),
        steps=steps,
        percent=answered * 100 // len(fields),
        product=None,
        saved_at=forms.saved_at(found.updated_at),
        changed_by=", ".join(asked_work.names_of(reading(), found.written_by).values()),
        changed_at=found.updated_at,
        is_own_change=found.written_by == [current_actor().subject],
        is_last=chosen.key == pages[-1].key,
    )


def _beside() -> Beside:
    """Ask what the standard asks, in words that fit a product, which goes by the name that everyone knows."""
    name = Words(_("What is the product called?"), _("The name by which everyone knows it."))
    needed = frozenset((*service.OWN_FIELDS, "kind"))
    return Beside(product={}, remarks={}, theirs={}, has_excuses=False, needed=needed, words={"name": name})


def _step(found: Product, sheet: Sheet, here: Sheet, *, has_problems: bool) -> dict[str, Any]:
    answered = sum(not is_empty(found.document.get(field.key)) for field in sheet.fields)
    is_here = sheet.key == here.key
    return {
        "text": sheet.title,
        "href": url_for("backoffice.product_sheet", number=found.number, sheet=sheet.key),
        "state": "bad" if has_problems and is_here else "ok" if answered == len(sheet.fields) else "todo",
        "count": f"{answered}/{len(sheet.fields)}",
        "current": is_here,
    }


def _title(found: Product) -> str:
    names = found.document.get("name") or {}
    return names.get(language.current()) or next(iter(names.values()), _("No name yet"))


def _editable(number: str) -> Product:
    if not current_actor().may(Permission.PRODUCT_READ_DRAFT, None) and not asked.product_by_number(reading(), number).versions:
        raise NotFound
    require(Permission.PRODUCT_EDIT, current_actor(), None)
    return asked.product_by_number(reading(), number)


def _sheet(key: str) -> Sheet:
    for each in sheets():
        if each.key == key:
            return each
    raise NotFound


def _address(number: str, sheet: Sheet, then: str) -> str:
    if then != "next":
        saved = None if "add" in request.form else 1
        return url_for("backoffice.product_sheet", number=number, sheet=sheet.key, saved=saved)
    pages = [each.key for each in sheets()]
    following = pages[pages.index(sheet.key) + 1 :]
    if not following:
        return url_for("backoffice.product", number=number)
    return url_for("backoffice.product_sheet", number=number, sheet=following[0])
