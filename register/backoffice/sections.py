"""Filling in a registration: one page per section, saved as one types, with what the product and colleagues say."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import orjson
from flask import redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from werkzeug.wrappers import Response

from register.backoffice import asking, sheets
from register.backoffice.door import blueprint
from register.backoffice.forms.questions import Beside, Said
from register.backoffice.forms.saving import WorkingCopy
from register.backoffice.sheets import Answered, Sheet, Shown
from register.domain.lifecycle import DraftState, Step, draft_after
from register.domain.permissions import Permission, require
from register.domain.standard import SECTIONS, in_section
from register.domain.standard.check import is_excused
from register.domain.standard.completeness import asked_fields, score
from register.domain.standard.fields import Section
from register.domain.standard.pointers import parts
from register.domain.standard.values import is_empty
from register.domain.standard.words import section_words
from register.errors import NotFound
from register.models import Entry
from register.queries import entries as asked
from register.queries import products as asked_products
from register.queries import work as asked_work
from register.rendering.answers import answer as answer_of
from register.rendering.principles import frozen, tiles
from register.services import entries, remarks
from register.services.entries import Checked
from register.web import language
from register.web.context import now, reading, transaction
from register.web.language import _
from register.web.logins import current_actor

#: Asked on pages of their own: the product, and the facts for the AI Act one by one.
NOT_IN_FORMS = ("product", "ai_act")


@dataclass(frozen=True, slots=True)
class InUse:
    """The product version that an entry uses, as a form tells of it."""

    name: str
    version: int
    href: str
    document: Mapping[str, Any]


def sheet(entry: Entry, whole: Mapping[str, Any], section: Section) -> Sheet:
    """Return what a section asks of this entry, and what it answered before it was not asked any more."""
    asked_here = asked_fields(whole, section)
    fields = [field for field in in_section(section) if field in asked_here or not is_empty(entry.document.get(field.key))]
    words = section_words(section, language.current())
    return Sheet(section.value, words.title, words.lead, tuple(field for field in fields if field.key not in NOT_IN_FORMS))


def steps(entry: Entry, whole: Mapping[str, Any], here: Section | None = None, *, has_problems: bool = False) -> list[dict[str, Any]]:
    """Return the sections with how far each is, for the way about. A question with a reason why it is open counts as answered."""
    listed = []
    for section in SECTIONS:
        if section is not Section.AI_ACT and not sheet(entry, whole, section).fields:
            continue
        weighed = [field for field in asked_fields(whole, section) if field.weight]
        answered = [field for field in weighed if not is_empty(whole.get(field.key)) or is_excused(entry.document, field.key)]
        is_wrong = has_problems and section is here
        listed.append(
            {
                "text": section_words(section, language.current()).title,
                "href": _section_address(entry, section),
                "state": "bad" if is_wrong else "ok" if len(answered) == len(weighed) else "todo",
                "count": f"{len(answered)}/{len(weighed)}",
                "current": section is here,
            }
        )
    return listed


@blueprint.get("/registrations/<number:number>/sections")
def fill_in(number: str) -> Response:
    """Go to the first section that is not complete."""
    entry = _editable(number)
    open_ones = [each for each in steps(entry, whole(entry)) if each["state"] != "ok"]
    first = url_for("backoffice.section", number=number, section=SECTIONS[0].value)
    return redirect(open_ones[0]["href"] if open_ones else first, 303)


@blueprint.get("/registrations/<number:number>/sections/<section>")
def section(number: str, section: str) -> ResponseReturnValue:
    """Show the form of a section."""
    entry, chosen = _editable(number), _section(section)
    if chosen is Section.AI_ACT:
        return redirect(_section_address(entry, chosen), 303)
    draft_after(entry.draft_state, Step.EDIT)
    return _page(entry, chosen, sheets.opened(entry.document, sheet(entry, whole(entry), chosen)))


@blueprint.post("/registrations/<number:number>/sections/<section>")
def save_section(number: str, section: str) -> Response:
    """Save a section: what is right at once, the rest comes back."""
    entry, chosen = _editable(number), _section(section)
    draft_after(entry.draft_state, Step.EDIT)
    if "settle" in request.form and not asking.is_whole(request.form["settle"]):
        raise NotFound
    actor, moment = current_actor(), now()

    def store(checked: Checked) -> int:
        with transaction() as session:
            return entries.save(session, number, checked, revision=entry.revision, actor=actor, now=moment).revision

    def settle() -> None:
        if "settle" in request.form:
            with transaction() as session:
                remarks.settle(session, number, int(request.form["settle"]), actor=actor, now=moment)

    def current() -> tuple[Mapping[str, Any], int]:
        found = asked.by_number(reading(), number, actor)
        return found.document, found.revision

    return sheets.answer(
        Answered(
            sheet=sheet(entry, whole(entry), chosen),
            copy=WorkingCopy(entry.document, lambda document: entries.prepared(document, now=moment), store),
            revision=entry.revision,
            show=lambda shown: _page(asked.by_number(reading(), number, actor), chosen, shown),
            address=lambda then: _address(entry, chosen, then),
            current=current,
            then=settle,
        )
    )


def may_fill_in(entry: Entry) -> bool:
    """Say whether this person may write in the entry as it is now."""
    return current_actor().may(Permission.ENTRY_EDIT, entry.organisation_id) and entry.draft_state is not DraftState.IN_REVIEW


def whole(entry: Entry) -> dict[str, Any]:
    """Return the working document with what it takes over from its product."""
    return {**asked_products.inherited_by(reading(), entry.document), **entry.document}


def product_in_use(entry: Entry) -> InUse | None:
    """Return the product version that an entry uses."""
    version = asked_products.pinned_version(reading(), entry.document)
    if version is None:
        return None
    document = orjson.loads(version.document)
    name = document["name"].get(language.current()) or next(iter(document["name"].values()))
    return InUse(name, version.number, url_for("backoffice.product", number=version.product.number), document)


def said_at_fields(entry: Entry) -> dict[str, list[Said]]:
    """Return the open remarks on the present draft, by field; "" is the whole."""
    found = [each for each in asked.remarks(reading(), entry) if each.settled_at is None]
    names = asked_work.names_of(reading(), [each.public_id for each in found])
    said: dict[str, list[Said]] = {}
    for each in found:
        key = (parts(each.pointer) or [""])[0]
        said.setdefault(key, []).append(Said(each.id, each.text, names.get(each.public_id, _("a colleague")), each.at))
    return said


def _page(entry: Entry, section: Section, shown: Shown) -> str:
    full, product = whole(entry), product_in_use(entry)
    chosen = sheet(entry, full, section)
    said = said_at_fields(entry)
    beside = Beside(
        product={} if product is None else _product_answers(product.document, chosen),
        remarks=said,
        theirs={},
    )
    return render_template(
        "backoffice/section.html",
        here="registrations",
        entry=entry,
        sheet=chosen,
        shown=shown,
        questions=shown.questions(chosen, beside),
        steps=steps(entry, full, section, has_problems=bool(shown.problems)),
        percent=score(full).percent,
        product=product,
        asks_for_product=section is Section.IDENTIFICATION,
        remarks_on_all=said.get("", ()),
        saved_at=sheets.saved_at(entry.updated_at),
        changed_by=asked_work.names_of(reading(), [entry.updated_by]).get(entry.updated_by, ""),
        changed_at=entry.updated_at,
        is_own_change=entry.updated_by == current_actor().subject,
        is_new_draft=entry.draft_state is DraftState.NONE,
        is_last=_next(entry, section) is None,
        tile=next((each for each in tiles(frozen(full), language.current()) if each.principle == section.value), None),
    )


def _product_answers(document: Mapping[str, Any], chosen: Sheet) -> Mapping[str, Any]:
    given: Sequence[Any] = [field for field in chosen.fields if field.from_product and not is_empty(document.get(field.key))]
    return {field.key: answer_of(document, field, language.current()) for field in given}


def _editable(number: str) -> Entry:
    """Return an entry to whoever may write in it."""
    entry = asked.by_number(reading(), number, current_actor())
    require(Permission.ENTRY_EDIT, current_actor(), entry.organisation_id, reading=Permission.ENTRY_READ)
    return entry


def _section(name: str) -> Section:
    if name not in set(Section):
        raise NotFound
    return Section(name)


def _next(entry: Entry, section: Section) -> Section | None:
    """Return the section that comes after this one, of those that ask anything; None after the last."""
    full = whole(entry)
    later = [each for each in SECTIONS[SECTIONS.index(section) + 1 :] if each is Section.AI_ACT or sheet(entry, full, each).fields]
    return later[0] if later else None


def _address(entry: Entry, section: Section, then: str) -> str:
    if then != "next":
        saved = None if "add" in request.form else 1
        return url_for("backoffice.section", number=entry.number, section=section.value, saved=saved)
    following = _next(asked.by_number(reading(), entry.number, current_actor()), section)
    if following is None:
        return url_for("backoffice.missing", number=entry.number)
    return _section_address(entry, following)


def _section_address(entry: Entry, section: Section) -> str:
    """Return the address of a section; what the AI Act asks has pages of its own."""
    if section is Section.AI_ACT:
        return url_for("backoffice.ai_act", number=entry.number)
    return url_for("backoffice.section", number=entry.number, section=section.value)
